import { emit } from '../events/index.ts';
import {
  command,
  formatInstant,
  type Instant,
  isSameSecret,
  type RunningWorld,
  tokenHash,
  type World,
} from '../kernel/index.ts';
import { enqueueMail } from '../mail/index.ts';
import { accountAt, accountOf } from './account.ts';
import { consumeLink, liveLink, mayMail, mintLink } from './one-time-link.ts';
import { walletParameters } from './parameters.ts';
import { hashPassword, passwordSalt } from './password-hash.ts';
import type { WalletPorts } from './ports.ts';
import { orRefuse } from './refusal.ts';

/** Queues the mail whose link makes the account active; older links die. Only inside a command. */
export function sendActivationMail(
  world: World,
  { account, name, address }: { readonly account: string; readonly name: string; readonly address: string },
): Instant {
  const { link, expiresAt } = mintLink(world, {
    kind: 'activation',
    account,
    address,
    ttlMs: walletParameters(world).activationTtlMs,
  });
  enqueueMail(world, { kind: 'activation', forwardPath: address, variables: { recipientName: name, link, expiresAt } });
  return expiresAt;
}

export const activate = command<{ tokenHash: string }, string>('wallet.activate', (world, given) => {
  const { account, address } = consumeLink(world, 'activation', given.tokenHash);
  const now = world.clock.now();
  world.store.run("UPDATE wallet_account SET state = 'active', activated_at = ? WHERE id = ?", now, account);
  world.store.run(
    'UPDATE wallet_address SET confirmed_at = ? WHERE account = ? AND address = ?',
    now,
    account,
    address,
  );
  emit(world, 'account.activated', { account });
  return account;
});

export const resendActivation = command<{ account: string; address: string }, void>(
  'wallet.resendActivation',
  (world, { account, address }) => {
    const { state, name } = accountOf(world, account);
    if (state !== 'pending') return;
    const { activationTtlMs: ttlMs } = walletParameters(world);
    if (!mayMail(world, { kind: 'activation', account, ttlMs })) return;
    sendActivationMail(world, { account, name, address });
    emit(world, 'activation.resent', { account });
  },
);

/** What the link of the activation mail shows. Changes nothing: a scanner may open it. Throws as `liveLink`. */
export function showActivation(
  world: World,
  token: string,
): { readonly screen: 'activation'; readonly expiresAt: string } {
  const { expiresAt } = liveLink(world, 'activation', tokenHash(token));
  return { screen: 'activation', expiresAt: formatInstant(expiresAt) };
}

/** Throws ServiceError `link-unknown`, `activation-used`, `activation-superseded`, `activation-expired`. */
export async function activateAccount(
  world: RunningWorld,
  token: string,
): Promise<{ readonly account: string; readonly state: 'active' }> {
  const account = await orRefuse(world, { what: 'activation' }, () =>
    world.perform(activate, { tokenHash: tokenHash(token) }),
  );
  return { account, state: 'active' };
}

/**
 * Sends the activation mail once more to who knows the password of a pending account. Everyone else causes the same
 * look-up and the same hash, and hears the same: nothing.
 */
export async function requestActivationMail(
  world: RunningWorld,
  ports: WalletPorts,
  { address, password }: { readonly address: string; readonly password: string },
): Promise<void> {
  const account = accountAt(world, address);
  const salt = account?.passwordSalt ?? passwordSalt(world, address);
  const passwordHash = await (ports.hashPassword ?? hashPassword)(password, salt, walletParameters(world).passwordCost);
  const isRight = isSameSecret(passwordHash, account?.passwordHash ?? '');
  if (account === undefined || !isRight) return;
  // A pending account has one address: the offer's.
  await world.perform(resendActivation, { account: account.account, address: account.address });
}
