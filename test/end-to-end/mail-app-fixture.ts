import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { dnsModule } from '#mocks/dns';
import { createMailApp } from '#mocks/mail-app';
import { createMailbox, deliver, mailboxModule } from '#mocks/mailbox';
import type { SmtpReply } from '#sim/events';
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

/** The mail app over a world of mailboxes, on a port of loopback, mounted as `todoku serve` mounts it. */
export interface MailAppUnderTest {
  readonly world: RunningWorld;
  readonly origin: string;
  /** `http://127.0.0.1:…/mail/` */
  readonly url: string;
  /** Makes a mailbox and returns its id. */
  open(address: string, settings?: { readonly [name: string]: Json }, provider?: string): Promise<string>;
  arrive(address: string, data: string | Buffer): Promise<SmtpReply>;
  [Symbol.asyncDispose](): Promise<void>;
}

const arrive = command<{ readonly address: string; readonly data: string }, SmtpReply>(
  'fixture.arrive',
  (world, { address, data }) =>
    deliver(world, {
      message: world.ids.next('msg'),
      kind: 'issue-notice',
      reversePath: 'service@openbadge.net',
      forwardPath: address,
      data: Buffer.from(data, 'base64'),
    }),
);
const fixture: Module = { name: 'fixture', tables: '', commands: [arrive] };

export async function mailAppUnderTest(parameters: Origin['parameters'] = {}): Promise<MailAppUnderTest> {
  const startsAt = parseInstant('2026-04-01T09:00:00+09:00') ?? 0;
  // No mail here is signed: any text will do for the key.
  const zone = dnsModule({ signingKey: () => ({ name: 'todoku._domainkey.openbadge.net', txt: 'v=DKIM1; p=' }) });
  const origin = { seed: 5, startsAt, limits: defaultLimits, parameters };
  const world = createWorld(origin, [mailboxModule, zone, fixture]);
  const app = express().disable('x-powered-by');
  app.use('/mail', createMailApp(world));
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    world,
    origin: `http://127.0.0.1:${port}`,
    url: `http://127.0.0.1:${port}/mail/`,
    open: (address, settings = {}, provider) =>
      world.perform(createMailbox, { address, settings, ...(provider !== undefined && { provider }) }),
    arrive: (address, data) => world.perform(arrive, { address, data: Buffer.from(data).toString('base64') }),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      world[Symbol.dispose]();
    },
  };
}

/** One encoded-word. */
function word(text: string): string {
  return `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;
}

export interface MailParts {
  readonly from?: string;
  readonly subject?: string;
  readonly text?: string;
  readonly html?: string;
}

/** A mail from the service, in one part or as an alternative of two. */
export function mailOf({
  from,
  subject = '【見本大学】からオープンバッジ発行のお知らせ',
  text,
  html,
}: MailParts): string {
  const part = (type: string, body: string): string[] => [
    `Content-Type: text/${type}; charset=UTF-8`,
    'Content-Transfer-Encoding: base64',
    '',
    ...(Buffer.from(body)
      .toString('base64')
      .match(/.{1,76}/g) ?? []),
  ];
  const head = [
    `From: ${from ?? `${word('オープンバッジサービス')} <service@openbadge.net>`}`,
    `To: ${word('見本 花子')} <hanako@example.test>`,
    `Subject: ${[...(subject.match(/.{1,10}/gu) ?? [])].map(word).join('\r\n ')}`,
    'Date: Wed, 01 Apr 2026 09:00:00 +0900',
    'MIME-Version: 1.0',
  ];
  if (text === undefined || html === undefined) {
    return [...head, ...part(html === undefined ? 'plain' : 'html', html ?? text ?? ''), ''].join('\r\n');
  }
  return [
    ...head,
    'Content-Type: multipart/alternative; boundary=b',
    '',
    '--b',
    ...part('plain', text),
    '--b',
    ...part('html', html),
    '--b--',
    '',
  ].join('\r\n');
}
