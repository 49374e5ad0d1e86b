/**
 * Text as a spreadsheet saves it in Shift_JIS (windows-31j): a character that has no place there becomes a question
 * mark. Characters of a site's own (gaiji, U+E000 to U+E757) do have one: https://encoding.spec.whatwg.org/#shift_jis
 */
export function encodeShiftJis(text: string): Uint8Array {
  codes ??= readCodes();
  const known = codes;
  return Uint8Array.from([...text].flatMap((character) => known.get(character) ?? [questionMark]));
}

const questionMark = 0x3f;
const decoder = new TextDecoder('shift_jis', { fatal: true });

let codes: ReadonlyMap<string, readonly number[]> | undefined;

/** The decoder read backwards: the platform has no encoder. */
function readCodes(): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, readonly number[]>();
  const note = (...bytes: readonly number[]): void => {
    const character = decoded(bytes);
    if (character !== undefined && !found.has(character)) found.set(character, bytes);
  };
  for (let first = 0; first <= 0xff; first += 1) {
    const isLead = (first >= 0x81 && first <= 0x9f) || (first >= 0xe0 && first <= 0xfc);
    if (!isLead) note(first);
    else for (let second = 0x40; second <= 0xfc; second += 1) note(first, second);
  }
  return found;
}

/** One character; undefined for bytes that are none. */
function decoded(bytes: readonly number[]): string | undefined {
  try {
    const text = decoder.decode(Uint8Array.from(bytes));
    return [...text].length === 1 ? text : undefined;
  } catch {
    return undefined;
  }
}
