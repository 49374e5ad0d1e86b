/** A large buffer is not kept for small things. */
const keptBytesMax = 64 * 1024;

/** Bytes that come in at one end and leave at the other, at a cost that does not depend on how they are cut. */
export class ByteQueue {
  #bytes: Buffer = Buffer.alloc(0);
  #start = 0;
  #end = 0;

  get length(): number {
    return this.#end - this.#start;
  }

  push(bytes: Buffer): void {
    if (this.#end + bytes.length > this.#bytes.length) {
      const roomier = Buffer.allocUnsafe(2 * (this.length + bytes.length));
      this.#bytes.copy(roomier, 0, this.#start, this.#end);
      this.#end = this.length;
      this.#start = 0;
      this.#bytes = roomier;
    }
    this.#end += bytes.copy(this.#bytes, this.#end);
  }

  /** The place of a byte at or behind `from`; -1 when there is none. */
  indexOf(byte: number, from: number): number {
    return this.#bytes.subarray(this.#start, this.#end).indexOf(byte, from);
  }

  /** One character a byte. */
  text(from: number, to: number): string {
    return this.#bytes.toString('latin1', this.#start + from, Math.min(this.#start + to, this.#end));
  }

  take(size: number): Buffer {
    const taken = Buffer.from(this.#bytes.subarray(this.#start, this.#start + size));
    this.#start += size;
    if (this.length === 0) this.clear();
    return taken;
  }

  clear(): void {
    this.#start = 0;
    this.#end = 0;
    if (this.#bytes.length > keptBytesMax) this.#bytes = Buffer.alloc(0);
  }
}
