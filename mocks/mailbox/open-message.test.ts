import { describe, expect, it } from 'vitest';
import { folder, linksOf, openMessage, search } from './index.ts';
import { mailboxWorld, word } from './mailbox-fixture.ts';

const address = 'hanako@docomo.ne.jp.test';

/** 「髙﨑花子様 学生証」, 髙 and 﨑 in the rows that NEC and IBM added, as Japanese systems write it. */
const jis = Buffer.from('GyRCfGJ5dTJWO1JNTRsoQiAbJEIzWEA4PlobKEI=', 'base64');
/** 「髙﨑花子様 学生証①ﾊﾅｺ」 */
const shiftJis = Buffer.from('7uDtlYnUjnGXbCCKd5C2j9iHQMrFug==', 'base64');

async function oneMail(message: string | Buffer) {
  const mail = mailboxWorld();
  const mailbox = await mail.open(address);
  await mail.arrive(address, message);
  const [summary] = folder(mail.world, mailbox, 'inbox');
  const find = (text: string): number => search(mail.world, mailbox, text).length;
  const links = linksOf(mail.world, 'cap_0001');
  return { summary, find, links, opened: await openMessage(mail.world, 'cap_0001') };
}

const alternative = [
  `From: ${word('オープンバッジ')} <service@openbadge.net>`,
  `To: ${word('見本 花子')} <${address}>, taro@example.test`,
  'Date: Wed, 1 Apr 2026 09:00:00 +0900',
  `Subject: ${word('お知らせ')}`,
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="outer"',
  '',
  'preamble',
  '--outer',
  'Content-Type: multipart/alternative;',
  ' boundary=inner',
  '',
  '--inner',
  'Content-Type: text/plain; charset=UTF-8',
  'Content-Transfer-Encoding: 8bit',
  '',
  '花子様',
  '1: https://a.test/x?y=1&z=2。次は（https://b.test/2）、https://a.test/x?y=1&z=2.',
  '--inner',
  'Content-Type: text/html; charset=UTF-8',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  '<p>=E8=8A=B1=E5=AD=90</p><a class=3D"b" href=3D"https://a.test/x?y=3D1&amp;z=3D2">1</a>=',
  '<a href=3D\'https://c.test/3\'>3</a><a href=3D"mailto:x@y.test">m</a>',
  '--inner--',
  '--outer',
  'Content-Type: text/plain; charset=UTF-8',
  'Content-Disposition: attachment; filename=note.txt',
  '',
  'https://attached.test/ 添付',
  '--outer--',
  '',
].join('\r\n');

describe('an opened message', () => {
  it('shows both bodies, who it is from and to, and its links once each in the order of reading', async () => {
    const { opened, links } = await oneMail(alternative);
    expect(links).toEqual(opened.links);
    expect(opened).toMatchObject({
      from: { name: 'オープンバッジ', address: 'service@openbadge.net' },
      to: [
        { name: '見本 花子', address },
        { name: '', address: 'taro@example.test' },
      ],
      subject: 'お知らせ',
      date: '2026-04-01T00:00:00.000Z',
      links: ['https://a.test/x?y=1&z=2', 'https://b.test/2', 'https://c.test/3'],
      attachments: [{ name: 'note.txt', type: 'text/plain', sizeBytes: 30 }],
    });
    expect(opened.text).toContain('花子様\n1: https');
    expect(opened.html).toContain('<p>花子</p>');
  });

  it.each([
    ['ISO-2022-JP', jis, '7bit', '髙﨑花子様 学生証'],
    ['iso-2022-jp', jis, 'base64', '髙﨑花子様 学生証'],
    ['Shift_JIS', shiftJis, '8bit', '髙﨑花子様 学生証①ﾊﾅｺ'],
    ['cp932', shiftJis, 'base64', '髙﨑花子様 学生証①ﾊﾅｺ'],
  ])('from an older system in %s reads right in list, body and search (%#)', async (charset, bytes, encoding, text) => {
    const header = [
      `From: =?${charset}?B?${bytes.toString('base64')}?= <jimu@mihon-u.ac.jp.test>`,
      `Subject: =?${charset}?B?${bytes.toString('base64')}?=`,
      'MIME-Version: 1.0',
      `Content-Type: text/plain; charset=${charset}`,
      `Content-Transfer-Encoding: ${encoding}`,
      '',
      '',
    ].join('\r\n');
    const body = encoding === 'base64' ? Buffer.from(bytes.toString('base64')) : bytes;
    const { summary, opened, find } = await oneMail(Buffer.concat([Buffer.from(header), body, Buffer.from('\r\n')]));
    expect(summary?.subject).toBe(text);
    expect(summary?.from).toEqual({ name: text, address: 'jimu@mihon-u.ac.jp.test' });
    expect(opened.subject).toBe(text);
    expect(opened.text.trim()).toBe(text);
    expect(find('髙﨑 学生証')).toBe(1);
  });

  it('with raw UTF-8 in its header, with a character split over two words, or with no header at all is readable', async () => {
    expect((await oneMail('Subject: 学生証🎓\r\n\r\nx')).summary?.subject).toBe('学生証🎓');
    const bytes = Buffer.from('A学生証');
    const split = `=?UTF-8?B?${bytes.subarray(0, 6).toString('base64')}?=\r\n =?UTF-8?B?${bytes.subarray(6).toString('base64')}?=`;
    expect((await oneMail(`Subject: ${split}\r\n\r\nx`)).summary?.subject).toBe('A学生証');
    expect((await oneMail('')).opened).toEqual({
      from: { name: '', address: '' },
      to: [],
      subject: '',
      date: '',
      text: '',
      html: '',
      links: [],
      attachments: [],
    });
  });
});

