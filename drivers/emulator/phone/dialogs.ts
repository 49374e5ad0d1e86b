import type { ShownDialog } from './system-state.ts';

/** What a dialog came to: the place of the button, or that it went away with what it stood in front of. */
export type DialogAnswer = { readonly type: 'button'; readonly button: number } | { readonly type: 'gone' };

interface Standing {
  readonly dialog: ShownDialog;
  readonly answered: PromiseWithResolvers<DialogAnswer>;
}

/** Questions of the system, one after another. `changed` shows the one that stands now. */
export class Dialogs {
  #standing: Standing[] = [];
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get top(): ShownDialog | undefined {
    return this.#standing[0]?.dialog;
  }

  ask(dialog: ShownDialog): Promise<DialogAnswer> {
    const answered = Promise.withResolvers<DialogAnswer>();
    this.#standing.push({ dialog, answered });
    this.#changed();
    return answered.promise;
  }

  /** The same question in other words: a finger that was not known. */
  reword(dialog: ShownDialog): void {
    const [top, ...others] = this.#standing;
    if (top === undefined) return;
    this.#standing = [{ ...top, dialog }, ...others];
    this.#changed();
  }

  /** Throws Error when the dialog has no such button. */
  answer(button: number): void {
    const [top, ...others] = this.#standing;
    if (top?.dialog.buttons[button] === undefined) throw new Error(`no dialog with a button ${button} is shown`);
    this.#standing = others;
    top.answered.resolve({ type: 'button', button });
    this.#changed();
  }

  /** Takes the one on top away, or all. */
  drop(which: 'top' | 'all'): void {
    const dropped = which === 'all' ? this.#standing : this.#standing.slice(0, 1);
    this.#standing = this.#standing.slice(dropped.length);
    for (const { answered } of dropped) answered.resolve({ type: 'gone' });
    if (dropped.length > 0) this.#changed();
  }
}
