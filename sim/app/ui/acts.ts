import type { Language, Said } from './language.ts';
import type { Phone } from './shell.ts';
import type { Card } from './storage.ts';
import type { Shown } from './turn.ts';

/** All that a screen is drawn from. */
export interface Scene {
  readonly shown: Shown;
  readonly language: Language;
  say(text: Said): string;
  /** The phone's clock. */
  readonly now: number;
  readonly phone: Phone;
  readonly card: Card | undefined;
  /** The path of the card's QR code, on a grid of so many modules; undefined until it is signed. */
  readonly qr: Qr | undefined;
  readonly typed: ReadonlyMap<string, string>;
  readonly showsPassword: boolean;
  readonly isLocked: boolean;
  readonly acts: Acts;
}

export interface Qr {
  readonly credential: string;
  readonly step: number;
  readonly text: string;
  readonly path: string;
  readonly size: number;
}

/** What the parts of a screen can make happen. */
export interface Acts {
  press(control: string): void;
  type(field: string, value: string): void;
  togglePassword(): void;
}
