import { ServiceError } from '../errors/index.ts';
import type { RunningWorld } from '../kernel/index.ts';
import type { SecuredCredential } from '../proof/index.ts';
import { confirmedAddresses } from './account.ts';
import { hold, holdingOf } from './holding.ts';
import { createIssuerClient } from './issuer-client.ts';
import type { WalletPorts } from './ports.ts';
import { orRefuse } from './refusal.ts';
import type { Session } from './session.ts';

export interface Receipt extends SecuredCredential {
  readonly credential: string;
}

/**
 * Takes an offered credential, exactly once whatever breaks: the issuer hands it to the same account again, and what
 * the wallet holds it answers without asking. Throws ServiceError `offer-of-another-address`, `already-claimed`,
 * `credential-revoked` and what else the issuer refuses with, `issuer-unreachable`.
 */
export function receiveCredential(
  world: RunningWorld,
  ports: WalletPorts,
  { account }: Session,
  credential: string,
): Promise<Receipt> {
  return orRefuse(world, { what: 'receipt', account, credential }, async () => {
    const held = holdingOf(world, credential);
    if (held?.account === account) {
      const { secured, mediaType } = held;
      return { credential, secured, mediaType };
    }
    const issuer = createIssuerClient(world, ports.fetch);
    const addresses = confirmedAddresses(world, account);
    const offer = (await issuer.list(addresses)).find((listed) => listed.credential === credential);
    const secured = await issuer.claim(credential, account, addresses);
    // Without an offer the claim was refused above, and the issuer knows best why.
    if (offer === undefined) throw new ServiceError('issuer-unreachable');
    await world.perform(hold, {
      credential,
      account,
      ...secured,
      school: offer.school,
      achievement: offer.achievement,
    });
    return { credential, ...secured };
  });
}
