import type { World } from '#sim/kernel';
import {
  bodyStart,
  bytesOf,
  decodedFields,
  type FolderEntry,
  folded,
  type Header,
  readHeader,
  searchableBody,
} from '../mailbox/index.ts';
import { dayOf, dayOfDateField } from './imap-date.ts';
import type { SearchKey } from './search-key.ts';

/** A message that is searched: header and body are decoded when a key asks, and once. Width and case do not matter. */
export class SearchedMessage {
  readonly entry: FolderEntry;
  readonly #world: World;
  #header: Header | undefined;
  #headerText: string | undefined;
  #body: string | undefined;

  constructor(world: World, entry: FolderEntry) {
    this.#world = world;
    this.entry = entry;
  }

  get header(): Header {
    if (this.#header === undefined) {
      const bytes = bytesOf(this.#world, this.entry.captured);
      this.#header = readHeader(bytes.subarray(0, bodyStart(bytes)));
    }
    return this.#header;
  }

  get headerText(): string {
    if (this.#headerText === undefined) {
      const names = [...new Set(this.header.map(({ name }) => name))];
      const lines = names.flatMap((name) => decodedFields(this.header, name).map((value) => `${name}: ${value}`));
      this.#headerText = folded(lines.join('\n'));
    }
    return this.#headerText;
  }

  get body(): string {
    this.#body ??= searchableBody(this.#world, this.entry.captured);
    return this.#body;
  }
}

/** Whether a key holds. `uidsIn` says which messages a set names. */
export function matches(
  message: SearchedMessage,
  key: SearchKey,
  uidsIn: (set: string, isByUid: boolean) => ReadonlySet<number>,
): boolean {
  const { entry } = message;
  switch (key.type) {
    case 'all':
      return true;
    case 'none':
      return false;
    case 'and':
      return key.keys.every((one) => matches(message, one, uidsIn));
    case 'or':
      return key.keys.some((one) => matches(message, one, uidsIn));
    case 'not':
      return !matches(message, key.key, uidsIn);
    case 'flag':
      return entry.flags.some((flag) => flag.toLowerCase() === key.flag.toLowerCase()) === key.isSet;
    case 'size':
      return key.is === 'larger' ? entry.sizeBytes > key.bytes : entry.sizeBytes < key.bytes;
    case 'messages':
      return uidsIn(key.set, key.isByUid).has(entry.uid);
    case 'received':
      return isOn(dayOf(entry.receivedAt), key);
    case 'sent':
      return decodedFields(message.header, 'date').some((value) => isOn(dayOfDateField(value), key));
    case 'field':
      return decodedFields(message.header, key.name).some((value) => folded(value).includes(folded(key.text)));
    case 'body':
      return message.body.includes(folded(key.text));
    case 'text':
      return message.headerText.includes(folded(key.text)) || message.body.includes(folded(key.text));
  }
}

function isOn(day: number | undefined, key: { readonly is: 'before' | 'on' | 'since'; readonly day: number }): boolean {
  if (day === undefined) return false;
  if (key.is === 'on') return day === key.day;
  return key.is === 'before' ? day < key.day : day >= key.day;
}
