import { emit } from '../events/index.ts';
import { command, type Instant, remembered, type World } from '../kernel/index.ts';
import type { SecuredMediaType } from '../proof/index.ts';
import type { Badge } from './badge.ts';
import { hostParameters } from './parameters.ts';

/** `kept`: what is there is newer, and stays. */
export type UpsertOutcome = 'created' | 'replaced' | 'kept';

/** `unconfirmed`: nothing is wrong with it, but its issuer could not be asked for its keys or its status list. */
export type UploadVerdict = 'accepted' | 'unconfirmed';

export const badgeTable = `
  CREATE TABLE host_badge (
    account TEXT NOT NULL, issuer TEXT NOT NULL, id TEXT NOT NULL, secured TEXT NOT NULL, media_type TEXT NOT NULL,
    valid_from INTEGER NOT NULL, verdict TEXT NOT NULL CHECK (verdict IN ('accepted', 'unconfirmed')),
    received_at INTEGER NOT NULL, PRIMARY KEY (account, issuer, id)
  ) STRICT, WITHOUT ROWID;`;

type Upload = {
  account: string;
  client: string;
  issuer: string;
  id: string;
  secured: string;
  mediaType: SecuredMediaType;
  validFrom: Instant;
  verdict: UploadVerdict;
};

/** The newer `validFrom` wins; of the same one, what came last: https://www.imsglobal.org/spec/ob/v3p0/#equality-and-comparison */
export const keepBadge = command<Upload, UpsertOutcome | 'full'>('host.keepBadge', (world, given) => {
  const { account, client, issuer, id, secured, mediaType, validFrom, verdict } = given;
  const known = world.store.get<{ validFrom: Instant }>(
    'SELECT valid_from AS validFrom FROM host_badge WHERE account = ? AND issuer = ? AND id = ?',
    account,
    issuer,
    id,
  );
  if (known === undefined && countOf(world, account) >= hostParameters(world).badgesMax) return 'full';
  const outcome = known === undefined ? 'created' : validFrom >= known.validFrom ? 'replaced' : 'kept';
  if (outcome !== 'kept') {
    world.store.run(
      `INSERT INTO host_badge (account, issuer, id, secured, media_type, valid_from, verdict, received_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET secured = excluded.secured, media_type = excluded.media_type,
           valid_from = excluded.valid_from, verdict = excluded.verdict`,
      account,
      issuer,
      id,
      secured,
      mediaType,
      validFrom,
      verdict,
      world.clock.now(),
    );
  }
  emit(world, 'badge.uploaded', { account, client, outcome, verdict });
  return outcome;
});

function countOf(world: World, account: string): number {
  return world.store.get<{ n: number }>('SELECT count(*) AS n FROM host_badge WHERE account = ?', account)?.n ?? 0;
}

export interface UploadedBadge extends Badge {
  readonly verdict: UploadVerdict;
}

/** What was sent to an account, in the order in which it came first. */
export const uploadedBadges = remembered(['host_badge'], (world: World, account): readonly UploadedBadge[] =>
  world.store.all<UploadedBadge>(
    `SELECT issuer, id, secured, media_type AS mediaType, valid_from AS validFrom, verdict
       FROM host_badge WHERE account = ? ORDER BY received_at, issuer, id`,
    account,
  ),
);
