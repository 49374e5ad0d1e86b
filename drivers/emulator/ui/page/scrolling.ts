/** What scrolls just now, and how long: a tap on what still moves only stops it. */
export class Scrolling {
  readonly #moving = new Set<EventTarget>();

  constructor() {
    const told = (change: (place: EventTarget) => void) => (event: Event) => {
      if (event.target !== null) change(event.target);
    };
    addEventListener(
      'scroll',
      told((place) => this.#moving.add(place)),
      { capture: true, passive: true },
    );
    addEventListener(
      'scrollend',
      told((place) => this.#moving.delete(place)),
      { capture: true },
    );
  }

  get isUnderWay(): boolean {
    // What was taken out of the page meanwhile tells nothing any more.
    for (const place of this.#moving) if (place instanceof Node && !place.isConnected) this.#moving.delete(place);
    return this.#moving.size > 0;
  }
}
