import { ServiceError } from '../errors/index.ts';
import { command, formatInstant, type Instant, type RunningWorld, type World } from '../kernel/index.ts';
import { walletParameters } from './parameters.ts';
import { endSessions, type Session } from './session.ts';

/** RFC 8037 §2: the public half of the key that a phone signs its QR codes with. */
export type DeviceKey = { readonly kty: 'OKP'; readonly crv: 'Ed25519'; readonly x: string };

export type NewDevice = { readonly name: string; readonly publicKey: DeviceKey };

export interface ListedDevice {
  readonly device: string;
  readonly name: string;
  /** The one that asks. */
  readonly current: boolean;
  readonly lastSeenAt: string;
}

export const deviceTable = `
  CREATE TABLE wallet_device (
    id TEXT PRIMARY KEY, account TEXT NOT NULL, key TEXT NOT NULL, name TEXT NOT NULL,
    last_seen_at INTEGER NOT NULL, removed_at INTEGER, UNIQUE (account, key)
  ) STRICT, WITHOUT ROWID;`;

/** The account's device with that key, new or known: a phone that was found again is the same. Only inside a command. */
export function registerDevice(world: World, account: string, { name, publicKey }: NewDevice): string {
  const now = world.clock.now();
  const known = world.store.get<{ id: string }>(
    'SELECT id FROM wallet_device WHERE account = ? AND key = ?',
    account,
    publicKey.x,
  );
  if (known !== undefined) {
    world.store.run(
      'UPDATE wallet_device SET name = ?, last_seen_at = ?, removed_at = NULL WHERE id = ?',
      name,
      now,
      known.id,
    );
    return known.id;
  }
  const device = world.ids.next('dev');
  world.store.run(
    'INSERT INTO wallet_device (id, account, key, name, last_seen_at) VALUES (?, ?, ?, ?, ?)',
    device,
    account,
    publicKey.x,
    name,
    now,
  );
  return device;
}

export const seeDevice = command<{ device: string }, void>('wallet.seeDevice', (world, { device }) => {
  world.store.run('UPDATE wallet_device SET last_seen_at = ? WHERE id = ?', world.clock.now(), device);
});

/** Keeps when a phone was there last, to the step that the parameters set. */
export async function noteSeen(world: RunningWorld, { device }: Session): Promise<void> {
  const row = world.store.get<{ lastSeenAt: Instant }>(
    'SELECT last_seen_at AS lastSeenAt FROM wallet_device WHERE id = ?',
    device,
  );
  const { lastSeenStepMs } = walletParameters(world);
  if (row !== undefined && world.clock.now() - row.lastSeenAt >= lastSeenStepMs) {
    await world.perform(seeDevice, { device });
  }
}

export function listDevices(world: World, session: Session): ListedDevice[] {
  return world.store
    .all<{ id: string; name: string; lastSeenAt: Instant }>(
      `SELECT id, name, last_seen_at AS lastSeenAt FROM wallet_device
         WHERE account = ? AND removed_at IS NULL ORDER BY id`,
      session.account,
    )
    .map(({ id, name, lastSeenAt }) => ({
      device: id,
      name,
      current: id === session.device,
      lastSeenAt: formatInstant(lastSeenAt),
    }));
}

/** Throws ServiceError `not-found` for a device that the account does not have (any more). */
export const removeDevice = command<{ account: string; device: string }, void>(
  'wallet.removeDevice',
  (world, { account, device }) => {
    const removed = world.store.run(
      'UPDATE wallet_device SET removed_at = ? WHERE id = ? AND account = ? AND removed_at IS NULL',
      world.clock.now(),
      device,
      account,
    );
    if (removed === 0) throw new ServiceError('not-found');
    endSessions(world, { device }, 'device-removed');
  },
);

/** Logs a phone out from afar, as after a loss. Throws ServiceError `not-found`. */
export async function logOutDevice(world: RunningWorld, session: Session, device: string): Promise<void> {
  await world.perform(removeDevice, { account: session.account, device });
}

/**
 * The keys that may stand behind a QR code of the account: of phones that were logged in and not logged out. A session
 * that only ran out keeps its phone: it shows the ID offline.
 */
export function presentingDevices(
  world: World,
  account: string,
): { readonly device: string; readonly publicKey: DeviceKey }[] {
  return world.store
    .all<{ id: string; key: string }>(
      `SELECT id, key FROM wallet_device WHERE account = ?
         AND EXISTS (SELECT 1 FROM wallet_session s WHERE s.device = wallet_device.id AND s.ended_at IS NULL)
         ORDER BY id`,
      account,
    )
    .map(({ id, key }) => ({ device: id, publicKey: { kty: 'OKP', crv: 'Ed25519', x: key } }));
}
