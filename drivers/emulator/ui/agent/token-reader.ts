import { AgentFault } from './agent-fault.ts';

/** Reads a locator from its beginning to its end. Throws AgentFault `invalid selector` where it is not as expected. */
export class TokenReader {
  readonly #text: string;
  readonly #what: string;
  #at = 0;

  /** `what` it is, for people: `UiSelector`. */
  constructor(text: string, what: string) {
    this.#text = text;
    this.#what = what;
  }

  get isAtEnd(): boolean {
    this.#skip();
    return this.#at >= this.#text.length;
  }

  /** What matches here, and goes past it; undefined: something else stands here. The pattern is sticky. */
  take(pattern: RegExp): string | undefined {
    this.#skip();
    pattern.lastIndex = this.#at;
    const [found] = pattern.exec(this.#text) ?? [];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  has(symbol: string): boolean {
    this.#skip();
    if (!this.#text.startsWith(symbol, this.#at)) return false;
    this.#at += symbol.length;
    return true;
  }

  expect(symbol: string): void {
    if (!this.has(symbol)) throw this.fault(`'${symbol}' was expected`);
  }

  /** Everything up to a symbol, and goes past that. */
  until(symbol: string): string {
    const end = this.#text.indexOf(symbol, this.#at);
    if (end === -1) throw this.fault(`'${symbol}' is missing`);
    const found = this.#text.slice(this.#at, end);
    this.#at = end + symbol.length;
    return found;
  }

  /** A string in one of the quotes, with backslashes read. */
  quoted(quotes: string): string | undefined {
    this.#skip();
    const quote = this.#text[this.#at] ?? '';
    if (quote === '' || !quotes.includes(quote)) return undefined;
    let value = '';
    for (this.#at += 1; this.#at < this.#text.length; this.#at += 1) {
      const character = this.#text[this.#at] ?? '';
      if (character === quote) {
        this.#at += 1;
        return value;
      }
      if (character === '\\') {
        this.#at += 1;
        value += unescaped(this.#text[this.#at] ?? '');
      } else value += character;
    }
    throw this.fault(`${quote} is not closed`);
  }

  fault(problem: string): AgentFault {
    const rest = this.#text.slice(this.#at, this.#at + 30);
    return new AgentFault('invalid selector', `${this.#what}: ${problem} before '${rest}' in '${this.#text}'`);
  }

  #skip(): void {
    while (/\s/.test(this.#text[this.#at] ?? '')) this.#at += 1;
  }
}

function unescaped(character: string): string {
  return { n: '\n', t: '\t', r: '\r' }[character] ?? character;
}
