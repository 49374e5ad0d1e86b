/** Seeded draws; the same seed gives the same ones on every machine. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    // Any seed, 0 too: xorshift must not start from nothing.
    this.#state = (Math.imul(seed, 2_654_435_761) ^ 0x9e37_79b9) >>> 0 || 1;
  }

  /** 0 ≤ n < `below`. Xorshift of 32 bits (Marsaglia 2003): enough for drawing tests. */
  below(below: number): number {
    let state = this.#state;
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    this.#state = state >>> 0;
    return this.#state % below;
  }

  /** True `n` times in `of`. */
  chance(n: number, of: number): boolean {
    return this.below(of) < n;
  }

  /** Throws RangeError for an empty list. */
  one<Value>(values: readonly Value[]): Value {
    if (values.length === 0) throw new RangeError('nothing to draw from');
    return values[this.below(values.length)] as Value;
  }

  /** A whole number of both ends. */
  between(from: number, to: number): number {
    return from + this.below(to - from + 1);
  }
}
