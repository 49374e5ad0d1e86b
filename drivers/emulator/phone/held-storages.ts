/** What apps have stored: it outlives their windows, and ends with their removal or the phone. */
export class HeldStorages implements AsyncDisposable {
  readonly #hold: (storage: string) => Promise<AsyncDisposable>;
  readonly #held = new Map<string, AsyncDisposable>();

  constructor(hold: (storage: string) => Promise<AsyncDisposable>) {
    this.#hold = hold;
  }

  async keep(storage: string): Promise<void> {
    if (!this.#held.has(storage)) this.#held.set(storage, await this.#hold(storage));
  }

  /** Once no window of it is left, it is empty. */
  async forget(storage: string): Promise<void> {
    const held = this.#held.get(storage);
    this.#held.delete(storage);
    await held?.[Symbol.asyncDispose]();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const storage of [...this.#held.keys()]) await this.forget(storage);
  }
}
