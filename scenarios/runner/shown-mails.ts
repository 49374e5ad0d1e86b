import { createMailbox, findCaptures } from '#mocks/mailbox';
import { defaultLimits, type Instant, type RunningWorld } from '#sim/kernel';
import { createMailWorld, handOver } from './mail-world.ts';

/** A world in which mails lie in one mailbox, whatever a filter would say of them: to look at them. */
export interface ShownMails {
  readonly world: RunningWorld;
  readonly mailbox: string;
  /** As the mailbox has them (`cap_…`), in the order that they were given. */
  readonly captured: readonly string[];
}

const address = 'hanako@example.test';

export async function showMails(mails: readonly Uint8Array[], startsAt: Instant): Promise<ShownMails> {
  const world = createMailWorld({ seed: 1, startsAt, limits: defaultLimits, parameters: {} });
  const mailbox = await world.perform(createMailbox, { address, provider: 'plain' });
  const captured: string[] = [];
  for (const data of mails) {
    const envelope = { reversePath: '', forwardPath: address, clientAddress: '192.0.2.1', helo: 'preview.test' };
    await world.perform(handOver, { ...envelope, data });
    const [last] = findCaptures(world, { after: 0, mailbox }, 1);
    if (last === undefined) throw new TypeError('a plain mailbox takes every mail');
    captured.push(last.captured);
  }
  return { world, mailbox, captured };
}
