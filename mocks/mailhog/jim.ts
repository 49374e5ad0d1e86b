import { command, type World } from '#sim/kernel';

/** MailHog's chaos monkey: https://github.com/mailhog/MailHog/blob/master/docs/JIM.md . Chances from 0 to 1, speeds in bytes per second. */
export type Jim = {
  readonly DisconnectChance: number;
  readonly AcceptChance: number;
  readonly LinkSpeedAffect: number;
  readonly LinkSpeedMin: number;
  readonly LinkSpeedMax: number;
  readonly RejectSenderChance: number;
  readonly RejectRecipientChance: number;
  readonly RejectAuthChance: number;
};

const invited: Jim = {
  DisconnectChance: 0.005,
  AcceptChance: 0.99,
  LinkSpeedAffect: 0.1,
  LinkSpeedMin: 1024,
  LinkSpeedMax: 10240,
  RejectSenderChance: 0.05,
  RejectRecipientChance: 0.05,
  RejectAuthChance: 0.05,
};

/** One row once he was invited; what he was told last stays when he is sent away. */
export const jimTable =
  'CREATE TABLE mailhog_jim (id INTEGER PRIMARY KEY CHECK (id = 1), is_on INTEGER NOT NULL, jim TEXT NOT NULL) STRICT;';

/** Undefined when he is not there. */
export function jimOf(world: World): Jim | undefined {
  const row = world.store.get<{ jim: string }>('SELECT jim FROM mailhog_jim WHERE is_on = 1');
  return row && (JSON.parse(row.jim) as Jim);
}

/** Invites him, or tells him anew; without `jim` as he was told last. */
export const inviteJim = command<{ readonly jim?: Jim }, void>('mailhog.inviteJim', (world, { jim }) => {
  const last = world.store.get<{ jim: string }>('SELECT jim FROM mailhog_jim')?.jim;
  world.store.run(
    'INSERT OR REPLACE INTO mailhog_jim (id, is_on, jim) VALUES (1, 1, ?)',
    jim === undefined ? (last ?? JSON.stringify(invited)) : JSON.stringify(jim),
  );
});

export const sendJimAway = command<Record<string, never>, void>('mailhog.sendJimAway', (world) => {
  world.store.run('UPDATE mailhog_jim SET is_on = 0');
});

/**
 * What a body says of him, as Go reads it: keys in any case, what is missing is 0; undefined when it is malformed.
 */
export function readJim(body: string): Jim | undefined {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || Array.isArray(value)) return undefined;
  const jim: Record<string, number> = {};
  for (const name of Object.keys(invited)) jim[name] = 0;
  for (const [key, given] of Object.entries(value ?? {})) {
    const name = Object.keys(invited).find((one) => one.toLowerCase() === key.toLowerCase());
    if (name === undefined || given === null) continue;
    if (typeof given !== 'number') return undefined;
    jim[name] = given;
  }
  return jim as Jim;
}
