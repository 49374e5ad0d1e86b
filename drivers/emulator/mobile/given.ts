import { errors } from 'appium/driver.js';

/** The arguments of one command, by name; what a client left out is undefined. */
export type Given = Readonly<Record<string, unknown>>;

/** Throws `invalid argument`. */
export function textIn(given: Given, name: string): string {
  const value = given[name];
  if (typeof value === 'string') return value;
  throw new errors.InvalidArgumentError(`'${name}' must be a string`);
}

export function optionalText(given: Given, name: string): string | undefined {
  return given[name] === undefined || given[name] === null ? undefined : textIn(given, name);
}

/** Numbers may come as text, as with the real drivers. Throws `invalid argument`. */
export function numberIn(given: Given, name: string): number {
  const value = given[name];
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number === 'number' && Number.isFinite(number)) return number;
  throw new errors.InvalidArgumentError(`'${name}' must be a number`);
}

export function optionalNumber(given: Given, name: string): number | undefined {
  return given[name] === undefined || given[name] === null ? undefined : numberIn(given, name);
}

/** One of these, in any case of letters. Throws `invalid argument`. */
export function choiceIn<Choice extends string>(given: Given, name: string, choices: readonly Choice[]): Choice {
  const value = textIn(given, name).toLowerCase();
  const found = choices.find((choice) => choice.toLowerCase() === value);
  if (found !== undefined) return found;
  throw new errors.InvalidArgumentError(`'${name}' must be one of: ${choices.join(', ')}`);
}

/** Undefined stays undefined. Throws `invalid argument`. */
export function optionalFlag(given: Given, name: string): boolean | undefined {
  const value = given[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'boolean') return value;
  throw new errors.InvalidArgumentError(`'${name}' must be a boolean`);
}

/** Throws `invalid argument`. */
export function bytesIn(given: Given, name: string): Buffer {
  return Buffer.from(textIn(given, name), 'base64');
}
