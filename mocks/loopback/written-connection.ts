import type { Connection } from './connection.ts';

/** A connection without a socket, for the tests of conversations: what the server writes is kept until it is asked for. */
export class WrittenConnection implements Connection {
  isSecure = false;
  isOpen = true;
  #written: Buffer[] = [];

  async write(bytes: string | Buffer): Promise<void> {
    if (this.isOpen) this.#written.push(Buffer.from(bytes));
  }

  startTls(): void {
    this.isSecure = true;
  }

  end(): void {
    this.isOpen = false;
  }

  /** What was written since the last time. */
  taken(): Buffer {
    const taken = Buffer.concat(this.#written);
    this.#written = [];
    return taken;
  }
}
