/** How wide text is in the letters of Japanese: a half-width one counts half. */
export function fullWidthLength(text: string): number {
  let width = 0;
  for (const character of text) width += isFullWidth(character) ? 1 : 0.5;
  return width;
}

/** The beginning of a text that fits into so many full-width letters. */
export function cutToWidth(text: string, lettersMax: number): string {
  let width = 0;
  let shown = '';
  for (const character of text) {
    width += isFullWidth(character) ? 1 : 0.5;
    if (width > lettersMax) return shown;
    shown += character;
  }
  return shown;
}

function isFullWidth(character: string): boolean {
  return character > '\u00ff' && !halfWidthKana.test(character);
}

export const halfWidthKana = /[\uff61-\uff9f]/;

/** Bytes of ISO-2022-JP that its standard does not know and Japanese Windows writes anyway (CP50220, CP50221). */
export interface JisFinds {
  /** Rows 13 and 89 to 92 of NEC and IBM (①, ㈱, 髙, 﨑), or those above 94. */
  readonly hasExtensions: boolean;
  /** Half-width kana, switched to by ESC ( I. */
  readonly hasHalfWidthKana: boolean;
}

/** https://www.rfc-editor.org/rfc/rfc1468 */
export function readJis(content: Buffer): JisFinds {
  let isDouble = false;
  let hasExtensions = false;
  let hasHalfWidthKana = false;
  for (let at = 0; at < content.length; at += 1) {
    const byte = content[at] ?? 0;
    if (byte === 0x1b) {
      const [kind, set] = [content[at + 1], content[at + 2]];
      if (kind === 0x28 && set === 0x49) hasHalfWidthKana = true;
      isDouble = kind === 0x24 && (set === 0x40 || set === 0x42);
      at += 2;
    } else if (isDouble && byte > 0x20 && byte < 0x7f) {
      const row = byte - 0x20;
      if (row === 13 || row >= 89) hasExtensions = true;
      at += 1;
    } else if (byte === 0x0a) isDouble = false;
  }
  return { hasExtensions, hasHalfWidthKana };
}
