import { eventsAfter, type RunEvent, type SmtpReply, type Transmission } from '../events/index.ts';
import {
  command,
  createWorld,
  defaultLimits,
  type Json,
  type Module,
  parseInstant,
  type RunningWorld,
} from '../kernel/index.ts';
import { enqueueMail, liftSuppression, type MailOrder, mailModule, receiveReport } from './index.ts';

/** A world that only sends mail, to a receiving side that answers what it is told to: for the tests of this folder. */
export interface MailWorld {
  readonly world: RunningWorld;
  readonly transmissions: Transmission[];
  enqueue(order: MailOrder): Promise<string>;
  lift(address: string): Promise<void>;
  /** Hands the issuer a mail from outside. */
  receive(data: Buffer, forwardPath?: string): Promise<void>;
  events<Name extends RunEvent['type']>(type: Name): Extract<RunEvent, { type: Name }>['data'][];
}

const enqueue = command<{ readonly order: Json }, string>(
  'fixture.enqueue',
  (world, { order }) => enqueueMail(world, order as unknown as MailOrder),
  { secrets: [] },
);
const lift = command<{ readonly address: string }, void>('fixture.lift', (world, { address }) =>
  liftSuppression(world, address),
);
const fixture: Module = { name: 'fixture', tables: '', commands: [enqueue, lift] };

export const startsAt = parseInstant('2026-04-01T09:00:00+09:00') ?? 0;

export function mailWorld(
  answer: (transmission: Transmission) => SmtpReply = () => ({ replyCode: 250, text: 'Ok' }),
  parameters: { readonly [name: string]: Json } = {},
  eventsMax = defaultLimits.events,
): MailWorld {
  const transmissions: Transmission[] = [];
  const deliver = (_: unknown, transmission: Transmission): SmtpReply => {
    transmissions.push(transmission);
    return answer(transmission);
  };
  const world = createWorld(
    { seed: 5, startsAt, limits: { ...defaultLimits, events: eventsMax }, parameters: { mail: parameters } },
    [mailModule({ deliver }), fixture],
  );
  return {
    world,
    transmissions,
    enqueue: (order) => world.perform(enqueue, { order: order as unknown as Json }),
    receive: (data, forwardPath = 'service@openbadge.net') => world.perform(receiveReport, { forwardPath, data }),
    lift: (address) => world.perform(lift, { address }),
    events: (type) =>
      eventsAfter(world, 0)
        .filter((event) => event.type === type)
        .map((event) => event.data) as never,
  };
}

export function issueNotice(change: { forwardPath?: string; recipientName?: string; issuerName?: string } = {}) {
  return {
    kind: 'issue-notice',
    forwardPath: change.forwardPath ?? 'hanako@docomo.ne.jp.test',
    about: 'cred_0001',
    variables: {
      recipientName: change.recipientName ?? '見本 花子',
      issuerName: change.issuerName ?? '見本大学',
      link: 'https://wallet.openbadge.test/receive/live-token-1',
      expiresAt: startsAt + 14 * 86_400_000,
    },
  } as const satisfies MailOrder;
}
