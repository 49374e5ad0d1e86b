import { emit } from '../events/index.ts';
import { command, remembered, type World } from '../kernel/index.ts';
import {
  type AchievementCredential,
  type SecuredMediaType,
  type StudentId,
  studentIdOf,
  unverifiedCredential,
} from '../proof/index.ts';

type Named = { readonly name: { readonly ja: string; readonly en: string } };

/** A credential that an account took, with what the issuer's offer said of it. */
export type Holding = {
  readonly credential: string;
  readonly account: string;
  /** A compact JWS, or JSON with a proof inside. */
  readonly secured: string;
  readonly mediaType: SecuredMediaType;
  readonly school: Named & { readonly slug: string };
  readonly achievement: Named;
  /** As the issuer's public status last said. */
  readonly status: string;
};

export const holdingTable = `
  CREATE TABLE wallet_holding (
    credential TEXT PRIMARY KEY, account TEXT NOT NULL, school TEXT NOT NULL, achievement TEXT NOT NULL,
    received_at INTEGER NOT NULL, status TEXT NOT NULL, secured TEXT NOT NULL,
    media_type TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX wallet_holding_account ON wallet_holding (account, received_at);`;

type Row = Omit<Holding, 'school' | 'achievement'> & { readonly school: string; readonly achievement: string };

const columns = `SELECT credential, account, secured, media_type AS mediaType, school, achievement, status
  FROM wallet_holding`;

function holdingFrom(row: Row): Holding {
  return {
    ...row,
    school: JSON.parse(row.school) as Holding['school'],
    achievement: JSON.parse(row.achievement) as Holding['achievement'],
  };
}

/** Whoever has it. */
export const holdingOf = remembered(['wallet_holding'], (world: World, credential): Holding | undefined => {
  const row = world.store.get<Row>(`${columns} WHERE credential = ?`, credential);
  return row === undefined ? undefined : holdingFrom(row);
});

/** What an account has, in the order in which it came. */
export const holdingsOf = remembered(['wallet_holding'], (world: World, account): readonly Holding[] =>
  world.store.all<Row>(`${columns} WHERE account = ? ORDER BY received_at, credential`, account).map(holdingFrom),
);

/** Keeps a credential that the issuer handed over; a second time changes nothing. */
export const hold = command<Omit<Holding, 'status'>, void>(
  'wallet.hold',
  (world, { credential, account, secured, mediaType, school, achievement }) => {
    const kept = world.store.run(
      `INSERT INTO wallet_holding (credential, account, secured, media_type, school, achievement, received_at, status)
         VALUES (?, ?, ?, ?, ?, ?, ?, 'active') ON CONFLICT DO NOTHING`,
      credential,
      account,
      secured,
      mediaType,
      JSON.stringify(school),
      JSON.stringify(achievement),
      world.clock.now(),
    );
    if (kept === 1) emit(world, 'credential.received', { account, credential });
  },
);

export const noteStatus = command<{ credential: string; status: string }, void>(
  'wallet.noteStatus',
  (world, { credential, status }) => {
    world.store.run('UPDATE wallet_holding SET status = ? WHERE credential = ?', status, credential);
  },
);

/** What the card of a held credential shows. Throws TypeError when it is no student ID. */
export function cardOf({ secured }: Holding): StudentId {
  return studentIdOf(unverifiedCredential(secured) as unknown as AchievementCredential);
}
