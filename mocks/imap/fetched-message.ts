import type { World } from '#sim/kernel';
import { bytesOf, type FolderEntry, transferDecoded } from '../mailbox/index.ts';
import { type BodyPart, bodyPartOf } from './body-part.ts';
import { bodyStructureOf } from './body-structure.ts';
import { envelopeOf } from './envelope.ts';
import type { FetchItem } from './fetch-item.ts';
import { imapDateTime } from './imap-date.ts';
import { literal, type Piece } from './imap-string.ts';
import { rawValue } from './raw-header.ts';
import { no } from './refusal.ts';
import { partAt, sectionLabel, sectionOf } from './section.ts';

/** A message that is answered for: its bytes are read when an item needs them, and taken apart once. */
export class FetchedMessage {
  readonly #world: World;
  readonly #entry: FolderEntry;
  #message: BodyPart | undefined;

  constructor(world: World, entry: FolderEntry) {
    this.#world = world;
    this.#entry = entry;
  }

  get #parsed(): BodyPart {
    this.#message ??= bodyPartOf(bytesOf(this.#world, this.#entry.captured));
    return this.#message;
  }

  /** An item with its value: https://www.rfc-editor.org/rfc/rfc9051#section-7.5.2 . Throws ImapRefusal with UNKNOWN-CTE. */
  answer(item: FetchItem): readonly Piece[] {
    switch (item.type) {
      case 'UID':
        return [`UID ${this.#entry.uid}`];
      case 'FLAGS':
        return [`FLAGS (${this.#entry.flags.join(' ')})`];
      case 'INTERNALDATE':
        return [`INTERNALDATE "${imapDateTime(this.#entry.receivedAt)}"`];
      case 'RFC822.SIZE':
        return [`RFC822.SIZE ${this.#entry.sizeBytes}`];
      case 'ENVELOPE':
        return [`ENVELOPE ${envelopeOf(this.#parsed.fields)}`];
      case 'BODY':
      case 'BODYSTRUCTURE':
        return [`${item.type} ${bodyStructureOf(this.#parsed, item.type === 'BODYSTRUCTURE')}`];
      case 'section':
        return this.#section(item);
    }
  }

  #section({ name, section, partial }: Extract<FetchItem, { type: 'section' }>): readonly Piece[] {
    const isBinary = name.startsWith('BINARY');
    const bytes = isBinary && section.path.length > 0 ? this.#decoded(section.path) : sectionOf(this.#parsed, section);
    const label = name.startsWith('RFC822') ? name : `${name}[${sectionLabel(section)}]`;
    if (name === 'BINARY.SIZE') return [`${label} ${bytes?.length ?? 0}`];
    const origin = partial === undefined ? '' : `<${partial.from}>`;
    if (bytes === undefined) return [`${label}${origin} NIL`];
    const shown = partial === undefined ? bytes : bytes.subarray(partial.from, partial.from + partial.size);
    return [`${label}${origin} `, ...literal(shown, isBinary)];
  }

  /** https://www.rfc-editor.org/rfc/rfc3516#section-4.3 */
  #decoded(path: readonly number[]): Buffer | undefined {
    const part = partAt(this.#parsed, path);
    if (part === undefined) return undefined;
    const encoding = (rawValue(part.fields, 'content-transfer-encoding') ?? '').toLowerCase();
    if (!['', '7bit', '8bit', 'binary', 'base64', 'quoted-printable'].includes(encoding)) {
      throw no('UNKNOWN-CTE', 'nobody knows how that part is encoded');
    }
    return transferDecoded(part.body, encoding);
  }
}
