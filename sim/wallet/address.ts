import { ServiceError } from '../errors/index.ts';
import { emit } from '../events/index.ts';
import { command, formatInstant, type RunningWorld, tokenHash, type World } from '../kernel/index.ts';
import { addressKey, enqueueMail } from '../mail/index.ts';
import { accountAt, accountOf, confirmedAddresses } from './account.ts';
import { maskAddress } from './mask-address.ts';
import { consumeLink, liveLink, mayMail, mintLink } from './one-time-link.ts';
import { walletParameters } from './parameters.ts';
import { orRefuse } from './refusal.ts';
import type { Session } from './session.ts';

export const requestConfirmation = command<{ account: string; address: string }, void>(
  'wallet.requestConfirmation',
  (world, { account, address }) => {
    const { addressConfirmationTtlMs: ttlMs } = walletParameters(world);
    if (!mayMail(world, { kind: 'address-confirmation', account, ttlMs })) return;
    const { link, expiresAt } = mintLink(world, { kind: 'address-confirmation', account, address, ttlMs });
    const variables = { recipientName: accountOf(world, account).name, link, expiresAt };
    enqueueMail(world, { kind: 'address-confirmation', forwardPath: address, variables });
  },
);

/**
 * Throws ServiceError `address-taken`; only who reads that mailbox is told so. The link alone is not enough: a person
 * who confirms what a stranger asked for would hand over the credentials of the address.
 */
export const confirm = command<{ account: string; tokenHash: string }, string>(
  'wallet.confirmAddress',
  (world, given) => {
    const { account, address } = consumeLink(world, 'address-confirmation', given.tokenHash);
    if (account !== given.account) throw new ServiceError('address-confirmation-elsewhere');
    const owner = accountAt(world, address);
    if (owner !== undefined && owner.account !== account) throw new ServiceError('address-taken');
    if (owner === undefined) {
      world.store.run(
        'INSERT INTO wallet_address (address_key, address, account, confirmed_at) VALUES (?, ?, ?, ?)',
        addressKey(address),
        address,
        account,
        world.clock.now(),
      );
      emit(world, 'address.added', { account });
    }
    return address;
  },
);

/**
 * Mails a confirmation link to an address that the account is to get. Whoever else may have that address: the same
 * happens and the same is said. Throws ServiceError `addresses-full`, `address-malformed`, `domain-not-simulated`.
 */
export async function addAddress(world: RunningWorld, session: Session, typed: string): Promise<void> {
  const address = typed.trim();
  if (accountAt(world, address)?.account === session.account) return;
  const { addressesMax } = walletParameters(world);
  if (confirmedAddresses(world, session.account).length >= addressesMax) {
    throw new ServiceError('addresses-full', { max: addressesMax });
  }
  await world.perform(requestConfirmation, { account: session.account, address });
}

/** What the link of the confirmation mail shows. Changes nothing: a scanner may open it. Throws as `liveLink`. */
export function showConfirmation(
  world: World,
  token: string,
): { readonly screen: 'address-confirmation'; readonly address: string; readonly expiresAt: string } {
  const { address, expiresAt } = liveLink(world, 'address-confirmation', tokenHash(token));
  return { screen: 'address-confirmation', address: maskAddress(address), expiresAt: formatInstant(expiresAt) };
}

/**
 * In a session of the account that asked. Throws ServiceError `address-confirmation-elsewhere`, `address-taken`,
 * `link-unknown`, `address-confirmation-used`, `-superseded`, `-expired`.
 */
export async function confirmAddress(
  world: RunningWorld,
  { account }: Session,
  token: string,
): Promise<{ readonly address: string }> {
  const address = await orRefuse(world, { what: 'address' }, () =>
    world.perform(confirm, { account, tokenHash: tokenHash(token) }),
  );
  return { address: maskAddress(address) };
}
