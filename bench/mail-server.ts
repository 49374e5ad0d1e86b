import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { createMailbox, mailboxModule } from '#mocks/mailbox';
import { mailhogModule } from '#mocks/mailhog';
import { createSmtpServer, smtpModule } from '#mocks/smtp';
import { modules } from '#scenarios/runner';
import { createWorld, defaultLimits, type Module, type RunningWorld } from '#sim/kernel';
import { composeMail } from '#sim/mail';
import { origin } from './journey.ts';
import { forwardPathOf, mailboxes, type ServerKind } from './mail-server-kind.ts';

/** A server that listens, and mails that were signed for it: without them any will do. */
interface Listening {
  readonly port: number;
  readonly signed?: readonly string[];
}

/** Each starts to listen. It runs in a process of its own, so that the memory is its own. */
const servers: Readonly<Record<ServerKind, () => Promise<Listening>>> = {
  plain: () => serve('plain', [mailboxModule, smtpModule, mailhogModule]),
  docomo: () => serve('docomo', modules),
  async bare() {
    const kept: Buffer[] = [];
    const server = new SMTPServer({
      disableReverseLookup: true,
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, _session, callback) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          kept.push(Buffer.concat(chunks));
          callback();
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return { port: (server.server.address() as AddressInfo).port };
  },
  async maildev() {
    // Installed beside the project, with overrides of its own: see bench/peers.
    const { MailDev } = (await import(new URL('peers/node_modules/maildev/dist/index.js', import.meta.url).href)) as {
      readonly MailDev: new (config: object) => { start(): Promise<{ readonly smtp: { getPort(): number } }> };
    };
    const mailDirectory = mkdtempSync(join(tmpdir(), 'todoku-bench-'));
    process.once('exit', () => rmSync(mailDirectory, { recursive: true, force: true }));
    const dev = new MailDev({ smtp: 0, ip: '127.0.0.1', web: 0, webIp: '127.0.0.1', silent: true, mailDirectory });
    return { port: (await dev.start()).smtp.getPort() };
  },
};

async function serve(provider: 'plain' | 'docomo', parts: readonly Module[]): Promise<Listening> {
  const world = createWorld({ ...origin, limits: { ...defaultLimits, events: 10_000_000 } }, parts);
  for (let index = 0; index < mailboxes; index += 1) {
    await world.perform(createMailbox, { address: forwardPathOf(provider, index), provider });
  }
  const { port } = await createSmtpServer(world).listen();
  return provider === 'plain' ? { port } : { port, signed: signedMails(world) };
}

/** One issue notice for each mailbox, as base64: DKIM is verified by the world's own zone. */
function signedMails(world: RunningWorld): string[] {
  return Array.from({ length: mailboxes }, (_, index) =>
    composeMail(world, `msg_bench_${index}`, {
      kind: 'issue-notice',
      language: 'ja',
      forwardPath: forwardPathOf('docomo', index),
      variables: {
        recipientName: '見本 花子',
        issuerName: '見本大学',
        link: 'https://wallet.openbadge.test/receive/bench',
        expiresAt: origin.startsAt,
      },
    }).data.toString('base64'),
  );
}

process.on('message', () => {
  global.gc?.();
  process.send?.({ rss: process.memoryUsage.rss() });
});
process.on('disconnect', () => process.exit());
process.send?.(await servers[process.argv[2] as ServerKind]());
