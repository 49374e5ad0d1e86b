import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { forwardPathOf, type ServerKind, serverKinds } from './mail-server-kind.ts';
import { type Spread, spread, wallMs } from './measure.ts';
import { sendLoad } from './smtp-load.ts';

const rounds = 3;
/** Full authentication costs 2 ms a message: fewer tell as much. */
const messagesTo = { plain: 10_000, docomo: 2_000, bare: 10_000, maildev: 10_000 } as const;
const connections = 8;
const megabyte = 1024 ** 2;

export interface MailFigures {
  /** Messages a second over 8 pipelined connections. */
  readonly perSecond: Spread;
  /** Megabytes: resident memory after the second load, less that after the first, garbage collected, for 10,000 messages. */
  readonly heldMb: Spread;
}

/** Every kind in turn, round by round, so that a busy minute hits all of them. */
export async function measureMail(): Promise<Readonly<Record<ServerKind, MailFigures>>> {
  installPeers();
  const measured: Record<ServerKind, Measured[]> = { plain: [], docomo: [], bare: [], maildev: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const kind of serverKinds) measured[kind].push(await measureOnce(kind));
  }
  const figures = (kind: ServerKind): MailFigures => ({
    perSecond: spread(measured[kind].map(({ perSecond }) => perSecond)),
    heldMb: spread(measured[kind].map(({ heldMb }) => heldMb)),
  });
  return {
    plain: figures('plain'),
    docomo: figures('docomo'),
    bare: figures('bare'),
    maildev: figures('maildev'),
  };
}

interface Measured {
  readonly perSecond: number;
  readonly heldMb: number;
}

async function measureOnce(kind: ServerKind): Promise<Measured> {
  const child = fork(join(import.meta.dirname, 'mail-server.ts'), [kind], {
    execArgv: ['--expose-gc', '--no-warnings'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  try {
    const [{ port, signed }] = (await once(child, 'message')) as [
      { readonly port: number; readonly signed?: readonly string[] },
    ];
    const ready = signed?.map((text) => Buffer.from(text, 'base64'));
    const held = async (): Promise<number> => {
      child.send('memory');
      const [{ rss }] = (await once(child, 'message')) as [{ readonly rss: number }];
      return rss / megabyte;
    };
    const load = (count: number): Promise<void> =>
      sendLoad({
        port,
        connections,
        messages: count,
        message: (index) => ready?.[index % ready.length] ?? message(index),
        forwardPath: (index) => forwardPathOf(kind, index),
      });
    const messages = messagesTo[kind];
    // The first load warms the compiler up, and lets the heap grow to the size that it keeps.
    await load(messages);
    const before = await held();
    const ms = await wallMs(() => load(messages));
    return { perSecond: (messages / ms) * 1_000, heldMb: (((await held()) - before) * 10_000) / messages };
  } finally {
    child.disconnect();
    await once(child, 'exit');
  }
}

/** A small mail in Japanese, of about 1 kB. */
function message(index: number): Buffer {
  const encoded = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
  const text =
    `見本 花子 様\r\n\r\n見本大学から、あなたのスマート学生証（オープンバッジ）が発行されました。\r\n`.repeat(2);
  const link = `https://wallet.openbadge.test/receive/${String(index).padStart(43, '0')}\r\n`;
  return Buffer.from(
    [
      `From: =?UTF-8?B?${encoded('オープンバッジサービス')}?= <service@openbadge.net>`,
      'To: <student@plain.test>',
      'Date: Wed, 1 Apr 2026 09:00:00 +0900',
      `Message-ID: <${index}@openbadge.net>`,
      `Subject: =?UTF-8?B?${encoded('【見本大学】からお知らせ')}?=`,
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=UTF-8',
      'Content-Transfer-Encoding: base64',
      '',
      ...(encoded(text + link).match(/.{1,76}/g) ?? []),
      '',
    ].join('\r\n'),
    'latin1',
  );
}

/** MailDev is no package of the project: it stands in a folder of its own, with the overrides that it needs. */
function installPeers(): void {
  const folder = join(import.meta.dirname, 'peers');
  if (existsSync(join(folder, 'node_modules/maildev'))) return;
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('npm ci in bench/peers failed: MailDev cannot be measured');
}
