import { walletWords } from '../words/index.ts';
import { smallWords } from '../words/labels.ts';
import { sayIn } from './language.ts';
import { again, type Handler, next, type Shown, type Turn } from './turn.ts';
import { openWallet } from './wallet-flow.ts';

/** Whether the owner must show herself before anything is seen. */
export function isLocked({ app, ports }: Pick<Turn, 'app' | 'ports'>): boolean {
  const { storage, phone } = ports;
  return app === 'wallet' && phone.authenticate !== undefined && storage.session() !== undefined && storage.isLocked();
}

/** In place of what was on the screen, or of what the app was opened for. */
export function lockScreen(turn: Turn, behind?: Shown): Shown {
  return next(turn, 'app-locked', { data: { behind } });
}

export const unlock: Handler = async (turn) => {
  const { phone, language } = turn.ports;
  const isOwner = (await phone.authenticate?.(sayIn(language)(smallWords.lockReason))) ?? true;
  if (!isOwner) return again(turn, [walletWords.sentences.stillLocked]);
  return turn.shown.data.behind ?? openWallet(turn);
};

/** Only the owner turns it on or off. */
export const toggleLock: Handler = async (turn) => {
  const { phone, storage, language } = turn.ports;
  const isOwner = (await phone.authenticate?.(sayIn(language)(smallWords.lockReason))) ?? false;
  if (isOwner) storage.setLocked(!storage.isLocked());
  return turn.shown;
};
