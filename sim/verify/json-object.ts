import { type JsonObject, objectOf } from '../proof/index.ts';
import { hasRepeatedName } from './repeated-name.ts';

export { type JsonObject, objectOf };

/** One or many, as JSON-LD writes them; nothing is none. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

export function typesOf(object: JsonObject | undefined): readonly string[] {
  return listOf(object?.type).filter((type) => typeof type === 'string');
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The id of something that stands as its id alone, or as an object with one. */
export function idOf(value: unknown): string | undefined {
  return textOf(value) ?? textOf(objectOf(value)?.id);
}

/** Deeper than any badge is, and shallow enough for whatever walks it. */
const depthMax = 64;

/** Undefined for what is no JSON object, for one nested too deeply to be looked into, and for one that says a name twice. */
export function parseObject(text: string): JsonObject | undefined {
  if (isTooDeep(text)) return undefined;
  try {
    const object = objectOf(JSON.parse(text));
    return hasRepeatedName(text) ? undefined : object;
  } catch {
    return undefined;
  }
}

/** Counts brackets outside of strings, before anything is made of the text. */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    if (isInString) {
      if (letter === 0x5c) at += 1;
      else if (letter === 0x22) isInString = false;
    } else if (letter === 0x22) isInString = true;
    else if (letter === 0x7b || letter === 0x5b) {
      depth += 1;
      if (depth > depthMax) return true;
    } else if (letter === 0x7d || letter === 0x5d) depth -= 1;
  }
  return false;
}
