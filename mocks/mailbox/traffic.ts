import type { Transmission } from '#sim/events';
import { organisationalDomain, type World } from '#sim/kernel';
import { domainOf, type History, type Judgement, type Memory, type Profile } from '../providers/index.ts';

/**
 * What a provider remembers of senders: first tries by (client, from, to), and in steps of time the messages of a domain
 * and the addresses of a client that do not exist.
 */
export const trafficTable = `
  CREATE TABLE mailbox_first_try (
    provider TEXT NOT NULL, client TEXT NOT NULL, reverse_path TEXT NOT NULL, forward_path TEXT NOT NULL,
    first_at INTEGER NOT NULL, PRIMARY KEY (provider, client, reverse_path, forward_path)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE mailbox_traffic (
    provider TEXT NOT NULL, kind TEXT NOT NULL, whose TEXT NOT NULL, step INTEGER NOT NULL, messages INTEGER NOT NULL,
    PRIMARY KEY (provider, kind, whose, step)
  ) STRICT, WITHOUT ROWID;`;

const stepMs = 600_000;
const hourMs = 3_600_000;

/** Who sends what to whom, as far as a provider's memory goes by it. */
export type Sent = Pick<Transmission, 'reversePath' | 'forwardPath' | 'clientAddress'> & {
  /** The address in From; that of the envelope as long as nobody saw the message. */
  readonly fromAddress: string;
};

/** What the provider has seen before; looked up when a rule asks. */
export function historyOf(world: World, provider: string, sent: Sent): History {
  const now = world.clock.now();
  const { reversePath, forwardPath, clientAddress = '', fromAddress } = sent;
  const since = (kind: Memory, whose: string, spanMs: number): number =>
    world.store.get<{ messages: number }>(
      `SELECT coalesce(sum(messages), 0) AS messages FROM mailbox_traffic
       WHERE provider = ? AND kind = ? AND whose = ? AND step > ?`,
      provider,
      kind,
      whose,
      Math.floor((now - spanMs) / stepMs),
    )?.messages ?? 0;
  return {
    now,
    get firstTriedAt() {
      return world.store.get<{ firstAt: number }>(
        `SELECT first_at AS firstAt FROM mailbox_first_try
         WHERE provider = ? AND client = ? AND reverse_path = ? AND forward_path = ?`,
        provider,
        clientAddress,
        reversePath,
        forwardPath,
      )?.firstAt;
    },
    get lastHour() {
      return since('traffic', organisationalDomain(domainOf(fromAddress)), hourMs);
    },
    get lastDay() {
      return since('traffic', organisationalDomain(domainOf(fromAddress)), 24 * hourMs);
    },
    get unknownLastHour() {
      return since('unknown-users', clientAddress, hourMs);
    },
  };
}

/** Writes down what rules of the provider will ask for; a message counts for its domain when it was taken. */
export function remember(world: World, profile: Profile, sent: Sent, { outcome, trail }: Judgement): void {
  const memory = memoryOf(profile);
  const { reversePath, forwardPath, clientAddress = '', fromAddress } = sent;
  if (memory.has('first-tries')) {
    world.store.run(
      `INSERT INTO mailbox_first_try (provider, client, reverse_path, forward_path, first_at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO NOTHING`,
      profile.provider,
      clientAddress,
      reversePath,
      forwardPath,
      world.clock.now(),
    );
  }
  const isTaken = outcome === 'delivered' || outcome === 'dropped';
  if (isTaken && memory.has('traffic')) count(world, profile, 'traffic', organisationalDomain(domainOf(fromAddress)));
  const isUnknown = trail.at(-1)?.rule === 'unknown-user';
  if (isUnknown && memory.has('unknown-users')) count(world, profile, 'unknown-users', clientAddress);
}

/** What the rules of a profile look back at. */
function memoryOf({ rules, atMail = [] }: Profile): ReadonlySet<Memory> {
  const needs = [...rules, ...atMail].flatMap(({ when }) => when.needs ?? []);
  return new Set(needs.filter((need) => need === 'first-tries' || need === 'traffic' || need === 'unknown-users'));
}

function count(world: World, { provider }: Profile, kind: Memory, whose: string): void {
  world.store.run(
    `INSERT INTO mailbox_traffic (provider, kind, whose, step, messages) VALUES (?, ?, ?, ?, 1)
     ON CONFLICT DO UPDATE SET messages = messages + 1`,
    provider,
    kind,
    whose,
    Math.floor(world.clock.now() / stepMs),
  );
}
