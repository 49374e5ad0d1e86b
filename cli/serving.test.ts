import { createServer } from 'node:net';
import { ImapFlow } from 'imapflow';
import mailhog from 'mailhog';
import Pop3 from 'node-pop3';
import { createTransport } from 'nodemailer';
import { describe, expect, test } from 'vitest';
import { createMailWorld } from '#scenarios/runner';
import { ServiceError } from '#sim/errors';
import { defaultLimits, type RunningWorld } from '#sim/kernel';
import { standardStart } from './mail-trace.ts';
import { type Serving, type ServingOptions, serve } from './serving.ts';

interface ServedHere {
  readonly world: RunningWorld;
  readonly serving: Serving;
  readonly site: string;
  send(to: string, text?: string): Promise<string>;
  [Symbol.asyncDispose](): Promise<void>;
}

const loginOfPop = { host: '127.0.0.1', user: 'hanako@docomo.sim', password: 'any' };
const free = { smtp: 0, http: 0, mailpit: 0, imap: 0, pop3: 0 };

async function served(options: Partial<ServingOptions> = {}, trustsSenders = true): Promise<ServedHere> {
  const parameters = { smtp: { trustsSenders } };
  const world = createMailWorld({ seed: 3, startsAt: standardStart, limits: defaultLimits, parameters });
  const serving = await serve(world, { ports: free, ...options });
  const transport = createTransport({
    host: '127.0.0.1',
    port: serving.ports.smtp,
    ignoreTLS: true,
    name: 'client.test',
  });
  return {
    world,
    serving,
    site: `http://127.0.0.1:${serving.ports.http}`,
    async send(to, text = 'https://wallet.openbadge.test/receive/example') {
      const subject = '【見本大学】からオープンバッジ発行のお知らせ';
      const { response } = await transport.sendMail({ from: 'jimu@mihon-u.ac.jp', to, subject, text });
      return response;
    },
    async [Symbol.asyncDispose]() {
      transport.close();
      await serving[Symbol.asyncDispose]();
      world[Symbol.dispose]();
    },
  };
}

async function asked<Answer>(url: string): Promise<Answer> {
  return (await (await fetch(url)).json()) as Answer;
}

const post = (url: string, body: string, headers: Record<string, string> = {}) =>
  fetch(url, { method: 'POST', body, headers });

describe('a served world', { timeout: 60_000 }, () => {
  test('takes mail by SMTP and shows it by the APIs of MailHog and Mailpit, the own one and the mail app', async () => {
    await using here = await served({ friendly: true });
    expect(await here.send('hanako@docomo.sim')).toBe('250 Ok');
    const client = mailhog({ host: '127.0.0.1', port: here.serving.ports.http });
    const found = await client.latestTo('hanako@docomo.sim');
    expect(found?.subject).toBe('【見本大学】からオープンバッジ発行のお知らせ');
    const boxes = await (await fetch(`${here.site}/todoku/v1/mailboxes`)).json();
    expect(boxes).toMatchObject({ mailboxes: [{ address: 'hanako@docomo.sim', provider: 'docomo' }] });
    const pit = `http://127.0.0.1:${here.serving.ports.mailpit}/api/v1/messages`;
    expect(await asked(pit)).toMatchObject({ total: 1, messages: [{ Subject: found?.subject }] });
    const page = await fetch(`${here.site}/mail/`);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  });

  test('shows it to mail programs by IMAP and POP3', async () => {
    await using here = await served();
    await here.send('hanako@docomo.sim');
    const login = { auth: { user: 'hanako@docomo.sim', pass: 'any' }, secure: false, logger: false } as const;
    const client = new ImapFlow({ host: '127.0.0.1', port: here.serving.ports.imap, doSTARTTLS: false, ...login });
    await client.connect();
    expect(await client.status('INBOX', { messages: true })).toMatchObject({ messages: 1 });
    await client.logout();
    const pop = new Pop3({ ...loginOfPop, port: here.serving.ports.pop3 });
    expect(await pop.UIDL()).toHaveLength(1);
    await pop.QUIT();
  });

  test('answers magic addresses as their provider does, at the stage where it does', async () => {
    await using here = await served();
    await expect(here.send('bounce+x@softbank.sim')).rejects.toMatchObject({ command: 'RCPT TO', responseCode: 550 });
    await expect(here.send('full+x@docomo.sim')).rejects.toMatchObject({ command: 'DATA', responseCode: 552 });
    await expect(here.send('full+x@app.example')).rejects.toMatchObject({ responseCode: 552 });
    expect(await here.send('spam+x@au.sim')).toBe('250 Ok');
    await expect(here.send('hanako@docomo.ne.jp')).rejects.toMatchObject({ responseCode: 550 });
  });

  test('takes what comes back to the sender of its mails, and leaves other real addresses alone', async () => {
    await using here = await served();
    expect(await here.send('service@openbadge.net')).toBe('250 2.0.0 Ok');
    expect(here.world.log.after(0).at(-1)).toMatchObject({ type: 'mail.report-ignored', data: { why: 'no-report' } });
    await expect(here.send('somebody@openbadge.net')).rejects.toMatchObject({ responseCode: 550 });
  });

  test('refuses what a page of another site makes a browser send, on every path', async () => {
    await using here = await served();
    const foreign = { origin: 'https://evil.example' };
    for (const path of ['/api/v1/messages', '/todoku/v1/messages', '/mail/api/messages/cap_0001/delete', '/nothing']) {
      const answer = await post(here.site + path, '{}', foreign);
      expect([path, answer.status]).toEqual([path, 403]);
      expect(await answer.json()).toMatchObject({ code: 'page-foreign' });
    }
  });

  test('lets the MailHog API be used by the origin that is named', async () => {
    await using here = await served({ corsOrigin: 'https://tests.example' });
    const answer = await fetch(`${here.site}/api/v1/messages`, {
      method: 'DELETE',
      headers: { origin: 'https://tests.example' },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://tests.example');
  });

  test('takes what comes in for authentic, unless senders shall be judged', async () => {
    await using trusting = await served();
    expect(await trusting.send('hanako@gmail.sim')).toBe('250 2.0.0 OK');
    expect(await trusting.send('hanako@softbank.sim')).toBe('250 Ok');
    const boxes = await asked<{ mailboxes: { folders: object }[] }>(`${trusting.site}/todoku/v1/mailboxes`);
    expect(boxes.mailboxes.map(({ folders }) => Object.keys(folders))).toEqual([['inbox'], ['inbox']]);
    await using judging = await served({}, false);
    await expect(judging.send('hanako@gmail.sim')).rejects.toMatchObject({ responseCode: 550 });
  });

  test('says which port is taken, and leaves nothing open', async () => {
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
    const { port } = blocker.address() as { port: number };
    using world = createMailWorld({ seed: 3, startsAt: standardStart, limits: defaultLimits, parameters: {} });
    const attempt = serve(world, { ports: { ...free, http: port } });
    await expect(attempt).rejects.toThrow(
      new ServiceError('port-taken', { option: '--http-port', port, reason: 'EADDRINUSE' }),
    );
    await new Promise((resolve) => blocker.close(resolve));
    await using again = await serve(world, { ports: { ...free, http: port } });
    expect(again.ports.http).toBe(port);
  });
});
