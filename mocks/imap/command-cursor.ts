import { bad } from './refusal.ts';

/** https://www.rfc-editor.org/rfc/rfc9051#section-9 : what an astring may hold, `]` among it. */
const astringChar = /[^\0-\x20\x7f(){%*"\\]/;
const atomChar = /[^\0-\x20\x7f(){%*"\\\]]/;
const listChar = /[^\0-\x20\x7f(){"\\]/;

/** Reads one command by its grammar. Every method that reads throws an ImapRefusal with BAD when something else stands there. */
export class CommandCursor {
  readonly #bytes: Buffer;
  readonly #text: string;
  #at = 0;

  /** The command as it came, with its literals and its line end. */
  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    // One character a byte, so that places in the one are places in the other.
    this.#text = bytes.toString('latin1').replace(/\r?\n$/, '');
  }

  /** Whether this stands next, in whatever case. */
  sees(text: string): boolean {
    return this.#text.slice(this.#at, this.#at + text.length).toUpperCase() === text;
  }

  /** Reads it when it stands next. */
  takes(text: string): boolean {
    if (!this.sees(text)) return false;
    this.#at += text.length;
    return true;
  }

  expect(text: string): void {
    if (!this.takes(text)) throw bad(`${text === ' ' ? 'a space' : text} expected`);
  }

  space(): void {
    this.expect(' ');
  }

  end(): void {
    if (!this.isAtEnd) throw bad('the command goes on where it should end');
  }

  get isAtEnd(): boolean {
    return this.#at === this.#text.length;
  }

  /** What is left, read to the end. */
  rest(): string {
    const rest = this.#text.slice(this.#at);
    this.#at = this.#text.length;
    return rest;
  }

  tag(): string {
    const tag = this.#run(/[^\0-\x20\x7f(){%*"\\+]/);
    if (tag === '' || tag.length > 128) throw bad('a command begins with a tag');
    return tag;
  }

  atom(): string {
    const atom = this.#run(atomChar);
    if (atom === '') throw bad('a word expected');
    return atom;
  }

  /** A word in upper case: names of commands, items and keys have none. */
  word(): string {
    return this.atom().toUpperCase();
  }

  number(): number {
    const digits = this.#run(/\d/);
    if (digits === '' || digits.length > 10) throw bad('a number expected');
    return Number(digits);
  }

  flag(): string {
    return this.takes('\\') ? `\\${this.atom()}` : this.atom();
  }

  sequenceSet(): string {
    const set = this.#run(/[\d:,*$]/);
    if (set === '') throw bad('a sequence set expected');
    return set;
  }

  /** Bytes of a string, or of a word that stands for one. */
  astring(): Buffer {
    return this.#stringOr(astringChar);
  }

  /** The same with the wildcards of LIST. */
  listMailbox(): Buffer {
    return this.#stringOr(listChar);
  }

  string(): Buffer {
    return this.takes('"') ? this.#quoted() : this.literal();
  }

  nstring(): Buffer | undefined {
    if (this.sees('"') || this.sees('{')) return this.string();
    this.expect('NIL');
    return undefined;
  }

  /** `~` before it says that there may be NUL in it: RFC 3516. */
  literal(): Buffer {
    const mayHoldNul = this.takes('~');
    this.expect('{');
    const size = this.number();
    this.takes('+');
    this.expect('}');
    this.takes('\r');
    this.expect('\n');
    const start = this.#at;
    if (start + size > this.#text.length) throw bad('the literal ends too early');
    const bytes = this.#bytes.subarray(start, start + size);
    // https://www.rfc-editor.org/rfc/rfc9051#section-4.3 : CHAR8 leaves NUL out.
    if (!mayHoldNul && bytes.includes(0)) throw bad('NUL in a literal');
    this.#at += size;
    return bytes;
  }

  /** `(a b c)`, each read by `one`; an empty list only where it may be. */
  list<Item>(one: () => Item, { itemsMax, mayBeEmpty = false }: { itemsMax: number; mayBeEmpty?: boolean }): Item[] {
    this.expect('(');
    const items: Item[] = [];
    if (mayBeEmpty && this.takes(')')) return items;
    do {
      if (items.length === itemsMax) throw bad(`more than ${itemsMax} in one list`);
      items.push(one());
    } while (this.takes(' '));
    this.expect(')');
    return items;
  }

  #stringOr(character: RegExp): Buffer {
    if (this.sees('"') || this.sees('{')) return this.string();
    const atom = this.#run(character);
    if (atom === '') throw bad('a string expected');
    return Buffer.from(atom, 'latin1');
  }

  #quoted(): Buffer {
    let text = '';
    for (;;) {
      const character = this.#text.charAt(this.#at);
      this.#at += 1;
      if (character === '"') return Buffer.from(text, 'latin1');
      if (character === '' || character === '\r' || character === '\n' || character === '\0')
        throw bad('a string does not end');
      if (character !== '\\') {
        text += character;
        continue;
      }
      const escaped = this.#text.charAt(this.#at);
      if (escaped !== '"' && escaped !== '\\') throw bad('only " and \\ are escaped');
      text += escaped;
      this.#at += 1;
    }
  }

  #run(character: RegExp): string {
    const start = this.#at;
    while (this.#at < this.#text.length && character.test(this.#text.charAt(this.#at))) this.#at += 1;
    return this.#text.slice(start, this.#at);
  }
}
