import { describe, expect, it } from 'vitest';
import type { DecodedMessage } from '#mocks/capture';
import { createMailbox, read } from '#mocks/mailbox';
import { mailhogUnderTest } from './mail-fixture.ts';

async function captureUnderTest() {
  const under = await mailhogUnderTest();
  const root = under.api.replace(/api$/, 'todoku/v1');
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(root + path, { headers });
    const bytes = Buffer.from(await response.arrayBuffer());
    return { status: response.status, headers: response.headers, bytes, json: () => JSON.parse(bytes.toString()) };
  };
  return { ...under, get, [Symbol.asyncDispose]: () => under[Symbol.asyncDispose]() };
}

const notice = {
  from: 'オープンバッジサービス <service@openbadge.net>',
  to: 'hanako@docomo.ne.jp.test',
  subject: '【見本大学】からオープンバッジ発行のお知らせ',
  text: '花子様\n認証コード: 482913\nhttps://wallet.openbadge.test/receive/t0ken',
  html: '<a href="https://wallet.openbadge.test/receive/t0ken">受け取る</a>',
  attachments: [{ filename: '学生証.txt', content: '𠮷野' }],
};

describe('the capture API', () => {
  it('shows a message decoded, with links, codes and what hangs on it', async () => {
    await using under = await captureUnderTest();
    await under.send(notice);
    const { status, json } = await under.get('/messages/cap_0001');
    expect(status).toBe(200);
    expect(json()).toMatchObject({
      seq: 1,
      captured: 'cap_0001',
      message: 'msg_0001',
      mailbox: 'mbox_0001',
      folder: 'inbox',
      kind: 'outside',
      reversePath: 'service@openbadge.net',
      forwardPath: 'hanako@docomo.ne.jp.test',
      from: { name: 'オープンバッジサービス', address: 'service@openbadge.net' },
      subject: notice.subject,
      receivedAt: '2026-04-01T09:00:00.000+09:00',
      isRead: false,
      text: `${notice.text}\n`,
      links: ['https://wallet.openbadge.test/receive/t0ken'],
      codes: ['482913'],
      attachments: [{ name: '学生証.txt', type: 'text/plain', sizeBytes: 7 }],
      transcript: [
        { command: 'EHLO client.test', reply: { replyCode: 250 } },
        { command: 'MAIL FROM:<service@openbadge.net>' },
        {},
        {},
        { command: '.', reply: { replyCode: 250 } },
      ],
    });
  });

  it('gives the bytes back that came in', async () => {
    await using under = await captureUnderTest();
    const raw = Buffer.concat([
      Buffer.from('Subject: x\r\n\r\n..\r\n'),
      Buffer.from([0, 0xff, 0x80]),
      Buffer.from('\r\n'),
    ]);
    await under.send({ raw, envelope: { from: '', to: ['a@app.test'] } });
    const { bytes, headers } = await under.get('/messages/cap_0001/raw');
    expect(bytes).toEqual(raw);
    expect(headers.get('content-type')).toBe('message/rfc822');
    expect(headers.get('content-disposition')).toBe('attachment; filename="cap_0001.eml"');
  });

  it('lists mailboxes and their folders, by id or by address in either spelling', async () => {
    await using under = await captureUnderTest();
    await under.world.perform(createMailbox, { address: 'a..b@docomo.ne.jp.test' });
    await under.send({
      ...notice,
      to: 'a..b@docomo.ne.jp.test',
      envelope: { from: 'x@y.test', to: ['a..b@docomo.ne.jp.test'] },
    });
    await under.send(notice);
    await under.world.perform(read, { captured: 'cap_0002' });
    const boxes = [
      { mailbox: 'mbox_0001', provider: 'docomo', folders: { inbox: { messages: 1, unread: 1 } } },
      { mailbox: 'mbox_0002', provider: 'docomo', folders: { inbox: { messages: 1, unread: 0 } } },
    ];
    expect((await under.get('/mailboxes')).json()).toMatchObject({ mailboxes: boxes });
    for (const name of ['mbox_0001', 'a..b@docomo.ne.jp.test', '"a..b"@docomo.ne.jp.test']) {
      expect((await under.get(`/mailboxes/${encodeURIComponent(name)}`)).json()).toMatchObject(boxes[0] ?? {});
    }
    const inFolder = async (query: string) =>
      (await under.get(`/mailboxes/mbox_0001/messages${query}`))
        .json()
        .messages.map(({ captured }: DecodedMessage) => captured);
    expect(await inFolder('')).toEqual(['cap_0001']);
    expect(await inFolder('?folder=inbox')).toEqual(['cap_0001']);
    expect(await inFolder('?folder=junk')).toEqual([]);
    expect(await inFolder(`?search=${encodeURIComponent('花子様　オープンバッジ')}`)).toEqual(['cap_0001']);
    expect(await inFolder('?search=nowhere')).toEqual([]);
  });

  it('finds messages by what a reader sees', async () => {
    await using under = await captureUnderTest();
    await under.send(notice);
    await under.send({ subject: 'other', text: '別の学生証' });
    const found = async (query: Record<string, string>) =>
      (await under.get(`/messages?${new URLSearchParams(query)}`))
        .json()
        .messages.map(({ seq }: DecodedMessage) => seq);
    expect(await found({})).toEqual([2, 1]);
    expect(await found({ limit: '1' })).toEqual([2]);
    expect(await found({ after: '1' })).toEqual([2]);
    expect(await found({ to: 'DOCOMO' })).toEqual([1]);
    expect(await found({ from: 'ｵｰﾌﾟﾝﾊﾞｯｼﾞ' })).toEqual([1]);
    expect(await found({ subject: 'お知らせ' })).toEqual([1]);
    expect(await found({ search: '学生証' })).toEqual([2]);
    expect(await found({ search: 'taro 学生証', to: 'app.test' })).toEqual([2]);
  });

  it('waits for a message without moving anything, and says when none came', async () => {
    await using under = await captureUnderTest();
    const waiting = under.get('/messages/wait?to=hanako@docomo&timeoutMs=300000');
    expect((await under.get('/messages/wait?timeoutMs=0')).status).toBe(204);
    const journal = under.world.journal.entries().length;
    await under.send({ subject: 'another', text: 'x' });
    await under.send(notice);
    expect((await waiting).json()).toMatchObject({ captured: 'cap_0002', codes: ['482913'] });
    expect(under.world.journal.entries().length - journal).toBe(2);
    expect((await under.get('/messages/wait?after=2&timeoutMs=0')).status).toBe(204);
  });

  it.each([
    ['/messages/cap_9999', 404, 'captured-unknown'],
    ['/messages/cap_9999/raw', 404, 'captured-unknown'],
    ['/mailboxes/mbox_9999', 404, 'mailbox-unknown'],
    ['/mailboxes/nobody@app.test/messages', 404, 'mailbox-unknown'],
    ['/messages?form=x', 400, 'request-invalid'],
    ['/messages?to=x&to=y', 400, 'request-invalid'],
    ['/messages?limit=-1', 400, 'request-invalid'],
    ['/messages/wait?timeoutMs=300001', 400, 'request-invalid'],
    ['/nothing', 404, 'not-found'],
  ])('answers %s with %i %s, in the language that is asked for', async (path, status, code) => {
    await using under = await captureUnderTest();
    for (const language of ['ja', 'en']) {
      const answer = await under.get(path, { 'accept-language': language });
      expect(answer.status).toBe(status);
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(answer.headers.get('content-language')).toBe(language);
      expect(answer.json()).toMatchObject({ code, status });
    }
  });
});
