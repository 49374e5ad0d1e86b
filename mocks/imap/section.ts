import type { BodyPart } from './body-part.ts';
import type { CommandCursor } from './command-cursor.ts';
import { astring } from './imap-string.ts';
import { bad } from './refusal.ts';

/** What stands in the brackets of BODY[…]: https://www.rfc-editor.org/rfc/rfc9051#section-6.4.5.1 */
export interface Section {
  /** From the message down: `1.2`; empty for the message itself. */
  readonly path: readonly number[];
  readonly what: 'ALL' | 'HEADER' | 'TEXT' | 'MIME' | 'HEADER.FIELDS' | 'HEADER.FIELDS.NOT';
  /** Names of fields, as the client wrote them. */
  readonly names: readonly string[];
}

const depthMax = 64;

export function readSection(cursor: CommandCursor, namesMax: number): Section {
  const path: number[] = [];
  while (/^[1-9]$/.test(nextDigit(cursor))) {
    if (path.length === depthMax) throw bad('no message is that deep');
    path.push(cursor.number());
    if (!cursor.takes('.')) return { path, what: 'ALL', names: [] };
  }
  for (const what of ['HEADER.FIELDS.NOT', 'HEADER.FIELDS', 'HEADER', 'TEXT', 'MIME'] as const) {
    if (!cursor.takes(what)) continue;
    if (what === 'MIME' && path.length === 0) throw bad('only parts have MIME');
    if (!what.startsWith('HEADER.')) return { path, what, names: [] };
    cursor.space();
    const names = cursor.list(() => cursor.astring().toString('latin1'), { itemsMax: namesMax });
    return { path, what, names };
  }
  if (path.length > 0 || !cursor.sees(']')) throw bad('no section of a body');
  return { path, what: 'ALL', names: [] };
}

function nextDigit(cursor: CommandCursor): string {
  return ['1', '2', '3', '4', '5', '6', '7', '8', '9'].find((digit) => cursor.sees(digit)) ?? '';
}

/** The section as the answer names it. */
export function sectionLabel({ path, what, names }: Section): string {
  const words = [...path.map(String), ...(what === 'ALL' ? [] : [what])].join('.');
  return names.length === 0 ? words : `${words} (${names.map(astring).join(' ')})`;
}

/** The bytes of a section; undefined when the message has no such part. */
export function sectionOf(message: BodyPart, { path, what, names }: Section): Buffer | undefined {
  const part = partAt(message, path);
  if (part === undefined) return undefined;
  if (path.length === 0 && what === 'ALL') return Buffer.concat([part.header, part.body]);
  if (what === 'ALL') return part.body;
  if (what === 'MIME') return part.header;
  // HEADER and TEXT of a part are those of the message in it.
  const whole = path.length === 0 ? part : part.message;
  if (whole === undefined) return undefined;
  if (what === 'TEXT') return whole.body;
  if (what === 'HEADER') return whole.header;
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  const isTaken = (name: string): boolean => wanted.has(name) === (what === 'HEADER.FIELDS');
  const fields = whole.fields.filter(({ name }) => isTaken(name)).map(({ raw }) => raw.replace(/\r?\n$|$/, '\r\n'));
  return Buffer.from(`${fields.join('')}\r\n`, 'latin1');
}

/** Part 1 of what has no parts is its body; inside a message/rfc822 the count goes on in that message. */
export function partAt(message: BodyPart, path: readonly number[]): BodyPart | undefined {
  let part: BodyPart | undefined = message;
  for (const [depth, number] of path.entries()) {
    const container: BodyPart = depth > 0 && part.message !== undefined ? part.message : part;
    if (container.parts.length > 0) part = container.parts[number - 1];
    else if (number === 1 && (container !== part || depth === 0)) part = container;
    else return undefined;
    if (part === undefined) return undefined;
  }
  return part;
}