describe('a message that no parser likes', () => {
  it('is shown as far as filters read it', async () => {
    const deep = Array.from(
      { length: 300 },
      (_, n) => `Content-Type: multipart/mixed; boundary=b${n}x\r\n\r\n--b${n}x\r\n`,
    ).join('');
    const { opened } = await oneMail(`From: A <a@b.test>\r\nSubject: deep\r\n${deep}`);
    expect(opened).toMatchObject({
      from: { name: 'A', address: 'a@b.test' },
      subject: 'deep',
      text: '',
      attachments: [],
    });
    const shredded = await oneMail(`Subject: shredded\r\n\r\n${'x\r\n'.repeat(50_001)}`);
    expect(shredded.opened).toMatchObject({ subject: 'shredded', text: 'x\n'.repeat(50_001) });
  });
});

describe('search', () => {
  it('finds a mail by any decoded part, whatever the width or case of letters', async () => {
    const { find } = await oneMail(alternative);
    for (const text of ['オープンバッジ', 'ｵｰﾌﾟﾝﾊﾞｯｼﾞ', 'SERVICE＠openbadge', 'お知らせ', '花子様', 'お知らせ　花子']) {
      expect([text, find(text)]).toEqual([text, 1]);
    }
    for (const text of ['太郎', 'お知らせ 太郎', '添付', '', '  ', '5LqG'])
      expect([text, find(text)]).toEqual([text, 0]);
  });

  it('keeps blanks before a soft line end, and tells boundaries apart that begin alike', async () => {
    const quoted = 'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n';
    expect((await oneMail(`${quoted}one =\r\ntwo= \r\nthree`)).find('onetwo')).toBe(0);
    expect((await oneMail(`${quoted}one =\r\ntwo= \r\nthree`)).find('twothree')).toBe(1);
    const inner = 'Content-Type: multipart/alternative; boundary=bb\r\n\r\n--bb\r\n\r\ninside\r\n--bb--';
    const { find } = await oneMail(`Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n${inner}\r\n--b--\r\n`);
    expect(find('inside')).toBe(1);
  });

  it('reads HTML where there is no text, without its tags', async () => {
    const { find } = await oneMail(
      'Content-Type: text/html; charset=utf-8\r\n\r\n<style>p{color:red}</style><p>花&amp;子</p>',
    );
    expect(find('花&子')).toBe(1);
    expect(find('color')).toBe(0);
  });

  it('leaves out junk and trash at Gmail, where nothing but a folder’s own list shows them', async () => {
    const mail = mailboxWorld();
    const mailbox = await mail.open('a@gmail.com.test', { junkBias: 'high' });
    await mail.arrive('a@gmail.com.test');
    expect(search(mail.world, mailbox, '見本大学')).toEqual([]);
    expect(folder(mail.world, mailbox, 'junk')).toHaveLength(1);
  });
});
