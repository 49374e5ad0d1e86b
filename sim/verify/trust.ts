import { emit } from '../events/index.ts';
import { command, type World } from '../kernel/index.ts';

export const trustTable = `
  CREATE TABLE verify_trust (verifier TEXT NOT NULL, issuer TEXT NOT NULL, PRIMARY KEY (verifier, issuer))
    STRICT, WITHOUT ROWID;`;

/** Puts an issuer on the list of those that a verifier trusts; a second time changes nothing. */
export const trustIssuer = command<{ readonly verifier: string; readonly issuer: string }, void>(
  'gate.trustIssuer',
  (world, { verifier, issuer }) => {
    const added = world.store.run(
      'INSERT OR IGNORE INTO verify_trust (verifier, issuer) VALUES (?, ?)',
      verifier,
      issuer,
    );
    if (added === 1) emit(world, 'gate.issuer-trusted', { gate: verifier, issuer });
  },
);

/** Ids of the issuers' profiles: those that the verifier was set up with, and those that were added since. */
export function issuersTrustedBy(
  world: World,
  { name, trustedIssuers }: { readonly name: string; readonly trustedIssuers: readonly string[] },
): readonly string[] {
  const added = world.store.all<{ issuer: string }>(
    'SELECT issuer FROM verify_trust WHERE verifier = ? ORDER BY issuer',
    name,
  );
  return [...trustedIssuers, ...added.map(({ issuer }) => issuer)];
}
