import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createTransport } from 'nodemailer';
import { expect, test } from 'vitest';
import { complaint, createDesk, type Desk } from './recording-terminal.ts';

const start = join(import.meta.dirname, '..', 'bin', 'todoku.js');
const onFreePorts =
  'serve --issuer-port 0 --wallet-port 0 --verifier-port 0 --smtp-port 0 --http-port 0 --mailpit-port 0 --imap-port 0 --pop3-port 0 --json'.split(
    ' ',
  );

interface Served {
  readonly child: ChildProcess;
  readonly ports: { readonly smtp: number; readonly http: number };
}

async function serveIn({ folder }: Desk, ...given: string[]): Promise<Served> {
  const child = spawn(process.execPath, [start, ...onFreePorts, ...given], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  return { child, ports: JSON.parse(String(line)).ports };
}

/** Sends one mail after the other, and kills the server while the last is on its way. Returns what it took (250). */
async function sendUntilKilled({ child, ports }: Served, from: number): Promise<string[]> {
  const transport = createTransport({ host: '127.0.0.1', port: ports.smtp, ignoreTLS: true });
  const taken: string[] = [];
  try {
    for (let n = from; ; n += 1) {
      if (n === from + 10) setImmediate(() => child.kill('SIGKILL'));
      await transport.sendMail({
        from: 'a@x.test',
        to: 'hanako@docomo.sim',
        subject: `mail ${n}`,
        text: `This is mail ${n}.`,
      });
      taken.push(`mail ${n}`);
    }
  } catch {
    return taken;
  } finally {
    transport.close();
  }
}

async function subjectsAt({ ports }: Served): Promise<string[]> {
  const answer = await fetch(`http://127.0.0.1:${ports.http}/api/v2/messages?limit=1000`);
  const { items } = (await answer.json()) as { items: { Content: { Headers: { Subject: string[] } } }[] };
  return items.flatMap(({ Content }) => Content.Headers.Subject);
}

test.skipIf(process.platform === 'win32')(
  'serve --data loses no mail that it took, however it ends',
  {
    timeout: 180_000,
  },
  async () => {
    using desk = createDesk();
    const given = ['--data', 'worlds', '--mailbox', 'hanako@docomo.sim'];
    const taken: string[] = [];
    for (const from of [0, 100]) {
      const served = await serveIn(desk, ...given);
      const gone = once(served.child, 'exit');
      taken.push(...(await sendUntilKilled(served, from)));
      expect(await gone).toEqual([null, 'SIGKILL']);
    }
    expect(taken.length).toBeGreaterThanOrEqual(20);
    const served = await serveIn(desk, ...given);
    try {
      const subjects = await subjectsAt(served);
      const found = taken.map((subject) => [subject, subjects.filter((each) => each === subject).length]);
      expect(found).toEqual(taken.map((subject) => [subject, 1]));

      const second = await desk.run('serve', '--data', 'worlds');
      const holder = `todoku serve, process ${served.child.pid}`;
      expect(second.complaints).toBe(
        complaint('world-file-busy', { file: join(desk.folder, 'worlds', 'main.world'), holder }),
      );
    } finally {
      served.child.kill('SIGTERM');
    }
    expect(await once(served.child, 'exit')).toEqual([0, null]);
  },
);

test('serve --data says what it cannot go on from', async () => {
  using desk = createDesk();
  const told = async (...given: string[]) => (await desk.run('serve', ...given)).complaints;
  const file = join(desk.folder, 'theses', 'main.world');
  mkdirSync(join(desk.folder, 'theses'));
  writeFileSync(file, 'Chapter 1');
  expect(await told('--data', 'theses')).toBe(complaint('world-file-foreign', { file }));
  expect(await told('--data', 'a', '--scenario', 'S-2.2-01')).toBe(
    complaint('options-exclude', { one: '--scenario', other: '--data' }),
  );
  expect(await told('--data', 'theses/main.world')).toBe(complaint('world-file-unusable', { file, reason: 'EEXIST' }));
  expect(await told('--world', 'Team A')).toBe(complaint('world-name-invalid', { given: 'Team A' }));
  expect(await told('--world', 'a', '--world', 'a')).toBe(complaint('world-exists', { name: 'a' }));
  expect(await told('--token', 'short')).toBe(
    complaint('option-value', { option: '--token', expected: '16…200 × A-Z a-z 0-9 . _ ~ + / -', given: '…' }),
  );
});
