import type { Transmission } from '#sim/events';
import { organisationalDomain, type World } from '#sim/kernel';
import { domainOf, type History, type Profile } from '../providers/index.ts';

/** What a provider remembers of senders: first tries by (client, from, to), and messages by domain in steps of time. */
export const trafficTable = `
  CREATE TABLE mailbox_first_try (
    provider TEXT NOT NULL, client TEXT NOT NULL, reverse_path TEXT NOT NULL, forward_path TEXT NOT NULL,
    first_at INTEGER NOT NULL, PRIMARY KEY (provider, client, reverse_path, forward_path)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE mailbox_traffic (
    provider TEXT NOT NULL, domain TEXT NOT NULL, step INTEGER NOT NULL, messages INTEGER NOT NULL,
    PRIMARY KEY (provider, domain, step)
  ) STRICT, WITHOUT ROWID;`;

const stepMs = 600_000;
const hourMs = 3_600_000;

export function keepsHistory(profile: Profile): boolean {
  return profile.rules.some(({ when }) => when.needs === 'history');
}

/** What the provider has seen before this transmission. */
export function historyOf(world: World, profile: Profile, transmission: Transmission, fromAddress: string): History {
  const now = world.clock.now();
  const { reversePath, forwardPath, clientAddress = '' } = transmission;
  const tried = world.store.get<{ firstAt: number }>(
    `SELECT first_at AS firstAt FROM mailbox_first_try
     WHERE provider = ? AND client = ? AND reverse_path = ? AND forward_path = ?`,
    profile.provider,
    clientAddress,
    reversePath,
    forwardPath,
  );
  const since = (spanMs: number): number =>
    world.store.get<{ messages: number }>(
      'SELECT coalesce(sum(messages), 0) AS messages FROM mailbox_traffic WHERE provider = ? AND domain = ? AND step > ?',
      profile.provider,
      organisationalDomain(domainOf(fromAddress)),
      Math.floor((now - spanMs) / stepMs),
    )?.messages ?? 0;
  return { now, firstTriedAt: tried?.firstAt, lastHour: since(hourMs), lastDay: since(24 * hourMs) };
}

/** Writes the transmission down; a message that was taken counts for its domain. */
export function remember(
  world: World,
  profile: Profile,
  transmission: Transmission,
  came: { readonly fromAddress: string; readonly isTaken: boolean },
): void {
  const now = world.clock.now();
  const { reversePath, forwardPath, clientAddress = '' } = transmission;
  world.store.run(
    `INSERT INTO mailbox_first_try (provider, client, reverse_path, forward_path, first_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
    profile.provider,
    clientAddress,
    reversePath,
    forwardPath,
    now,
  );
  if (!came.isTaken) return;
  world.store.run(
    `INSERT INTO mailbox_traffic (provider, domain, step, messages) VALUES (?, ?, ?, 1)
     ON CONFLICT DO UPDATE SET messages = messages + 1`,
    profile.provider,
    organisationalDomain(domainOf(came.fromAddress)),
    Math.floor(now / stepMs),
  );
}
