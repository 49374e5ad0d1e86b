import { eventsAfter, type RunEvent, type SmtpReply } from '#sim/events';
import {
  command,
  createWorld,
  defaultLimits,
  type Json,
  type Module,
  type Origin,
  parseInstant,
  type RunningWorld,
} from '#sim/kernel';
import { dnsModule } from '../dns/index.ts';
import { createMailbox, deliver, mailboxModule, mailboxOf } from './index.ts';

/** A world of mailboxes alone, which messages are handed to by hand: for the tests of this folder. */
export interface MailboxWorld {
  readonly world: RunningWorld;
  open(address: string, settings?: { readonly [name: string]: Json }, provider?: string): Promise<string>;
  /** Hands over a message in bytes or, by default, a small one from the service. */
  arrive(address: string, message?: string | Buffer): Promise<SmtpReply>;
  settingsOf(address: string): { readonly [name: string]: Json };
  events<Name extends RunEvent['type']>(type: Name): Extract<RunEvent, { type: Name }>['data'][];
}

const arrive = command<{ readonly address: string; readonly data: Uint8Array }, SmtpReply>(
  'fixture.arrive',
  (world, { address, data }) =>
    deliver(world, {
      message: world.ids.next('msg'),
      kind: 'issue-notice',
      about: 'cred_0001',
      reversePath: 'service@openbadge.net',
      forwardPath: address,
      data: Buffer.from(data),
    }),
);
const fixture: Module = { name: 'fixture', tables: '', commands: [arrive] };

export const startsAt = parseInstant('2026-04-01T09:00:00+09:00') ?? 0;

/** One encoded-word. */
export function word(text: string): string {
  return `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;
}

const small = [
  `From: ${word('オープンバッジサービス')} <service@openbadge.net>`,
  `Subject: ${word('【見本大学】から')}`,
  ` ${word('オープンバッジ発行のお知らせ')}`,
  'Content-Type: text/plain; charset=UTF-8',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from('花子様\r\n学生証は https://wallet.openbadge.test/receive/t0ken から。\r\n').toString('base64'),
  '',
].join('\r\n');

export function mailboxWorld(parameters: { readonly [name: string]: Json } = {}): MailboxWorld {
  return overModules({ mailbox: parameters }, [mailboxModule, fixture]);
}

/** The same with a zone, in which the service's mail passes SPF and is not signed. */
export function mailboxWorldWithZone(
  dns: { readonly [name: string]: Json } = {},
  mailbox: { readonly [name: string]: Json } = {},
): MailboxWorld {
  // No message of this fixture is signed: any text will do for the key.
  const zone = dnsModule({ signingKey: () => ({ name: 'todoku._domainkey.openbadge.net', txt: 'v=DKIM1; p=' }) });
  return overModules({ dns, mailbox }, [mailboxModule, zone, fixture]);
}

function overModules(parameters: Origin['parameters'], modules: readonly Module[]): MailboxWorld {
  const world = createWorld({ seed: 5, startsAt, limits: defaultLimits, parameters }, modules);
  return {
    world,
    open: (address, settings = {}, provider) =>
      world.perform(createMailbox, { address, settings, ...(provider !== undefined && { provider }) }),
    arrive: (address, message = small) => world.perform(arrive, { address, data: Buffer.from(message) }),
    settingsOf: (address) => mailboxOf(world, address)?.settings ?? {},
    events: (type) =>
      eventsAfter(world, 0)
        .filter((event) => event.type === type)
        .map((event) => event.data) as never,
  };
}
