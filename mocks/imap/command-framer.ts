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
  /** A whole command, which begins as `textSoFar`. */
  commandBytes(textSoFar: Buffer): number;
}

/** `{3}`, `{3+}`, `~{3}` at a line's end: https://www.rfc-editor.org/rfc/rfc9051#section-4.3 , RFC 7888, RFC 3516. */
const literalMark = /\{(\d{1,10})(\+?)\}\r?\n$/;

/** Cuts what comes from a client into commands, each with its literals as they stand on the wire. */
export class CommandFramer {
  readonly #allowance: Allowance;
  #unread: Buffer = Buffer.alloc(0);
  #parts: Buffer[] = [];
  #length = 0;
  #literalLeft = 0;

  constructor(allowance: Allowance) {
    this.#allowance = allowance;
  }

  push(bytes: Buffer): void {
    this.#unread = this.#unread.length === 0 ? bytes : Buffer.concat([this.#unread, bytes]);
  }

  /** What was pushed and not read yet; nothing is left of it. */
  forget(): void {
    this.#unread = Buffer.alloc(0);
  }

  /** The next piece; undefined until more has come. */
  next(): Framed | undefined {
    for (;;) {
      if (!this.#takeLiteral()) return undefined;
      const end = this.#unread.indexOf(0x0a) + 1;
      if ((end || this.#unread.length) > this.#allowance.lineBytes) return { type: 'overrun' };
      if (end === 0) return undefined;
      const line = this.#take(end);
      const [, size, isUnasked] = literalMark.exec(line.toString('latin1', Math.max(line.length - 16, 0))) ?? [];
      if (this.#length + Number(size ?? 0) > this.#allowance.commandBytes(this.#parts[0] ?? line)) {
        const isSent = size === undefined || isUnasked === '+';
        return isSent ? { type: 'overrun' } : { type: 'literal-refused', bytes: this.#whole() };
      }
      if (size === undefined) return { type: 'command', bytes: this.#whole() };
      this.#literalLeft = Number(size);
      if (isUnasked !== '+') return { type: 'literal-awaited' };
    }
  }

  /** True when no literal is on its way any more. */
  #takeLiteral(): boolean {
    if (this.#literalLeft > 0) this.#literalLeft -= this.#take(Math.min(this.#literalLeft, this.#unread.length)).length;
    return this.#literalLeft === 0;
  }

  #take(size: number): Buffer {
    const taken = this.#unread.subarray(0, size);
    this.#unread = this.#unread.subarray(size);
    this.#parts.push(taken);
    this.#length += size;
    return taken;
  }

  #whole(): Buffer {
    const whole = Buffer.concat(this.#parts);
    this.#parts = [];
    this.#length = 0;
    return whole;
  }
}
