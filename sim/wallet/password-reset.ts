import { emit } from '../events/index.ts';
import { command, formatInstant, type Json, type RunningWorld, tokenHash, type World } from '../kernel/index.ts';
import { enqueueMail } from '../mail/index.ts';
import { accountAt, accountOf } from './account.ts';
import { forgetWrongTries } from './login.ts';
import { consumeLink, liveLink, mayMail, mintLink } from './one-time-link.ts';
import { walletParameters } from './parameters.ts';
import { hashPassword } from './password-hash.ts';
import type { WalletPorts } from './ports.ts';
import { orRefuse } from './refusal.ts';
import { checkPassword } from './registration.ts';
import { endSessions } from './session.ts';

/**
 * Asks for a reset mail. Whether there is an account is only looked up when the timer fires: the request itself does
 * the same for everyone.
 */
export const requestReset = command<{ address: string }, void>('wallet.requestReset', (world, { address }) => {
  world.timers.schedule('wallet.sendReset', world.clock.now(), { address });
});

/** The timer of a request: queues the mail when the address belongs to an account, also to a pending one. */
export function sendResetMail(world: World, payload: Json): void {
  const found = accountAt(world, (payload as { address: string }).address);
  if (found === undefined) return;
  const { account, name, address } = found;
  const { passwordResetTtlMs: ttlMs } = walletParameters(world);
  if (!mayMail(world, { kind: 'password-reset', account, ttlMs })) return;
  const { link, expiresAt } = mintLink(world, { kind: 'password-reset', account, address, ttlMs });
  const variables = { recipientName: name, link, expiresAt };
  enqueueMail(world, { kind: 'password-reset', forwardPath: address, variables });
}

/** A new password ends every session and every lock of the account; it does not activate. Returns the account. */
export const setPassword = command<{ tokenHash: string; passwordHash: string }, string>(
  'wallet.setPassword',
  (world, { passwordHash, ...given }) => {
    const { account } = consumeLink(world, 'password-reset', given.tokenHash);
    world.store.run('UPDATE wallet_account SET password_hash = ? WHERE id = ?', passwordHash, account);
    emit(world, 'password.reset', { account });
    let wasLocked = false;
    const keys = world.store.all<{ key: string }>(
      'SELECT address_key AS key FROM wallet_address WHERE account = ? ORDER BY address_key',
      account,
    );
    for (const { key } of keys) wasLocked = forgetWrongTries(world, key) || wasLocked;
    if (wasLocked) emit(world, 'account.unlocked', { account });
    endSessions(world, { account }, 'password-reset');
    return account;
  },
  { secrets: ['passwordHash'] },
);

/** What the link of the reset mail shows. Changes nothing: a scanner may open it. Throws as `liveLink`. */
export function showReset(
  world: World,
  token: string,
): { readonly screen: 'new-password'; readonly expiresAt: string } {
  const { expiresAt } = liveLink(world, 'password-reset', tokenHash(token));
  return { screen: 'new-password', expiresAt: formatInstant(expiresAt) };
}

export async function requestPasswordReset(world: RunningWorld, address: string): Promise<void> {
  await world.perform(requestReset, { address });
}

/** Returns the account. Throws ServiceError `link-unknown`, `reset-used`, `reset-superseded`, `reset-expired`, `password-rules`. */
export function resetPassword(
  world: RunningWorld,
  ports: WalletPorts,
  { token, password }: { readonly token: string; readonly password: string },
): Promise<string> {
  return orRefuse(world, { what: 'password-reset' }, async () => {
    const { account } = liveLink(world, 'password-reset', tokenHash(token));
    checkPassword(password);
    const { passwordSalt } = accountOf(world, account);
    const passwordHash = await (ports.hashPassword ?? hashPassword)(
      password,
      passwordSalt,
      walletParameters(world).passwordCost,
    );
    return await world.perform(setPassword, { tokenHash: tokenHash(token), passwordHash });
  });
}
