import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { type CaptureSource, captureSource, worldSource } from '#mocks/external-capture';
import { type MailhogUnderTest, mailhogUnderTest } from './mail-fixture.ts';

const sources: Readonly<Record<string, (under: MailhogUnderTest) => CaptureSource>> = {
  'the world’s own capture': ({ world }) => worldSource(world),
  'a MailHog': ({ port }) => captureSource({ kind: 'mailhog', url: `http://127.0.0.1:${port}` }),
  'a Mailpit': ({ mailpit }) => captureSource({ kind: 'mailpit', url: `${mailpit}/` }),
};

const subject = '【見本大学国際教養学部スポーツ科学科】からオープンバッジ発行のお知らせ🎓';
const notice = {
  from: '髙﨑 太郎 <taro@b.test>',
  to: '見本 花子 <hanako@app.test>',
  subject,
  text: '花子様\n認証コード: ４８２９１３\nhttps://wallet.openbadge.test/receive/t0ken',
  attachments: [{ filename: '学生証.txt', content: '𠮷野' }],
};

/** 「髙﨑花子様 学生証」 as older systems write it. */
const jis = Buffer.from('GyRCfGJ5dTJWO1JNTRsoQiAbJEIzWEA4PlobKEI=', 'base64');
const sjis = Buffer.from('89D48E71976C82CC8AC7979D8ED2', 'hex');

const odd: Readonly<Record<string, Buffer>> = {
  'ISO-2022-JP': Buffer.concat([
    Buffer.from(`Subject: =?ISO-2022-JP?B?${jis.toString('base64')}?=\r\n`),
    Buffer.from('Content-Type: text/plain; charset="ISO-2022-JP"\r\nContent-Transfer-Encoding: 7bit\r\n\r\n'),
    jis,
    Buffer.from('\r\n'),
  ]),
  'Shift_JIS in eight bits': Buffer.concat([
    Buffer.from('Subject: x\r\nX-Long: a\r\n b\r\nContent-Type: text/plain; charset=Shift_JIS\r\n\r\n'),
    sjis,
    Buffer.from('\r\n.\r\n..\r\n\r\n'),
  ]),
  'UTF-8 in a raw header': Buffer.from('Subject: 学生証のお知らせ🎓\r\nA: 1\r\nA: 2\r\n\r\n本文\r\n'),
  'no header at all': Buffer.from('just a line\r\n'),
  'a large body of multi-byte letters': Buffer.from(
    `Subject: large\r\n\r\n${'届く🎓'.repeat(20).concat('\r\n').repeat(2_000)}`,
  ),
};

interface Filled extends AsyncDisposable {
  readonly under: MailhogUnderTest;
  readonly source: CaptureSource;
}

async function opened(open: (under: MailhogUnderTest) => CaptureSource, count = 0): Promise<Filled> {
  const under = await mailhogUnderTest();
  for (let n = 1; n <= count; n += 1) await under.send({ subject: `mail ${n}`, text: `本文 ${n}` });
  return { under, source: open(under), [Symbol.asyncDispose]: () => under[Symbol.asyncDispose]() };
}

const subjects = async (found: Promise<readonly { readonly subject: string }[]>): Promise<string[]> =>
  (await found).map((mail) => mail.subject);

describe.each(Object.entries(sources))('what is read of %s', (_name, open) => {
  it('shows a mail decoded, with links, codes and what hangs on it', async () => {
    await using test = await opened(open);
    await test.under.send(notice);
    const [mail] = await test.source.find({}, 10);
    expect(mail).toMatchObject({
      from: { name: '髙﨑 太郎', address: 'taro@b.test' },
      to: [{ name: '見本 花子', address: 'hanako@app.test' }],
      subject,
      forwardPaths: ['hanako@app.test'],
      receivedAt: expect.stringMatching(/^2026-04-01T09:00:00(\.000)?\+09:00$/),
      text: `${notice.text}\n`,
      links: ['https://wallet.openbadge.test/receive/t0ken'],
      codes: ['482913'],
      attachments: [{ name: '学生証.txt', type: 'text/plain', sizeBytes: 7 }],
    });
    expect(await test.source.open(mail?.id ?? '')).toEqual({ ...mail, receivedAt: expect.any(String) });
  });

  it.each(Object.entries(odd))('gives the bytes back that came in: %s', async (_what, raw) => {
    await using test = await opened(open);
    await test.under.send({ raw, envelope: { from: 'a@b.test', to: ['hanako@app.test'] } });
    const [mail] = await test.source.find({}, 1);
    expect(mail?.sizeBytes).toBe(raw.length);
    expect((await test.source.raw(mail?.id ?? '')).equals(raw)).toBe(true);
  });

  it('reads mail of older systems', async () => {
    await using test = await opened(open);
    await test.under.send({ raw: odd['ISO-2022-JP'], envelope: { from: 'a@b.test', to: ['hanako@app.test'] } });
    await test.under.send({
      raw: odd['Shift_JIS in eight bits'],
      envelope: { from: 'a@b.test', to: ['hanako@app.test'] },
    });
    const [second, first] = await test.source.find({}, 2);
    expect(first).toMatchObject({ subject: '髙﨑花子様 学生証', text: '髙﨑花子様 学生証\n' });
    expect(second?.text).toMatch(/^花子様の管理者/);
  });
});

