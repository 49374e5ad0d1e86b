import { describe, expect, it } from 'vitest';
import { imapWorld } from './imap-fixture.ts';

const word = (text: string, charset = 'UTF-8', bytes = Buffer.from(text)): string =>
  `=?${charset}?B?${bytes.toString('base64')}?=`;
const raw = (text: string): string => Buffer.from(text).toString('latin1');
const jis = Buffer.from('GyRCM1g4OxsoQg==', 'base64').toString('latin1');

const mails = [
  // 1: an encoded subject, a body in base64
  `From: ${word('花子')} <hanako@b.test>\r\nSubject: ${word('オープンバッジ発行')}\r\nDate: Tue, 31 Mar 2026 23:00:00 +0900\r\nContent-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from('学生証です').toString('base64')}`,
  // 2: ISO-2022-JP, as older systems write
  `From: b@b.test\r\nTo: class-a@c.test\r\nSubject: =?ISO-2022-JP?B?${Buffer.from(jis, 'latin1').toString('base64')}?=\r\nContent-Type: text/plain; charset=ISO-2022-JP\r\n\r\n${jis}\r\n`,
  // 3: raw UTF-8, half-width letters, a field of its own
  `From: c@b.test\r\nCc: d@b.test\r\nSubject: ${raw('ﾊﾝｶｸ ＡＢＣ')}\r\nX-School: mihon\r\n\r\n${'x'.repeat(500)}\r\n`,
];

async function three() {
  const owner = await imapWorld();
  for (const mail of mails) {
    await owner.arrive(mail);
    await owner.world.advance(86_400_000);
  }
  const client = await owner.client();
  await client.say('s SELECT INBOX', 's STORE 2 FLAGS (\\Flagged $Junk)', 's STORE 3 FLAGS (\\Seen)');
  return client;
}

describe('SEARCH', () => {
  // https://www.rfc-editor.org/rfc/rfc9051#section-6.4.4
  it.each([
    ['ALL', [1, 2, 3]],
    ['2:*', [2, 3]],
    ['UID 1,3', [1, 3]],
    ['SEEN', [3]],
    ['UNSEEN', [1, 2]],
    ['UNSEEN FLAGGED', [2]],
    ['KEYWORD $JUNK', [2]],
    ['UNKEYWORD $Junk', [1, 3]],
    ['NOT FLAGGED NOT SEEN', [1]],
    ['OR FLAGGED SEEN', [2, 3]],
    ['OR (FLAGGED SEEN) NOT 2', [1, 3]],
    ['NEW', []],
    ['OLD', [1, 2, 3]],
    ['LARGER 400', [3]],
    ['SMALLER 150', [2]],
    ['BEFORE 2-Apr-2026', [1]],
    ['ON 2-Apr-2026', [2]],
    ['SINCE "2-Apr-2026"', [2, 3]],
    ['SENTON 31-Mar-2026', [1]],
    ['SENTSINCE 1-Apr-2026', []],
    ['FROM HANAKO', [1]],
    ['TO class-a', [2]],
    ['CC d@b.test', [3]],
    ['BCC d@b.test', []],
    ['HEADER X-SCHOOL ""', [3]],
    ['HEADER X-SCHOOL mihon', [3]],
    ['TEXT x-school', [3]],
    [`CHARSET UTF-8 SUBJECT "${raw('発行')}"`, [1]],
    [`CHARSET utf-8 FROM "${raw('花子')}"`, [1]],
    [`CHARSET UTF-8 BODY "${raw('学生証')}"`, [1]],
    [`CHARSET UTF-8 TEXT "${raw('学')}"`, [1, 2]],
    // Nobody types the width that the sender chose.
    [`CHARSET UTF-8 SUBJECT "${raw('ハンカク abc')}"`, [3]],
    [`CHARSET ISO-2022-JP BODY {${jis.length}+}\r\n${jis}`, [2]],
  ])('%s', async (keys, numbers) => {
    const client = await three();
    expect(await client.say(`a SEARCH ${keys}`)).toEqual([['* SEARCH', ...numbers].join(' '), 'a OK searched']);
  });

  it.each([
    [
      'CHARSET KLINGON ALL',
      'a NO [BADCHARSET (US-ASCII UTF-8 ISO-2022-JP SHIFT_JIS EUC-JP)] that charset is not known',
    ],
    ['XYZZY 1', 'a BAD no such search key'],
    ['__proto__', 'a BAD a space expected'],
    ['BEFORE 31-Feb-2026', 'a BAD that is no date'],
    ['4', 'a BAD there is no message of that number'],
    [`${'('.repeat(18)}ALL${')'.repeat(18)}`, 'a BAD the search is too large'],
    [`${'NOT '.repeat(18)}ALL`, 'a BAD the search is too large'],
    [`${'ALL '.repeat(200)}ALL`, 'a BAD the search is too large'],
    ['RETURN (XYZZY) ALL', 'a BAD no such option of RETURN'],
  ])('refuses %s', async (keys, answer) => {
    const client = await three();
    expect(await client.say(`a SEARCH ${keys}`)).toEqual([answer]);
  });

  // https://www.rfc-editor.org/rfc/rfc4731#section-3.1
  it.each([
    ['RETURN () UNSEEN', '* ESEARCH (TAG "a") ALL 1:2'],
    ['RETURN (MIN MAX COUNT) ALL', '* ESEARCH (TAG "a") MIN 1 MAX 3 COUNT 3'],
    ['RETURN (MIN COUNT) NEW', '* ESEARCH (TAG "a") COUNT 0'],
  ])('answers %s with a summary', async (keys, answer) => {
    const client = await three();
    expect(await client.say(`a SEARCH ${keys}`)).toEqual([answer, 'a OK searched']);
  });

  it('answers IMAP4rev2 with a summary always, and by UID for who asks by UID', async () => {
    const client = await three();
    await client.say('e ENABLE IMAP4rev2');
    expect((await client.say('a UID SEARCH UNSEEN'))[0]).toBe('* ESEARCH (TAG "a") UID ALL 1:2');
  });

  it('keeps its result for the commands that follow', async () => {
    // https://www.rfc-editor.org/rfc/rfc5182
    const client = await three();
    expect(await client.say('a SEARCH RETURN (SAVE) UNSEEN')).toEqual(['a OK searched']);
    expect(await client.say('b UID FETCH $ (UID)')).toEqual(['* 1 FETCH (UID 1)', '* 2 FETCH (UID 2)', 'b OK fetched']);
    expect((await client.say('c SEARCH $ FLAGGED'))[0]).toBe('* SEARCH 2');
  });
});
