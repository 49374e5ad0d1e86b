import { ServiceError } from '../errors/index.ts';
import type { RunningWorld } from '../kernel/index.ts';
import { confirmedAddresses } from './account.ts';
import { hold, holdingOf } from './holding.ts';
import { createIssuerClient } from './issuer-client.ts';
import type { WalletPorts } from './ports.ts';
import { orRefuse } from './refusal.ts';
import type { Session } from './session.ts';

export interface Receipt {
  readonly credential: string;
  readonly jwt: string;
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
    if (held?.account === account) return { credential, jwt: held.jwt };
    const issuer = createIssuerClient(world, ports.fetch);
    const addresses = confirmedAddresses(world, account);
    const offer = (await issuer.list(addresses)).find((listed) => listed.credential === credential);
    const jwt = await issuer.claim(credential, account, addresses);
    // Without an offer the claim was refused above, and the issuer knows best why.
    if (offer === undefined) throw new ServiceError('issuer-unreachable');
    await world.perform(hold, { credential, account, jwt, school: offer.school, achievement: offer.achievement });
    return { credential, jwt };
  });
}
