import { installedApp } from './handset-store.ts';
import { bothSame, screenText } from './screen-text.ts';
import { again, emptyFields, type Handler, type Next, next, type Turn } from './turn.ts';

/** The app of nearly the same name. It asks nobody in this world: what it can show lies on the phone. */
export function openOldWallet(turn: Turn): Next {
  const { badges = [] } = installedApp(turn.world, turn.state.id, 'old-wallet') ?? {};
  return badges.length === 0
    ? next(turn, 'old-wallet-login')
    : next(turn, 'old-wallet-list', { texts: badges.map(bothSame) });
}

/** Accounts of the wallet are none of that service. */
export const logInToOldWallet: Handler = async (turn) =>
  again(turn, [
    emptyFields(turn, ['address', 'password']).length > 0 ? screenText.fieldsMissing : screenText.oldWalletStranger,
  ]);
