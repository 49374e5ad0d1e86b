import mailhog from 'mailhog';
import { describe, expect, it } from 'vitest';
import { mailhogUnderTest } from './mail-fixture.ts';

const clientOf = (port: number) => mailhog({ host: '127.0.0.1', port });

const japanese = {
  from: '髙﨑 太郎 <taro@b.test>',
  to: '見本 花子 <hanako@app.test>',
  subject: '【見本大学】からオープンバッジ発行のお知らせ🎓',
  text: '花子様 学生証です',
  html: '<p>花子様</p>',
  attachments: [{ filename: '学生証.txt', content: '𠮷野' }],
};

/** 「髙﨑花子様 学生証」 as older systems write it. */
const jis = Buffer.from('GyRCfGJ5dTJWO1JNTRsoQiAbJEIzWEA4PlobKEI=', 'base64');
const oldMail = Buffer.concat([
  Buffer.from(
    `From: =?ISO-2022-JP?B?${jis.toString('base64')}?= <jimu@b.test>\r\nSubject: =?ISO-2022-JP?B?${jis.toString('base64')}?=\r\n` +
      'Content-Type: text/plain; charset="ISO-2022-JP"\r\nContent-Transfer-Encoding: 7bit\r\n\r\n',
  ),
  jis,
  Buffer.from('\r\n'),
]);

describe('the npm client', () => {
  it('reads, searches, and deletes', async () => {
    await using under = await mailhogUnderTest();
    const client = clientOf(under.port);
    expect(await client.messages()).toEqual({ total: 0, count: 0, start: 0, items: [] });
    for (const subject of ['one', 'two', 'three']) await under.send({ subject, text: `text of ${subject}` });
    await under.send({ subject: 'four', text: 'x', from: 'jiro@c.test', to: 'taro@app.test' });

    const all = await client.messages();
    expect(all?.items.map((item) => item.subject)).toEqual(['four', 'three', 'two', 'one']);
    const [item] = (await client.messages(1, 1))?.items ?? [];
    expect(item).toMatchObject({ subject: 'three', from: 'taro@b.test', to: 'hanako@app.test', text: 'text of three' });
    expect(item?.deliveryDate).toEqual(new Date('2026-04-01T00:00:00Z'));
    expect(item?.ID).toMatch(/^[\w-]{43}=@mailhog\.example$/);

    expect((await client.latestTo('taro@app'))?.subject).toBe('four');
    expect((await client.latestFrom('TARO@b.test'))?.subject).toBe('three');
    expect((await client.latestContaining('text of two'))?.subject).toBe('two');
    expect(await client.latestContaining('nowhere')).toBe(0);
    expect((await client.search('text of'))?.total).toBe(3);

    expect(await client.deleteMessage(item?.ID ?? '')).toMatchObject({ statusCode: 200 });
    expect(await client.deleteMessage(item?.ID ?? '')).toMatchObject({ statusCode: 500 });
    expect((await client.messages())?.total).toBe(3);
    expect(await client.deleteAll()).toMatchObject({ statusCode: 200 });
    expect((await client.messages())?.total).toBe(0);
  });

  it('reads Japanese mail of today when it is friendly', async () => {
    await using under = await mailhogUnderTest({ friendly: true });
    await under.send(japanese);
    const [item] = (await clientOf(under.port).messages())?.items ?? [];
    expect(item).toMatchObject({
      subject: japanese.subject,
      from: japanese.from,
      to: japanese.to,
      text: japanese.text,
      html: japanese.html,
    });
    const [attachment] = item?.attachments ?? [];
    expect(attachment).toMatchObject({ name: '学生証.txt', type: 'text/plain', encoding: 'base64' });
    expect(Buffer.from(attachment?.Body ?? '', 'base64').toString()).toBe('𠮷野');
  });

  it('reads Japanese mail of older systems when it is friendly', async () => {
    await using under = await mailhogUnderTest({ friendly: true });
    await under.send({ raw: oldMail, envelope: { from: 'jimu@b.test', to: ['hanako@app.test'] } });
    const [item] = (await clientOf(under.port).messages())?.items ?? [];
    expect(item).toMatchObject({ subject: '髙﨑花子様 学生証', from: '髙﨑花子様 学生証 <jimu@b.test>' });
    expect(item?.text?.trim()).toBe('髙﨑花子様 学生証');
  });

  it('is told just what MailHog would say otherwise', async () => {
    await using under = await mailhogUnderTest();
    await under.send(japanese);
    const [item] = (await clientOf(under.port).messages())?.items ?? [];
    // Each encoded-word alone, and the folds between them left in.
    expect(item?.subject).not.toBe(japanese.subject);
    expect(item?.subject?.replace(/\s/g, '')).toBe(japanese.subject);
    expect(item?.MIME.Parts.at(-1)).toMatchObject({ Body: '--' });
  });

  it('releases a message to a server on loopback, with a log-in', async () => {
    await using under = await mailhogUnderTest();
    await under.send({ subject: 'let out', text: '.dot\n..dots' });
    const client = clientOf(under.port);
    const [item] = (await client.messages())?.items ?? [];
    const order = { host: '127.0.0.1', port: String(under.smtpPort), email: 'jiro@app.test' };
    const login = { username: 'u', password: 'p' };
    for (const [more, statusCode] of [
      [{}, 200],
      [{ ...login, mechanism: 'PLAIN' }, 200],
      [{ ...login, mechanism: 'CRAMMD5' }, 200],
      [{ ...login, mechanism: 'CRAM-MD5' }, 400],
      [{ email: 'nobody@real.example.com' }, 500],
      [{ host: 'mail.example.com' }, 500],
      [{ email: 'a@app.test>\r\nRCPT TO:<b@app.test' }, 500],
      [{ port: 'x' }, 500],
    ] as const) {
      const answer = await client.releaseMessage(item?.ID ?? '', { ...order, ...more } as never);
      expect([more, answer.statusCode]).toEqual([more, statusCode]);
    }
    const released = await client.search('jiro@app.test', 'to');
    expect(released?.items).toHaveLength(3);
    expect(released?.items[0]).toMatchObject({ subject: 'let out', text: '.dot\r\n..dots' });
    expect(released?.items[0]).toMatchObject({ Raw: { From: 'nobody@mailhog.example', Helo: 'localhost' } });
  });
});
