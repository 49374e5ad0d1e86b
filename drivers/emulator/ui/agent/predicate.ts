import { javaPattern } from './java-pattern.ts';
import { TokenReader } from './token-reader.ts';

/** Whether an element meets it, by its attributes as the page source shows them. */
export type Predicate = (attributes: Readonly<Record<string, string>>) => boolean;

type Value = string | number | boolean | undefined;

type Operand = (attributes: Readonly<Record<string, string>>) => Value | readonly Value[];

/**
 * NSPredicate, as far as element attributes need it.
 * https://developer.apple.com/library/archive/documentation/Cocoa/Conceptual/Predicates/Articles/pSyntax.html
 * Throws AgentFault `invalid selector`.
 */
export function parsePredicate(text: string): Predicate {
  const reader = new TokenReader(text, 'Predicate');
  const predicate = either(reader);
  if (!reader.isAtEnd) throw reader.fault('the end was expected');
  return predicate;
}

function either(reader: TokenReader): Predicate {
  const parts = [both(reader)];
  while (reader.take(/OR\b|\|\|/iy)) parts.push(both(reader));
  return (attributes) => parts.some((part) => part(attributes));
}

function both(reader: TokenReader): Predicate {
  const parts = [one(reader)];
  while (reader.take(/AND\b|&&/iy)) parts.push(one(reader));
  return (attributes) => parts.every((part) => part(attributes));
}

function one(reader: TokenReader): Predicate {
  if (reader.take(/NOT\b|!(?!=)/iy)) {
    const negated = one(reader);
    return (attributes) => !negated(attributes);
  }
  if (reader.take(/TRUEPREDICATE\b/iy)) return () => true;
  if (reader.take(/FALSEPREDICATE\b/iy)) return () => false;
  if (reader.has('(')) {
    const inner = either(reader);
    reader.expect(')');
    return inner;
  }
  return comparison(reader);
}

function comparison(reader: TokenReader): Predicate {
  const left = operand(reader);
  const isNegated = reader.take(/NOT\b/iy) !== undefined;
  const word = reader.take(/==|=<|=>|=|!=|<>|<=|>=|<|>|(BEGINSWITH|CONTAINS|ENDSWITH|LIKE|MATCHES|IN|BETWEEN)\b/iy);
  if (word === undefined) throw reader.fault('an operator was expected');
  const options = reader.take(/\[[cdn]+\]/iy)?.toLowerCase() ?? '';
  const right = operand(reader);
  const compare = operators[word.toUpperCase()] ?? (() => false);
  const fold = folding(options);
  return (attributes) => {
    const [a, b] = [left(attributes), right(attributes)];
    return compare(fold(a), fold(b)) !== isNegated;
  };
}

type Compare = (a: Value | readonly Value[], b: Value | readonly Value[]) => boolean;

const order =
  (holds: (difference: number) => boolean): Compare =>
  (a, b) =>
    a !== undefined && b !== undefined && holds(Number(a) - Number(b));

const text =
  (holds: (a: string, b: string) => boolean): Compare =>
  (a, b) =>
    a !== undefined && b !== undefined && holds(String(a), String(b));

const same: Compare = (a, b) => {
  const isTruth = [a, b].some((value) => typeof value === 'boolean' || value === 'true' || value === 'false');
  if (isTruth && a !== undefined && b !== undefined) return asBoolean(a) === asBoolean(b);
  if (typeof a === 'number' || typeof b === 'number')
    return a !== undefined && b !== undefined && Number(a) === Number(b);
  return a === b;
};

const between: Compare = (a, b) => Array.isArray(b) && Number(a) >= Number(b[0]) && Number(a) <= Number(b[1]);

const operators: Readonly<Record<string, Compare>> = {
  '==': same,
  '=': same,
  '!=': (a, b) => !same(a, b),
  '<>': (a, b) => !same(a, b),
  '<': order((difference) => difference < 0),
  '<=': order((difference) => difference <= 0),
  '=<': order((difference) => difference <= 0),
  '>': order((difference) => difference > 0),
  '>=': order((difference) => difference >= 0),
  '=>': order((difference) => difference >= 0),
  BEGINSWITH: text((a, b) => a.startsWith(b)),
  CONTAINS: text((a, b) => a.includes(b)),
  ENDSWITH: text((a, b) => a.endsWith(b)),
  LIKE: text((a, b) => wildcards(b).test(a)),
  MATCHES: text((a, b) => javaPattern(b).test(a)),
  IN: (a, b) => (Array.isArray(b) ? b.some((each) => same(a, each)) : String(b).includes(String(a))),
  BETWEEN: between,
};

function operand(reader: TokenReader): Operand {
  const quoted = reader.quoted(`'"`);
  if (quoted !== undefined) return () => quoted;
  const number = reader.take(/-?\d+(\.\d+)?/y);
  if (number !== undefined) return () => Number(number);
  if (reader.has('{')) return list(reader);
  const word = reader.take(/[A-Za-z_$][\w.]*/y);
  if (word === undefined) throw reader.fault('an attribute or a value was expected');
  if (/^(true|yes)$/i.test(word)) return () => true;
  if (/^(false|no)$/i.test(word)) return () => false;
  if (/^(nil|null)$/i.test(word)) return () => undefined;
  const name = attributeName(word);
  return (attributes) => attributes[name];
}

function list(reader: TokenReader): Operand {
  const members: Operand[] = [];
  while (!reader.has('}')) {
    if (members.length > 0) reader.expect(',');
    members.push(operand(reader));
  }
  return (attributes) => members.map((member) => member(attributes) as Value);
}

/** WebDriverAgent takes its own names of attributes too: `wdName`, `isWDVisible`. */
function attributeName(word: string): string {
  const bare = word.replace(/^(isWD|wd)(?=[A-Z])/, '').replace(/^(rect|frame)\./, '');
  const name = bare.charAt(0).toLowerCase() + bare.slice(1);
  return { identifier: 'name', uID: 'name', placeholder: 'placeholderValue' }[name] ?? name;
}

function asBoolean(value: Value | readonly Value[]): boolean {
  return value === true || value === 1 || value === '1' || value === 'true';
}

/** `c`: capitals and small letters alike; `d`: letters with and without marks. */
function folding(options: string): (value: Value | readonly Value[]) => Value | readonly Value[] {
  const fold = (value: Value): Value => {
    if (typeof value !== 'string') return value;
    const bare = options.includes('d') ? value.normalize('NFD').replace(/\p{M}/gu, '') : value;
    return options.includes('c') ? bare.toLowerCase() : bare;
  };
  return (value) => (Array.isArray(value) ? value.map(fold) : fold(value as Value));
}

/** `*` any, `?` one. */
function wildcards(pattern: string): RegExp {
  const escaped = pattern
    .replace(/[\\^$.+()[\]{}|/]/g, '\\$&')
    .replaceAll('*', '[\\s\\S]*')
    .replaceAll('?', '[\\s\\S]');
  return new RegExp(`^${escaped}$`);
}
