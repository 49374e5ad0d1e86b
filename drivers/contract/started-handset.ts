import type { Handset, Screen, StoreDevice } from '../handset/index.ts';
import { type FakeWallet, hanako } from './fake-wallet-state.ts';

/** What a driver gives the suite: a handset whose store offers the wallet to phones of iOS 15.0 and Android 7.0 on. */
export interface HandsetUnderTest {
  readonly handset: Handset;
  /** Moves the time that the handset shows. */
  advance(durationMs: number): Promise<void>;
}

/** What the handsets of a driver have besides. */
export interface Abilities {
  /** Its store gives the app of nearly the same name too. */
  readonly hasOldWallet: boolean;
}

export type Started = HandsetUnderTest & { readonly wallet: FakeWallet };

/** A new handset with a wallet backend of its own; an Android phone unless told otherwise. */
export type Start = (device?: StoreDevice) => Promise<Started>;

/** All Japanese texts of a screen, a line each. */
export function ja({ texts }: Screen): string {
  return texts.map((text) => text.ja).join('\n');
}

export async function agree(handset: Handset): Promise<void> {
  await handset.press('agree-terms');
  await handset.press('agree-privacy-policy');
}

export async function installed(start: Start): Promise<Started> {
  const started = await start();
  await started.handset.installApp('wallet');
  return started;
}

export async function logInWith(handset: Handset, password: string): Promise<Screen> {
  const first = await handset.openApp('wallet');
  if (first.screen === 'wallet-first-run') await handset.press('log-in');
  await handset.fill('address', hanako.address);
  await handset.fill('password', password);
  return handset.press('log-in');
}

export async function loggedIn(start: Start): Promise<Started> {
  const started = await installed(start);
  started.wallet.account = { password: hanako.password, isActive: true };
  await logInWith(started.handset, hanako.password);
  return started;
}

export async function showing(start: Start): Promise<Started> {
  const started = await loggedIn(start);
  await started.handset.press('receive');
  return started;
}
