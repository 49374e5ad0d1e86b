import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, test } from 'vitest';
import { withNotice } from './notice-file.ts';
import { complaint, createDesk, type Desk } from './recording-terminal.ts';

const start = join(import.meta.dirname, '..', 'bin', 'todoku.js');

const onFreePorts =
  'serve --issuer-port 0 --wallet-port 0 --verifier-port 0 --smtp-port 0 --http-port 0 --mailpit-port 0 --imap-port 0 --pop3-port 0 --json'.split(
    ' ',
  );

interface Served {
  readonly child: ChildProcess;
  /** What `--json` printed. */
  readonly told: {
    readonly ports: { readonly [service in 'smtp' | 'http' | 'mailpit' | 'imap' | 'pop3']: number };
    readonly mailboxes: readonly { readonly address: string; readonly provider: string }[];
    readonly now: string;
    readonly realTime: boolean;
    readonly verdict?: string;
  };
}

async function serveIn({ folder }: Desk, ...given: string[]): Promise<Served> {
  const child = spawn(process.execPath, [start, ...onFreePorts, ...given], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  return { child, told: JSON.parse(String(line)) };
}

/** Resolves once nobody listens on the port any more. */
async function closed(port: number): Promise<void> {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const answer = await new Promise<string | undefined>((resolve) => {
      socket.once('connect', () => resolve('open'));
      socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code));
    });
    socket.destroy();
    if (answer === 'ECONNREFUSED') return;
  }
}

describe.skipIf(process.platform === 'win32')('todoku serve', { timeout: 120_000 }, () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('ends cleanly on %s and leaves no port open', async (signal) => {
    using desk = createDesk();
    const { child, told } = await serveIn(desk);
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([0, null]);
    for (const port of Object.values(told.ports)) await closed(port);
  });

  test('opens mailboxes by option and by file, and takes mail that the command line sends', async () => {
    using desk = createDesk();
    writeFileSync(join(desk.folder, 'boxes'), '# of the tests\ntaro@au.sim:au:easySetting=recommended  # strict\n\n');
    const { child, told } = await serveIn(desk, '--mailbox', 'hanako@docomo.sim', '--mailboxes', 'boxes');
    expect(told.mailboxes).toMatchObject([
      { address: 'hanako@docomo.sim', provider: 'docomo' },
      { address: 'taro@au.sim', provider: 'au' },
    ]);
    const smtp = `127.0.0.1:${told.ports.smtp}`;
    const given = ['mail', 'send', withNotice(desk), '--smtp', smtp];
    const sent = await desk.run(...given, '--to', 'hanako@docomo.sim');
    expect(sent).toMatchObject({ exitCode: 0, complaints: '' });
    expect(sent.output).toContain('  > RCPT TO:<hanako@docomo.sim>\n  < 250 Accepted\n');
    const bounced = await desk.run(...given, '--to', 'bounce+x@docomo.sim', '--json');
    expect(bounced.exitCode).toBe(1);
    expect(JSON.parse(bounced.output)[0].conversation.reply).toEqual({
      replyCode: 550,
      text: 'Unknown user bounce+x@docomo.sim',
      stage: 'RCPT',
    });
    const raw = await fetch(`http://127.0.0.1:${told.ports.http}/todoku/v1/messages/cap_0001/raw`);
    const lines = readFileSync(join(desk.folder, 'notice.eml'), 'utf8').split('\n');
    expect(await raw.text()).toBe(lines.join('\r\n'));
    child.kill('SIGTERM');
    await once(child, 'exit');
  });

  test('plays a scenario first, and shows its mailboxes', async () => {
    using desk = createDesk();
    const { child, told } = await serveIn(desk, '--scenario', 'S-2.2-01', '--cell', 'provider=docomo');
    expect(told).toMatchObject({
      verdict: 'passed',
      now: '2026-04-01T09:11:30.000+09:00',
      mailboxes: [{ address: 'hanako@docomo.ne.jp.test', provider: 'docomo' }],
    });
    const messages = await fetch(`http://127.0.0.1:${told.ports.http}/api/v2/messages`);
    expect(await messages.json()).toMatchObject({ total: 2 });
    child.kill('SIGTERM');
    await once(child, 'exit');
  });

  test('moves with the machine’s clock in real time', async () => {
    using desk = createDesk();
    const { child, told } = await serveIn(desk, '--real-time');
    expect(told.realTime).toBe(true);
    expect(Math.abs(Date.parse(told.now) - Date.now())).toBeLessThan(3_600_000);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  test('leaves nothing running when the start file that had to look for a newer Node is killed', async () => {
    using desk = createDesk();
    // Stands in the place of the start file on an old Node: it starts the same child in the same way.
    const parent = `
      const { spawn } = require('node:child_process');
      const child = spawn(process.execPath, ${JSON.stringify([start, ...onFreePorts])}, {
        stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
        env: { ...process.env, TODOKU_NODE: process.execPath },
      });
      child.on('exit', () => process.exit());`;
    const child = spawn(process.execPath, ['-e', parent], { cwd: desk.folder, stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = await once(createInterface({ input: child.stdout }), 'line');
    const { ports } = JSON.parse(String(line)) as Served['told'];
    const socket = connect(ports.smtp, '127.0.0.1');
    await once(socket, 'data');
    child.kill('SIGKILL');
    await once(socket, 'close');
    await closed(ports.http);
  });

  test('says what it cannot open', async () => {
    using desk = createDesk();
    const told = async (...given: string[]) => (await desk.run('serve', ...given)).complaints;
    expect(await told('--mailbox', 'hanako@docomo.ne.jp')).toBe(complaint('address-real', {}));
    expect(await told('--mailbox', 'hanako')).toBe(
      complaint('option-value', {
        option: '--mailbox',
        expected: 'address[:provider[:setting=value,…]]',
        given: 'hanako',
      }),
    );
    expect(await told('--mailbox', 'a@docomo.sim:docomo:quotaBytes=much')).toBe(
      complaint('mailbox-setting-invalid', { setting: 'quotaBytes', expected: '0, 1, 2, …' }),
    );
    expect(await told('--mailboxes', 'none')).toBe(complaint('file-missing', { file: 'none' }));
    expect(await told('--smtp-port', '70000')).toBe(
      complaint('option-value', { option: '--smtp-port', expected: '0…65535', given: 70_000 }),
    );
    expect(await told('--cell', 'provider=docomo')).toBe(
      complaint('argument-missing', { command: '--cell', expected: '--scenario ID' }),
    );
  });
});
