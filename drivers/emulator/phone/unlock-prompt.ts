import type { PhoneModel } from '../../handset/index.ts';
import { unlockDialog } from './dialog-texts.ts';
import type { Dialogs } from './dialogs.ts';

/** As often as a finger may be wrong: https://developer.android.com/reference/android/hardware/biometrics/BiometricPrompt */
const triesMax = 5;

/** Asks for a finger or a face, or for the code of a phone that knows none. */
export class UnlockPrompt {
  readonly #model: PhoneModel;
  readonly #dialogs: Dialogs;
  readonly #language: () => 'ja' | 'en';
  #isEnrolled: boolean;
  #standing: { readonly reason: string; readonly done: (isMatch: boolean) => void; misses: number } | undefined;

  constructor(model: PhoneModel, dialogs: Dialogs, language: () => 'ja' | 'en') {
    this.#model = model;
    this.#dialogs = dialogs;
    this.#language = language;
    this.#isEnrolled = model.biometric !== 'none';
  }

  get isEnrolled(): boolean {
    return this.#isEnrolled;
  }

  enrol(isEnrolled: boolean): void {
    this.#isEnrolled = isEnrolled && this.#model.biometric !== 'none';
  }

  /** Whether it is the owner; false too when the prompt was cancelled or went away. */
  async ask(reason: string): Promise<boolean> {
    const matched = Promise.withResolvers<boolean>();
    const own = { reason, done: matched.resolve, misses: 0 };
    this.#standing = own;
    const dialog = this.#dialog(false);
    const answered = this.#dialogs.ask(dialog).then((answer) => {
      return answer.type === 'button' && dialog.buttons[answer.button]?.role === 'accept';
    });
    const isOwner = await Promise.race([matched.promise, answered]);
    if (this.#standing === own) this.#standing = undefined;
    return isOwner;
  }

  /** A finger on the sensor, a face before it. Nothing happens when nobody asked. */
  touch(isMatch: boolean): void {
    const { top } = this.#dialogs;
    if (top?.type !== 'biometric' || this.#standing === undefined) return;
    this.#standing.misses += isMatch ? 0 : 1;
    if (!isMatch && this.#standing.misses < triesMax) {
      this.#dialogs.reword(this.#dialog(true));
      return;
    }
    this.#standing.done(isMatch);
    this.#dialogs.drop('top');
  }

  #dialog(isMiss: boolean): ReturnType<typeof unlockDialog> {
    const reason = this.#standing?.reason ?? '';
    return unlockDialog(this.#model, this.#language(), { reason, isEnrolled: this.#isEnrolled, isMiss });
  }
}
