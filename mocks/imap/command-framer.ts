import { ByteQueue } from './byte-queue.ts';

/** What the bytes of a client come to. */
export type Framed =
  | { readonly type: 'command'; readonly bytes: Buffer }
  /** The client waits to be told that its literal may come. */
  | { readonly type: 'literal-awaited' }
  /** The literal is too large, and was not sent yet: the command is over. */
  | { readonly type: 'literal-refused'; readonly bytes: Buffer }
  /** A line or literal that is too large is on its way: there is no telling where it ends. */
  | { readonly type: 'overrun' };

export interface Allowance {
  /** One line without its literals. */
  readonly lineBytes: number;
  /** A whole command, which begins so. */
  commandBytes(beginning: string): number;
}

/** `{3}`, `{3+}`, `~{3}` at a line's end: https://www.rfc-editor.org/rfc/rfc9051#section-4.3 , RFC 7888, RFC 3516. */
const literalMark = /\{(\d{1,10})(\+?)\}\r?\n$/;

/** Cuts what comes from a client into commands, each with its literals as they stand on the wire. */
export class CommandFramer {
  readonly #allowance: Allowance;
  readonly #queue = new ByteQueue();
  /** How much of the command has been read: whole lines and literals. */
  #read = 0;
  /** Up to where no line ends. */
  #searched = 0;
  #literalLeft = 0;

  constructor(allowance: Allowance) {
    this.#allowance = allowance;
  }

  push(bytes: Buffer): void {
    this.#queue.push(bytes);
  }

  /** Nothing is left of what was pushed and not read yet. */
  forget(): void {
    this.#queue.clear();
    this.#searched = 0;
  }

  /** The next piece; undefined until more has come. */
  next(): Framed | undefined {
    for (;;) {
      if (!this.#readLiteral()) return undefined;
      const start = this.#read;
      const end = this.#queue.indexOf(0x0a, Math.max(start, this.#searched)) + 1;
      const known = end || this.#queue.length;
      const bytesMax = this.#allowance.commandBytes(this.#queue.text(0, 200));
      if (known - start > this.#allowance.lineBytes) return { type: 'overrun' };
      this.#searched = known;
      if (end === 0) return known > bytesMax ? { type: 'overrun' } : undefined;
      this.#read = end;
      const [, size, isUnasked] = literalMark.exec(this.#queue.text(Math.max(end - 16, start), end)) ?? [];
      if (end + Number(size ?? 0) > bytesMax) {
        const isSent = size === undefined || isUnasked === '+';
        return isSent ? { type: 'overrun' } : { type: 'literal-refused', bytes: this.#take() };
      }
      if (size === undefined) return { type: 'command', bytes: this.#take() };
      this.#literalLeft = Number(size);
      if (isUnasked !== '+') return { type: 'literal-awaited' };
    }
  }

  /** True when no literal is on its way any more. */
  #readLiteral(): boolean {
    const size = Math.min(this.#literalLeft, this.#queue.length - this.#read);
    this.#read += size;
    this.#literalLeft -= size;
    return this.#literalLeft === 0;
  }

  #take(): Buffer {
    const bytes = this.#queue.take(this.#read);
    this.#read = 0;
    this.#searched = 0;
    return bytes;
  }
}
