import { createServer, type Server } from 'node:net';
import { describe, expect, test } from 'vitest';
import { withNotice } from './notice-file.ts';
import { complaint, createDesk } from './recording-terminal.ts';

/** A server that says one thing to whoever comes, and hangs up. */
async function rude(words: string): Promise<{ readonly server: Server; readonly address: string }> {
  const server = createServer((socket) => socket.on('error', () => undefined).end(words));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, address: `127.0.0.1:${(server.address() as { port: number }).port}` };
}

describe('todoku mail send', { timeout: 60_000 }, () => {
  test('shows the whole conversation, the outcome and why, in either language', async () => {
    using desk = createDesk();
    const given = [
      'mail',
      'send',
      withNotice(desk),
      '--to',
      'forward+hanako@plain.sim',
      '--to',
      'bounce+x@softbank.sim',
    ];
    for (const language of ['ja', 'en']) {
      const { exitCode, output } = await desk.run(...given, '--lang', language);
      expect(exitCode).toBe(0);
      await expect(output).toMatchFileSnapshot(`./mail-send-${language}.golden.txt`);
    }
  });

  test('sets the mailbox and the sender’s records as it is told', async () => {
    using desk = createDesk();
    const given = ['mail', 'send', withNotice(desk), '--to', 'hanako@docomo.sim', '--json'];
    const outcomeOf = async (...more: string[]) => {
      const [sent] = JSON.parse((await desk.run(...given, ...more)).output);
      const { reception } = sent.outcomes[0];
      return `${sent.conversation.reply.replyCode} ${reception.outcome} ${reception.trail.at(-1).rule}`;
    };
    expect(await outcomeOf()).toBe('250 delivered otherwise');
    expect(await outcomeOf('--setting', 'easySetting=strong')).toBe('550 rejected pc-mail');
    expect(await outcomeOf('--setting', 'refusesSpoofed=all', '--from-host', 'other')).toBe('550 rejected spoofed');
    expect(await outcomeOf('--from', '<>')).toBe('250 delivered otherwise');
  });

  test('sends to nobody’s address, and to no server elsewhere', async () => {
    using desk = createDesk();
    const file = withNotice(desk);
    const told = async (...given: string[]) => (await desk.run('mail', 'send', file, ...given)).complaints;
    for (const address of [
      'hanako@docomo.ne.jp',
      'hanako@docomo.sim.example.com',
      'a b@docomo.sim',
      'a@b.test\r\nDATA',
    ]) {
      expect(await told('--to', address)).toBe(complaint('address-real', {}));
    }
    expect(await told()).toBe(
      complaint('argument-missing', { command: 'mail send', expected: '--to hanako@docomo.sim' }),
    );
    for (const given of ['192.0.2.1:25', 'mail.example:25', '127.0.0.1', '127.0.0.1:0']) {
      expect(await told('--to', 'a@docomo.sim', '--smtp', given)).toBe(complaint('server-not-loopback', { given }));
    }
    expect(await told('--to', 'a@docomo.sim', '--smtp', '127.0.0.1:25', '--spf', 'wrong')).toBe(
      complaint('options-exclude', { one: '--smtp', other: '--spf' }),
    );
    expect(await told('--to', 'a@docomo.sim', '--from', 'x>y@z.test')).toBe(
      complaint('option-value', { option: '--from', expected: 'name@domain | <>', given: 'x>y@z.test' }),
    );
  });

  test('says that a server is not there, or broke off', async () => {
    using desk = createDesk();
    const given = ['mail', 'send', withNotice(desk), '--to', 'a@docomo.sim', '--smtp'];
    const { server, address } = await rude('');
    expect((await desk.run(...given, address)).complaints).toBe(
      complaint('smtp-unreachable', { server: address, reason: 'the connection broke off' }),
    );
    await new Promise((resolve) => server.close(resolve));
    expect((await desk.run(...given, address)).complaints).toBe(
      complaint('smtp-unreachable', { server: address, reason: 'ECONNREFUSED' }),
    );
  });
});
