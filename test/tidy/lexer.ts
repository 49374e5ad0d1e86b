/** A piece of a source file: what it says, and where it starts. */
export interface Token {
  readonly text: string;
  readonly at: number;
}

/** A source file with everything that is not code set aside. */
export interface Lexed {
  /**
   * The text with comments and the insides of strings, templates and regular expressions blanked: same length, same
   * lines. What a template puts in by `${…}` is code and stays.
   */
  readonly code: string;
  /** Strings and pieces of templates without their quotes, escapes as written. */
  readonly strings: readonly Token[];
  readonly comments: readonly Token[];
}

/** After these a slash starts a regular expression; after any other word it divides. */
const wordsBeforeRegExp = new Set('return typeof case in of do else void delete throw new await yield'.split(' '));

class Scanner {
  readonly #text: string;
  readonly #kept: string[];
  readonly #strings: Token[] = [];
  readonly #comments: Token[] = [];
  /** What each open brace belongs to: when one of a template closes, the template's text goes on. */
  readonly #braces: ('block' | 'template')[] = [];
  #at = 0;
  #before = '';

  constructor(text: string) {
    this.#text = text;
    this.#kept = text.split('');
  }

  scan(): Lexed {
    if (this.#text.startsWith('#!')) this.#comment('\n');
    while (this.#at < this.#text.length) this.#step();
    return { code: this.#kept.join(''), strings: this.#strings, comments: this.#comments };
  }

  #step(): void {
    const rest = this.#text.slice(this.#at, this.#at + 2);
    const character = rest.charAt(0);
    if (rest === '//') this.#comment('\n');
    else if (rest === '/*') this.#comment('*/');
    else if (character === "'" || character === '"') this.#string(character);
    else if (character === '`') this.#template();
    else if (character === '/' && this.#regExpMayStart() && this.#regExp()) return;
    else if (/[\w$]/.test(character)) this.#word();
    else this.#mark(character);
  }

  #word(): void {
    const word = /^[\w$]+/.exec(this.#text.slice(this.#at, this.#at + 100))?.[0] ?? '';
    this.#at += word.length;
    this.#before = word;
  }

  #mark(character: string): void {
    this.#at += 1;
    if (/\s/.test(character)) return;
    this.#before = character;
    if (character === '{') this.#braces.push('block');
    if (character === '}' && this.#braces.pop() === 'template') {
      this.#at -= 1;
      this.#template();
    }
  }

  #comment(end: string): void {
    const found = this.#text.indexOf(end, this.#at + 2);
    const until = found < 0 ? this.#text.length : found + (end === '\n' ? 0 : end.length);
    this.#comments.push({ text: this.#text.slice(this.#at, until), at: this.#at });
    this.#blank(this.#at, until);
    this.#at = until;
  }

  #string(quote: string): void {
    let end = this.#at + 1;
    while (end < this.#text.length && this.#text[end] !== quote) end += this.#text[end] === '\\' ? 2 : 1;
    this.#take(this.#at + 1, end);
  }

  /** From the opening backtick, or the brace that closes a place, to the next place or the closing backtick. */
  #template(): void {
    let end = this.#at + 1;
    while (end < this.#text.length && this.#text[end] !== '`' && this.#text.slice(end, end + 2) !== '${') {
      end += this.#text[end] === '\\' ? 2 : 1;
    }
    const opensPlace = this.#text[end] === '$';
    this.#take(this.#at + 1, end);
    if (!opensPlace) return;
    this.#at += 1;
    this.#before = '{';
    this.#braces.push('template');
  }

  #take(start: number, end: number): void {
    this.#strings.push({ text: this.#text.slice(start, end), at: start });
    this.#blank(start, end);
    this.#at = end + 1;
    this.#before = ')';
  }

  #regExpMayStart(): boolean {
    if (/^[\w$]+$/.test(this.#before)) return wordsBeforeRegExp.has(this.#before);
    return this.#before !== ')' && this.#before !== ']';
  }

  /** False when no regular expression ends on this line: then it was a division. */
  #regExp(): boolean {
    const found = /^\/(?:\\.|\[(?:\\.|[^\]\n\\])*\]|[^/\n\\[])+\/[a-z]*/.exec(this.#text.slice(this.#at));
    if (found === null) return false;
    this.#blank(this.#at + 1, this.#at + found[0].length);
    this.#at += found[0].length;
    this.#before = ')';
    return true;
  }

  #blank(start: number, end: number): void {
    for (let index = start; index < end; index += 1) if (this.#kept[index] !== '\n') this.#kept[index] = ' ';
  }
}

/** Tells code from strings, comments and regular expressions in TypeScript or JavaScript that parses. */
export function lex(text: string): Lexed {
  return new Scanner(text).scan();
}
