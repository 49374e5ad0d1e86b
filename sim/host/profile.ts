import { command, type Instant, type RunningWorld, remembered, type World } from '../kernel/index.ts';

export const profileTable = `
  CREATE TABLE host_profile (account TEXT PRIMARY KEY, profile TEXT NOT NULL, updated_at INTEGER NOT NULL)
    STRICT, WITHOUT ROWID;`;

export const keepProfile = command<{ account: string; profile: string }, void>(
  'host.keepProfile',
  (world, { account, profile }) => {
    const now: Instant = world.clock.now();
    world.store.run(
      `INSERT INTO host_profile (account, profile, updated_at) VALUES (?, ?, ?)
         ON CONFLICT DO UPDATE SET profile = excluded.profile, updated_at = excluded.updated_at`,
      account,
      profile,
      now,
    );
  },
);

/** The whole profile takes the place of the one before, text for text: nothing that a host writes is lost on the way. */
export async function putProfile(world: RunningWorld, account: string, profile: string): Promise<void> {
  await world.perform(keepProfile, { account, profile });
}

/** JSON, as it was put; undefined when none was. */
export const profileOf = remembered(
  ['host_profile'],
  (world: World, account) =>
    world.store.get<{ profile: string }>('SELECT profile FROM host_profile WHERE account = ?', account)?.profile,
);