describe.each(Object.entries(sources))('what is looked for in %s', (_name, open) => {
  it('finds by what a reader sees, the newest first', async () => {
    await using test = await opened(open, 3);
    await test.under.send(notice);
    await test.under.send({ subject: 'other', to: 'jiro@c.test', text: 'x' });
    const found = (query: object, limit = 10) => subjects(test.source.find(query, limit));
    expect(await found({})).toEqual(['other', subject, 'mail 3', 'mail 2', 'mail 1']);
    expect(await found({}, 2)).toEqual(['other', subject]);
    expect(await found({}, 0)).toEqual([]);
    expect(await found({ to: 'JIRO@' })).toEqual(['other']);
    expect(await found({ to: 'ｊｉｒｏ' })).toEqual(['other']);
    expect(await found({ from: '髙﨑' })).toEqual([subject]);
    expect(await found({ subject: 'ｵｰﾌﾟﾝﾊﾞｯｼﾞ発行' })).toEqual([subject]);
    expect(await found({ text: '花子様 コード' })).toEqual([subject]);
    expect(await found({ text: '本文 ３', to: 'hanako' })).toEqual(['mail 3']);
    expect(await found({ subject: 'nowhere' })).toEqual([]);
  });

  it('goes on behind the first page', async () => {
    await using test = await opened(open, 103);
    expect(await subjects(test.source.find({ subject: 'mail 1', to: 'hanako' }, 100))).toContain('mail 1');
    expect(await subjects(test.source.find({}, 200))).toHaveLength(103);
  });

  it('waits for a mail', async () => {
    await using test = await opened(open, 1);
    const waiting = test.source.waitFor(
      { subject: '学生証' },
      { timeoutMs: 60_000, signal: new AbortController().signal },
    );
    await test.under.send({ subject: 'not this', text: 'x' });
    await test.under.send({ subject: '学生証', text: 'x' });
    expect(await waiting).toMatchObject({ subject: '学生証' });
  });

  it('ends a wait when its time is over, or when nobody waits any more', async () => {
    await using test = await opened(open);
    const hangUp = new AbortController();
    expect(await test.source.waitFor({}, { timeoutMs: 0, signal: hangUp.signal })).toBeUndefined();
    const waiting = test.source.waitFor({}, { timeoutMs: 600_000, signal: hangUp.signal });
    hangUp.abort();
    expect(await waiting).toBeUndefined();
  });
});

describe.each(Object.entries(sources))('what is named in %s', (_name, open) => {
  it('removes one mail', async () => {
    await using test = await opened(open, 2);
    const [newest] = await test.source.find({}, 1);
    await test.source.remove(newest?.id ?? '');
    expect(await subjects(test.source.find({}, 10))).toEqual(['mail 1']);
    for (const gone of [newest?.id ?? '', 'x', '../messages', 'latest', '']) {
      for (const ask of [test.source.remove, test.source.open, test.source.raw]) {
        await expect(ask(gone)).rejects.toMatchObject({ code: 'captured-unknown' });
      }
    }
    expect(await subjects(test.source.find({}, 10))).toEqual(['mail 1']);
  });

  it('finds by Message-ID', async () => {
    await using test = await opened(open, 1);
    await test.under.send({ subject: 'this', text: 'x', messageId: '<a.b@c.test>' });
    await test.under.send({ subject: 'longer', text: 'x', messageId: '<a.b@c.test2>' });
    const found = await test.source.withMessageId('a.b@c.test');
    expect(found).toHaveLength(1);
    expect((await found[0]?.bytes())?.toString()).toContain('Subject: this');
  });
});

describe('a server that is none of them', () => {
  async function answering(listener: RequestListener): Promise<{ url: string } & AsyncDisposable> {
    const server = createServer(listener);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      [Symbol.asyncDispose]: async () => void server.close(),
    };
  }

  it.each([
    ['a page', 200, '<html></html>'],
    ['nothing', 200, ''],
    ['another object', 200, '{"total":1,"messages_count":1,"items":[{}],"messages":[{"ID":"../x"}]}'],
    ['null', 200, 'null'],
    ['an error', 503, 'busy'],
    ['a redirect', 302, ''],
  ])('answers %s', async (_what, status, body) => {
    await using server = await answering((_request, response) => {
      response.writeHead(status, { Location: 'http://elsewhere.example/' }).end(body);
    });
    for (const kind of ['mailhog', 'mailpit'] as const) {
      await expect(captureSource({ kind, url: server.url }).find({}, 1)).rejects.toMatchObject({
        code: 'capture-server-unfit',
        parameters: { server: server.url },
      });
    }
  });

  it('speaks SMTP', async () => {
    await using under = await mailhogUnderTest();
    for (const kind of ['mailhog', 'mailpit'] as const) {
      await expect(
        captureSource({ kind, url: `http://127.0.0.1:${under.smtpPort}` }).find({}, 1),
      ).rejects.toMatchObject({ code: 'capture-server-unfit', parameters: { reason: 'HTTP ?' } });
    }
  });

  it('is not there, or lies in an inner network', async () => {
    const gone = await answering(() => undefined);
    await gone[Symbol.asyncDispose]();
    for (const kind of ['mailhog', 'mailpit'] as const) {
      await expect(captureSource({ kind, url: gone.url }).find({}, 1)).rejects.toMatchObject({ code: 'egress-failed' });
      for (const host of ['10.0.0.1', '[::ffff:127.0.0.1]', '169.254.169.254']) {
        await expect(captureSource({ kind, url: `http://${host}` }).find({}, 1)).rejects.toMatchObject({
          code: 'egress-address-refused',
        });
      }
    }
  });

  it.each([
    '',
    '127.0.0.1:8025',
    'ftp://127.0.0.1',
    'http://u:p@127.0.0.1',
    'http://127.0.0.1/?x',
    'http://127.0.0.1/#x',
  ])('has no URL: %j', (url) => {
    for (const kind of ['mailhog', 'mailpit'] as const) {
      expect(() => captureSource({ kind, url })).toThrow(expect.objectContaining({ code: 'server-url-invalid' }));
    }
  });
});
