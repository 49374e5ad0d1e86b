import { schoolOf } from '../issuer/index.ts';
import { command, tokenHash, type World } from '../kernel/index.ts';
import { openid4vciParameters } from './parameters.ts';

/**
 * Gives a nonce for one proof. Those whose time is over go.
 * https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0.html#section-7 . Throws ServiceError `school-unknown`.
 */
export const giveNonce = command<{ readonly school: string }, { readonly nonce: string }>(
  'openid4vci.giveNonce',
  (world, { school }) => {
    schoolOf(world, school);
    const now = world.clock.now();
    world.store.run('DELETE FROM openid4vci_nonce WHERE expires_at <= ?', now);
    const nonce = world.random.token('openid4vci/nonce');
    world.store.run(
      'INSERT INTO openid4vci_nonce (nonce_hash, school, expires_at) VALUES (?, ?, ?)',
      tokenHash(nonce),
      school,
      now + openid4vciParameters(world).nonceMs,
    );
    return { nonce };
  },
);

/** Uses a nonce up; false when there is none that counts. Only inside a command. */
export function takeNonce(world: World, school: string, nonceHash: string): boolean {
  const taken = world.store.run(
    'DELETE FROM openid4vci_nonce WHERE nonce_hash = ? AND school = ? AND expires_at > ?',
    nonceHash,
    school,
    world.clock.now(),
  );
  return taken === 1;
}
