import { describe, expect, it } from 'vitest';
import { imapWorld, small } from './imap-fixture.ts';

const crlf = '\r\n';
const inner = [
  'Subject: =?UTF-8?B?5a2m55Sf6Ki8?=',
  'From: "Inner \\"x\\"" <in@b.test>',
  'Content-Type: multipart/alternative; boundary=in',
  '',
  '--in',
  '',
  'plain',
  '--in',
  'Content-Type: text/html',
  '',
  '<p>html</p>',
  '--in--',
].join(crlf);
const message = [
  'Received: by mx.test',
  'From: =?UTF-8?B?6Iqx5a2Q?= <hanako@b.test>, taro@b.test',
  'To: Class A: one@b.test, "Two, B" <two@b.test>;, (nobody)',
  'Subject: folded',
  ' over lines',
  'Date: Wed, 1 Apr 2026 09:00:00 +0900',
  'Message-ID: <1@b.test>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="out"',
  'Content-Language: ja, en',
  '',
  'before',
  '--out',
  'Content-Type: text/plain; charset=UTF-8',
  'Content-Transfer-Encoding: base64',
  'Content-ID: <c@b.test>',
  '',
  '5a2m55Sf6Ki8',
  '--out',
  'Content-Type: message/rfc822',
  'Content-Disposition: attachment; filename="in.eml"',
  '',
  inner,
  '--out--',
  'after',
  '',
].join(crlf);

async function opened(mail = message) {
  const owner = await imapWorld();
  await owner.arrive(mail);
  const client = await owner.client();
  await client.say('s SELECT INBOX');
  return { ...owner, client };
}

/** The one item that FETCH of message 1 answers, without its frame. */
async function fetched(item: string, mail = message): Promise<string> {
  const { client } = await opened(mail);
  const lines = await client.say(`a FETCH 1 ${item}`);
  expect(lines.at(-1)).toBe('a OK fetched');
  return lines
    .slice(0, -1)
    .join(crlf)
    .replace(/^\* 1 FETCH \(/, '')
    .replace(/\)$/, '');
}

const literal = (text: string): string => `{${text.length}}${crlf}${text}`;

