import type { CommandCursor } from './command-cursor.ts';
import type { ImapLimits } from './limits.ts';
import { bad } from './refusal.ts';
import { readSection, type Section } from './section.ts';

/** What FETCH asks of each message: https://www.rfc-editor.org/rfc/rfc9051#section-6.4.5 */
export type FetchItem =
  | { readonly type: 'UID' | 'FLAGS' | 'INTERNALDATE' | 'RFC822.SIZE' | 'ENVELOPE' | 'BODY' | 'BODYSTRUCTURE' }
  | {
      readonly type: 'section';
      /** What the answer calls it when it is not `BODY[…]`. */
      readonly name: 'BODY' | 'RFC822' | 'RFC822.HEADER' | 'RFC822.TEXT' | 'BINARY' | 'BINARY.SIZE';
      readonly section: Section;
      readonly partial?: { readonly from: number; readonly size: number };
      readonly isPeek: boolean;
    };

const plainItems = ['UID', 'FLAGS', 'INTERNALDATE', 'RFC822.SIZE', 'ENVELOPE', 'BODYSTRUCTURE', 'BODY'] as const;

const macros: { readonly [name: string]: readonly (typeof plainItems)[number][] } = {
  FAST: ['FLAGS', 'INTERNALDATE', 'RFC822.SIZE'],
  ALL: ['FLAGS', 'INTERNALDATE', 'RFC822.SIZE', 'ENVELOPE'],
  FULL: ['FLAGS', 'INTERNALDATE', 'RFC822.SIZE', 'ENVELOPE', 'BODY'],
};

export function readFetchItems(cursor: CommandCursor, limits: ImapLimits): readonly FetchItem[] {
  for (const [name, items] of Object.entries(macros)) {
    if (cursor.takes(name)) return items.map((type) => ({ type }));
  }
  if (!cursor.sees('(')) return [readItem(cursor, limits)];
  return cursor.list(() => readItem(cursor, limits), { itemsMax: limits.items });
}

function readItem(cursor: CommandCursor, limits: ImapLimits): FetchItem {
  for (const [mark, name, isPeek] of [
    ['BODY.PEEK[', 'BODY', true],
    ['BODY[', 'BODY', false],
    ['BINARY.PEEK[', 'BINARY', true],
    ['BINARY.SIZE[', 'BINARY.SIZE', true],
    ['BINARY[', 'BINARY', false],
  ] as const) {
    if (!cursor.takes(mark)) continue;
    const section = readSection(cursor, limits.items);
    cursor.expect(']');
    if (name !== 'BODY' && section.what !== 'ALL') throw bad('BINARY is of whole parts');
    const partial = name === 'BINARY.SIZE' ? undefined : readPartial(cursor);
    return { type: 'section', name, section, isPeek, ...(partial !== undefined && { partial }) };
  }
  const word = cursor.word();
  const whole = { type: 'section', isPeek: false } as const;
  if (word === 'RFC822') return { ...whole, name: word, section: { path: [], what: 'ALL', names: [] } };
  if (word === 'RFC822.TEXT') return { ...whole, name: word, section: { path: [], what: 'TEXT', names: [] } };
  if (word === 'RFC822.HEADER') {
    return { ...whole, name: word, isPeek: true, section: { path: [], what: 'HEADER', names: [] } };
  }
  const type = plainItems.find((item) => item === word);
  if (type === undefined) throw bad('no such item of FETCH');
  return { type };
}

function readPartial(cursor: CommandCursor): { readonly from: number; readonly size: number } | undefined {
  if (!cursor.takes('<')) return undefined;
  const from = cursor.number();
  cursor.expect('.');
  const size = cursor.number();
  cursor.expect('>');
  if (size === 0) throw bad('a part of nothing');
  return { from, size };
}
