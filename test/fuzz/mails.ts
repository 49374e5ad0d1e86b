import { performance } from 'node:perf_hooks';
import fc from 'fast-check';
import { decodedMessage } from '#mocks/capture';
import { createMailbox, linksOf, mailboxModule, search } from '#mocks/mailbox';
import { mailhogJson, mailhogModule } from '#mocks/mailhog';
import { receive, refusalOfMessage, smtpModule } from '#mocks/smtp';
import { createWorld, defaultLimits, type RunningWorld } from '#sim/kernel';
import { bytesOf, type HostileMail, hostileMails } from './hostile-mails.ts';
import { mutated } from './mutation.ts';

/** What came of the mails that were handed in. */
export interface MailOutcomes {
  /** Taken by a server with its usual limits; the others were answered with a refusal. */
  accepted: number;
  refused: number;
  /** The longest time that one mail took in one operation, and which. Told, not judged: machines differ. */
  slowestMs: number;
  slowest: string;
}

const address = 'hanako@plain.test';

async function newWorld(): Promise<RunningWorld> {
  const limits = { ...defaultLimits, events: 10_000_000 };
  const modules = [mailboxModule, smtpModule, mailhogModule];
  const world = createWorld({ seed: 1, startsAt: 0, limits, parameters: {} }, modules);
  await world.perform(createMailbox, { address, provider: 'plain' });
  return world;
}

/** Captures a mail, opens it, searches it, and shows it in both ways of MailHog's API. Throws what any of them throws. */
async function handIn(mail: HostileMail, outcomes: MailOutcomes): Promise<void> {
  using world = await newWorld();
  if (refusalOfMessage(mail.data) === undefined) outcomes.accepted += 1;
  else outcomes.refused += 1;
  const submission = {
    helo: 'fuzz.test',
    reversePath: 'a@b.test',
    forwardPaths: [address],
    data: mail.data,
    opensMailboxes: false,
  };
  const operations = {
    capture: () => world.perform(receive, submission),
    search: () => search(world, 'mbox_0001', 'お知らせ 学生証'),
    links: () => linksOf(world, 'cap_0001'),
    open: () => decodedMessage(world, 'cap_0001'),
    mailhog: () => mailhogJson(world, 'msg_0001', { friendly: false }),
    'friendly mailhog': () => mailhogJson(world, 'msg_0001', { friendly: true }),
  };
  for (const [name, run] of Object.entries(operations)) {
    const startedAt = performance.now();
    const result: unknown = await run();
    JSON.stringify(result);
    const ms = performance.now() - startedAt;
    if (ms > outcomes.slowestMs) Object.assign(outcomes, { slowestMs: ms, slowest: `${name}: ${mail.name}` });
  }
}

const nothing = (): MailOutcomes => ({ accepted: 0, refused: 0, slowestMs: 0, slowest: '' });

export async function handInHostileMails(): Promise<MailOutcomes> {
  const outcomes = nothing();
  for (const mail of hostileMails()) {
    await handIn(mail, outcomes).catch((error: unknown) => {
      throw new Error(`${mail.name}: ${String(error)}`, { cause: error });
    });
  }
  return outcomes;
}

/** Throws fast-check's report of the first mail that something chokes on. */
export async function fuzzMails(count: number, seed: number): Promise<MailOutcomes> {
  const outcomes = nothing();
  const corpus = hostileMails().map(({ data }) => data.toString('latin1'));
  await fc.assert(
    fc.asyncProperty(mutated(corpus), (text) =>
      handIn({ name: JSON.stringify(text.slice(0, 200)), data: bytesOf(text) }, outcomes),
    ),
    { numRuns: count, seed },
  );
  return outcomes;
}
