/** Whether the app is in front: https://html.spec.whatwg.org/multipage/interaction.html#page-visibility */
export class Visibility {
  #isVisible: boolean;

  constructor(isVisible: boolean) {
    this.#isVisible = isVisible;
    Object.defineProperties(document, {
      visibilityState: { configurable: true, get: () => (this.#isVisible ? 'visible' : 'hidden') },
      hidden: { configurable: true, get: () => !this.#isVisible },
    });
  }

  set(isVisible: boolean): void {
    if (this.#isVisible === isVisible) return;
    this.#isVisible = isVisible;
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  }
}
