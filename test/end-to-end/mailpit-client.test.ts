import { get } from 'node:http';
import { MailpitClient } from 'mailpit-api';
import { describe, expect, it } from 'vitest';
import { createMailbox, folder } from '#mocks/mailbox';
import { mailhogUnderTest } from './mail-fixture.ts';

async function mailpitUnderTest() {
  const under = await mailhogUnderTest();
  const client = new MailpitClient(under.mailpit);
  return { ...under, client, [Symbol.asyncDispose]: () => under[Symbol.asyncDispose]() };
}

const japanese = {
  from: '髙﨑 太郎 <taro@b.test>',
  to: '見本 花子 <hanako@app.test>',
  cc: 'jiro@app.test',
  replyTo: '窓口 <desk@b.test>',
  subject: '【見本大学】からオープンバッジ発行のお知らせ🎓',
  text: '花子様 学生証です',
  html: '<p>花子様</p><script>1</script>',
  messageId: '<one@b.test>',
  attachments: [{ filename: '学生証.txt', content: '𠮷野' }],
};

describe('the npm client mailpit-api', () => {
  it('lists, newest first and page by page', async () => {
    await using under = await mailpitUnderTest();
    expect(await under.client.listMessages()).toEqual({
      total: 0,
      unread: 0,
      count: 0,
      messages_count: 0,
      messages_unread: 0,
      start: 0,
      tags: [],
      messages: [],
    });
    for (const subject of ['one', 'two', 'three']) await under.send({ subject, text: 'x' });
    const page = await under.client.listMessages(1, 1);
    expect(page).toMatchObject({ total: 3, unread: 3, count: 1, messages_count: 3, messages_unread: 3, start: 1 });
    expect(page.messages.map(({ Subject }) => Subject)).toEqual(['two']);
    expect((await under.client.listMessages(0, 0)).messages).toHaveLength(3);
    expect((await under.client.listMessages(3)).messages).toEqual([]);
    expect(await under.client.getInfo()).toMatchObject({ Messages: 3, Unread: 3, Tags: {} });
    expect(await under.client.getTags()).toEqual([]);
  });

  it('shows a Japanese mail in a list and by itself', async () => {
    await using under = await mailpitUnderTest();
    await under.send({ ...japanese, envelope: { from: 'bounce@b.test', to: ['hanako@app.test', 'hidden@app.test'] } });
    const [item] = (await under.client.listMessages()).messages;
    const head = {
      ID: expect.stringMatching(/^[0-9a-z]{22}$/),
      MessageID: 'one@b.test',
      From: { Name: '髙﨑 太郎', Address: 'taro@b.test' },
      To: [{ Name: '見本 花子', Address: 'hanako@app.test' }],
      Cc: [{ Name: '', Address: 'jiro@app.test' }],
      Bcc: [{ Name: '', Address: 'hidden@app.test' }],
      ReplyTo: [{ Name: '窓口', Address: 'desk@b.test' }],
      Subject: japanese.subject,
      Tags: [],
      Username: '',
      Size: expect.any(Number),
    };
    expect(item).toEqual({
      ...head,
      Read: false,
      Created: '2026-04-01T09:00:00.000+09:00',
      Attachments: 1,
      Snippet: japanese.text,
    });
    const message = await under.client.getMessageSummary(item?.ID);
    expect(message).toMatchObject({
      ...head,
      ReturnPath: 'bounce@b.test',
      Text: japanese.text,
      HTML: `${japanese.html}\n`,
      Inline: [],
      Attachments: [
        {
          PartID: '1',
          FileName: '学生証.txt',
          ContentType: 'text/plain',
          Size: 7,
          Checksums: { SHA256: expect.stringMatching(/^[0-9a-f]{64}$/) },
        },
      ],
    });
    expect(Number.isNaN(Date.parse(message.Date))).toBe(false);
    const part = await under.client.getMessageAttachment(message.ID, '1');
    expect([part.type, await part.text()]).toEqual(['text/plain', '𠮷野']);
    expect(await under.client.renderMessageText()).toBe(message.Text);
    expect(await under.client.renderMessageHTML()).toBe(message.HTML);
    const view = await fetch(`${under.mailpit}/view/latest.html`);
    expect(view.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
  });

  it('gives header fields and the source', async () => {
    await using under = await mailpitUnderTest();
    const raw = 'subject: a\r\nX-One: 1\r\nx-one: 2\r\nMESSAGE-ID: <m@b.test>\r\n\r\nbody\r\n';
    await under.send({ raw, envelope: { from: '', to: ['a@app.test'] } });
    expect(await under.client.getMessageHeaders()).toEqual({
      'Message-Id': ['<m@b.test>'],
      Subject: ['a'],
      'X-One': ['1', '2'],
    });
    expect(await under.client.getMessageSource()).toBe(raw);
  });

  it.each([
    ['from:taro', 2],
    ['to:hanako subject:one', 1],
    ['subject:"one more"', 1],
    ['subject:one -subject:more', 1],
    ['!from:taro', 1],
    ['cc:jiro', 1],
    ['bcc:nobody', 0],
    ['addressed:desk@b.test', 1],
    ['reply-to:窓口', 1],
    ['message-id:one@b.test', 1],
    ['is:unread', 3],
    ['is:read', 0],
    ['has:attachment', 1],
    ['ｵｰﾌﾟﾝﾊﾞｯｼﾞ発行', 1],
    ['花子様', 1],
    ['学生証.txt', 1],
    ['nowhere', 0],
  ])('searches with %s', async (query, count) => {
    await using under = await mailpitUnderTest();
    await under.send({ ...japanese, subject: 'オープンバッジ発行のお知らせ' });
    await under.send({ subject: 'one', text: 'x', from: 'jiro@c.test' });
    await under.send({ subject: 'one more', text: 'x', to: 'saburo@app.test' });
    const found = await under.client.searchMessages({ query });
    expect([found.messages_count, found.messages.length, found.total]).toEqual([count, count, 3]);
    expect((await under.client.searchMessages({ query, start: 1, limit: 1 })).messages).toHaveLength(count > 1 ? 1 : 0);
  });

  it('marks as read what a tester opened, and not for the student', async () => {
    await using under = await mailpitUnderTest();
    const mailbox = await under.world.perform(createMailbox, { address: 'hanako@app.test', provider: 'plain' });
    for (const subject of ['one', 'two', 'three']) await under.send({ subject, text: 'x' });
    const { ID } = await under.client.getMessageSummary();
    const readOnes = async () =>
      (await under.client.searchMessages({ query: 'is:read' })).messages.map(({ Subject }) => Subject);
    expect(await readOnes()).toEqual(['three']);
    await under.client.setReadStatus({ IDs: [ID] });
    expect(await readOnes()).toEqual([]);
    await under.client.setReadStatus({ Search: 'subject:two', Read: true });
    expect(await readOnes()).toEqual(['two']);
    await under.client.setReadStatus({ Read: true });
    expect(await under.client.getInfo()).toMatchObject({ Unread: 0 });
    await under.client.setReadStatus();
    expect(await under.client.getInfo()).toMatchObject({ Unread: 3 });
    expect(folder(under.world, mailbox, 'inbox').map((mail) => mail.isRead)).toEqual([false, false, false]);
  });

  it('deletes one, what a search finds, and all', async () => {
    await using under = await mailpitUnderTest();
    for (const subject of ['one', 'two', 'three', 'four']) await under.send({ subject, text: 'x' });
    const [newest] = (await under.client.listMessages()).messages;
    for (let turn = 0; turn < 2; turn += 1) await under.client.deleteMessages({ IDs: [newest?.ID ?? '', 'nobody'] });
    expect((await under.client.listMessages()).total).toBe(3);
    await under.client.deleteMessagesBySearch({ query: 'subject:two' });
    expect((await under.client.listMessages()).messages.map(({ Subject }) => Subject)).toEqual(['three', 'one']);
    await under.client.deleteMessages();
    expect((await under.client.listMessages()).total).toBe(0);
    await expect(under.client.getMessageSummary()).rejects.toThrow('404');
  });

  it('waits for a message', async () => {
    await using under = await mailpitUnderTest();
    const waiting = under.client.waitForMessage({ query: 'subject:学生証' }, { timeout: 60_000, interval: 20 });
    await under.send({ subject: '学生証', text: 'x' });
    expect(await waiting).toMatchObject({ Subject: '学生証' });
    expect(await under.client.waitForMessages({ count: 1 })).toMatchObject({ messages_count: 1 });
  });

  it.each([
    [
      'a filter that is not there',
      '/api/v1/search?query=after:2026-01-01',
      400,
      'Error: the filter after:2026-01-01 is not there',
    ],
    ['no query', '/api/v1/search', 400, 'Error: no search query'],
    ['a stranger’s id', '/api/v1/message/0123456789abcd00000001', 404, '404 page not found'],
    ['what is no id', '/api/v1/message/..%2fmessages/raw', 404, '404 page not found'],
    ['a part that is not there', '/api/v1/message/latest/part/0', 404, '404 page not found'],
    ['what is not of the subset', '/api/v1/chaos', 404, '404 page not found'],
    ['the web page', '/', 404, '404 page not found'],
  ])('is told of %s', async (_what, path, status, text) => {
    await using under = await mailpitUnderTest();
    await under.send({ subject: 'one', text: 'x' });
    const answer = await fetch(under.mailpit + path);
    expect([answer.status, await answer.text()]).toEqual([status, text]);
  });

  it.each([
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ host: 'evil.example' }, 403],
    [{ host: '127.0.0.1.evil.example:80' }, 403],
    [{ origin: 'http://localhost:3000' }, 200],
    [{ host: 'localhost' }, 200],
  ])('answers a browser of %j with %i', async (headers, status) => {
    await using under = await mailpitUnderTest();
    const answered = await new Promise((resolve) => {
      get(`${under.mailpit}/api/v1/messages`, { headers }, (response) => resolve(response.resume().statusCode));
    });
    expect(answered).toBe(status);
  });

  it.each(['{', '[]x', '{"IDs":"x"}', '{"Read":1}', '{"IDs":["x"],"Search":"y"}'])(
    'is told of the body %s',
    async (body) => {
      await using under = await mailpitUnderTest();
      const answer = await fetch(`${under.mailpit}/api/v1/messages`, { method: 'PUT', body });
      expect(answer.status).toBe(400);
    },
  );
});