describe('FETCH', () => {
  // https://www.rfc-editor.org/rfc/rfc9051#section-6.4.5.1
  it.each([
    ['BODY.PEEK[]', `BODY[] ${literal(message)}`],
    ['BODY.PEEK[]<7.5>', `BODY[]<7> ${literal('d: by')}`],
    ['BODY.PEEK[]<4000.5>', `BODY[]<4000> ${literal('')}`],
    ['RFC822.HEADER', `RFC822.HEADER ${literal(message.slice(0, message.indexOf('before')))}`],
    ['BODY.PEEK[HEADER]', `BODY[HEADER] ${literal(message.slice(0, message.indexOf('before')))}`],
    ['BODY.PEEK[TEXT]<0.8>', `BODY[TEXT]<0> ${literal(`before${crlf}`)}`],
    [
      'BODY.PEEK[HEADER.FIELDS (SUBJECT date "x y")]',
      `BODY[HEADER.FIELDS (SUBJECT date "x y")] ${literal(
        `Subject: folded${crlf} over lines${crlf}Date: Wed, 1 Apr 2026 09:00:00 +0900${crlf}${crlf}`,
      )}`,
    ],
    [
      'BODY.PEEK[2.HEADER.FIELDS.NOT (Subject From)]',
      `BODY[2.HEADER.FIELDS.NOT (Subject From)] ${literal(
        `Content-Type: multipart/alternative; boundary=in${crlf}${crlf}`,
      )}`,
    ],
    ['BODY.PEEK[1]', `BODY[1] ${literal('5a2m55Sf6Ki8')}`],
    [
      'BODY.PEEK[1.MIME]',
      `BODY[1.MIME] ${literal(
        `Content-Type: text/plain; charset=UTF-8${crlf}Content-Transfer-Encoding: base64${crlf}Content-ID: <c@b.test>${crlf}${crlf}`,
      )}`,
    ],
    ['BODY.PEEK[2]', `BODY[2] ${literal(inner)}`],
    ['BODY.PEEK[2.TEXT]', `BODY[2.TEXT] ${literal(inner.slice(inner.indexOf('--in')))}`],
    ['BODY.PEEK[2.1]', `BODY[2.1] ${literal('plain')}`],
    ['BODY.PEEK[2.2]', `BODY[2.2] ${literal('<p>html</p>')}`],
    ['BODY.PEEK[2.2.MIME]', `BODY[2.2.MIME] ${literal(`Content-Type: text/html${crlf}${crlf}`)}`],
    ['BODY.PEEK[1.HEADER]', 'BODY[1.HEADER] NIL'],
    ['BODY.PEEK[3]', 'BODY[3] NIL'],
    ['BODY.PEEK[2.2.1]', 'BODY[2.2.1] NIL'],
    // https://www.rfc-editor.org/rfc/rfc3516
    ['BINARY.PEEK[1]', `BINARY[1] ${literal(Buffer.from('学生証').toString('latin1'))}`],
    ['BINARY.SIZE[1]', 'BINARY.SIZE[1] 9'],
    ['BINARY.PEEK[1]<3.3>', `BINARY[1]<3> ${literal(Buffer.from('生').toString('latin1'))}`],
    // https://www.rfc-editor.org/rfc/rfc9051#section-7.5.2
    ['UID', 'UID 1'],
    ['FAST', `FLAGS () INTERNALDATE " 1-Apr-2026 09:00:00 +0900" RFC822.SIZE ${message.length}`],
    [
      'ENVELOPE',
      `ENVELOPE ("Wed, 1 Apr 2026 09:00:00 +0900" "folded over lines" ${[
        '(("=?UTF-8?B?6Iqx5a2Q?=" NIL "hanako" "b.test")(NIL NIL "taro" "b.test"))',
        '(("=?UTF-8?B?6Iqx5a2Q?=" NIL "hanako" "b.test")(NIL NIL "taro" "b.test"))',
        '(("=?UTF-8?B?6Iqx5a2Q?=" NIL "hanako" "b.test")(NIL NIL "taro" "b.test"))',
        '((NIL NIL "Class A" NIL)(NIL NIL "one" "b.test")("Two, B" NIL "two" "b.test")(NIL NIL NIL NIL))',
      ].join(' ')} NIL NIL NIL "<1@b.test>")`,
    ],
    [
      'BODYSTRUCTURE',
      `BODYSTRUCTURE (${[
        '("TEXT" "PLAIN" ("charset" "UTF-8") "<c@b.test>" NIL "BASE64" 12 0 NIL NIL NIL NIL)',
        `("MESSAGE" "RFC822" NIL NIL NIL "7BIT" ${inner.length} ${[
          `(NIL "=?UTF-8?B?5a2m55Sf6Ki8?=" ${'(("Inner \\"x\\"" NIL "in" "b.test")) '.repeat(3)}NIL NIL NIL NIL NIL)`,
          '(("TEXT" "PLAIN" NIL NIL NIL "7BIT" 5 0 NIL NIL NIL NIL)("TEXT" "HTML" NIL NIL NIL "7BIT" 11 0 NIL NIL NIL NIL) "ALTERNATIVE" ("boundary" "in") NIL NIL NIL)',
          '11 NIL ("attachment" ("filename" "in.eml")) NIL NIL',
        ].join(' ')})`,
      ].join('')} "MIXED" ("boundary" "out") NIL ("ja" "en") NIL)`,
    ],
  ])('answers %s', async (item, answer) => {
    expect(await fetched(item)).toBe(answer);
  });

  it.each([
    ['a mail without a body', 'Subject: x', 'BODY ("TEXT" "PLAIN" NIL NIL NIL "7BIT" 0 0)'],
    ['a mail of a body alone', `${crlf}body`, 'BODY ("TEXT" "PLAIN" NIL NIL NIL "7BIT" 4 0)'],
    [
      'a multipart without parts',
      `Content-Type: multipart/mixed; boundary=b${crlf}${crlf}x`,
      'BODY ("TEXT" "PLAIN" NIL NIL NIL "7BIT" 1 0)',
    ],
    [
      'raw 8-bit parameters',
      `Content-Type: text/plain; name="\xe8\x8a\xb1"${crlf}${crlf}x`,
      `BODY ("TEXT" "PLAIN" ("name" {3}${crlf}\xe8\x8a\xb1) NIL NIL "7BIT" 1 0)`,
    ],
    [
      'a boundary that begins another',
      `Content-Type: multipart/x; boundary=b${crlf}${crlf}--b${crlf}${crlf}1${crlf}--bb${crlf}2${crlf}--b--`,
      `BODY (("TEXT" "PLAIN" NIL NIL NIL "7BIT" 10 2) "X")`,
    ],
  ])('tells the structure of %s', async (_what, mail, structure) => {
    expect(await fetched('BODY', mail)).toBe(structure);
  });

  it('reads the mail with its body, and says so once', async () => {
    const { client, world } = await opened(small);
    expect(await client.say('a FETCH 1 BODY.PEEK[TEXT]')).toContain('body');
    expect(await client.say('b FETCH 1 (FLAGS)')).toEqual(['* 1 FETCH (FLAGS ())', 'b OK fetched']);
    expect((await client.say('c FETCH 1 BODY[TEXT]')).slice(-2)).toEqual([' FLAGS (\\Seen))', 'c OK fetched']);
    expect((await client.say('d FETCH 1 BODY[TEXT]')).slice(-2)).toEqual([')', 'd OK fetched']);
    expect(world.log.after(0).filter(({ type }) => type === 'mail.read')).toHaveLength(1);
  });

  it('leaves it unread where the folder was opened to look only', async () => {
    const { client } = await opened(small);
    await client.say('a EXAMINE INBOX');
    await client.say('b FETCH 1 BODY[]');
    expect(await client.say('c FETCH 1 FLAGS')).toEqual(['* 1 FETCH (FLAGS ())', 'c OK fetched']);
  });

  it.each([
    // https://www.rfc-editor.org/rfc/rfc9051#section-9
    ['FETCH 2 FLAGS', 'a BAD there is no message of that number'],
    ['FETCH 0 FLAGS', 'a BAD no sequence set'],
    ['FETCH 1:2:3 FLAGS', 'a BAD no sequence set'],
    ['FETCH 1 XYZZY', 'a BAD no such item of FETCH'],
    ['FETCH 1 BODY[MIME]', 'a BAD only parts have MIME'],
    ['FETCH 1 BODY[1.]', 'a BAD no section of a body'],
    ['FETCH 1 BODY[]<0>', 'a BAD . expected'],
    ['FETCH 1 BODY[]<0.0>', 'a BAD a part of nothing'],
    ['FETCH 1 BODY[', 'a BAD no section of a body'],
    ['FETCH 1 (FLAGS', 'a BAD ) expected'],
    ['FETCH 1 FLAGS ', 'a BAD the command goes on where it should end'],
    [`FETCH 1 (${'FLAGS '.repeat(200)}FLAGS)`, 'a BAD more than 200 in one list'],
    [`FETCH 1 BODY[${'1.'.repeat(65)}1]`, 'a BAD no message is that deep'],
    ['UID FETCH 99 FLAGS', 'a OK fetched'],
    ['UID XYZZY 1', 'a BAD no such command by UID'],
    ['FETCH 1 BINARY[1]', 'a NO [UNKNOWN-CTE] nobody knows how that part is encoded'],
  ])('refuses %s', async (command, answer) => {
    const { client } = await opened(`Content-Transfer-Encoding: x-uuencode${crlf}${crlf}x`);
    expect((await client.say(`a ${command}`)).at(-1)).toBe(answer);
  });

  it('names messages by UID', async () => {
    const { client } = await opened();
    expect(await client.say('a UID FETCH 1:* FLAGS')).toEqual(['* 1 FETCH (UID 1 FLAGS ())', 'a OK fetched']);
    expect(await client.say('a UID FETCH 7:* (UID)')).toEqual(['* 1 FETCH (UID 1)', 'a OK fetched']);
  });
});
