import { describe, expect, it } from 'vitest';
import { imapWorld } from './imap-fixture.ts';

/** What LIST says of all folders, without its frame. */
async function listed(address: string, before: readonly string[] = []): Promise<readonly string[]> {
  const client = await (await imapWorld({ address })).client();
  await client.say(...before);
  return (await client.say('a LIST "" *')).slice(0, -1).map((line) => line.replace('* LIST ', ''));
}

describe('the folders of a provider', () => {
  // https://www.rfc-editor.org/rfc/rfc6154#section-2
  it.each([
    [
      'hanako@plain.test',
      [
        '(\\HasNoChildren) "/" "INBOX"',
        '(\\HasNoChildren \\Junk) "/" "Junk"',
        '(\\HasNoChildren \\Trash) "/" "Trash"',
        '(\\HasNoChildren \\Archive) "/" "Archive"',
      ],
    ],
    [
      'hanako@gmail.com.test',
      [
        '(\\HasNoChildren) "/" "INBOX"',
        '(\\Noselect \\HasChildren) "/" "[Gmail]"',
        '(\\HasNoChildren \\Junk) "/" "[Gmail]/Spam"',
        '(\\HasNoChildren \\Trash) "/" "[Gmail]/Trash"',
        '(\\HasNoChildren \\Archive) "/" "Archive"',
      ],
    ],
    [
      's26001@mihon-u.ac.jp.test',
      [
        '(\\HasNoChildren) "/" "INBOX"',
        '(\\HasNoChildren \\Junk) "/" "Junk Email"',
        '(\\HasNoChildren \\Trash) "/" "Deleted Items"',
        '(\\HasNoChildren \\Archive) "/" "Archive"',
      ],
    ],
  ])('%s', async (address, folders) => {
    expect(await listed(address)).toEqual(folders);
  });

  it('have Japanese names in modified UTF-7, or in UTF-8 for who asks', async () => {
    // https://www.rfc-editor.org/rfc/rfc3501#section-5.1.3 , https://www.rfc-editor.org/rfc/rfc6855#section-3
    const docomo = 'hanako@docomo.ne.jp.test';
    expect((await listed(docomo))[1]).toBe('(\\HasNoChildren \\Junk) "/" "&j,dg0TDhMPww6w-"');
    const utf8 = Buffer.from('"迷惑メール"').toString('latin1');
    expect((await listed(docomo, ['e ENABLE UTF8=ACCEPT']))[1]).toBe(`(\\HasNoChildren \\Junk) "/" ${utf8}`);
    const client = await (await imapWorld({ address: docomo })).client();
    expect((await client.say('a SELECT "&j,dg0TDhMPww6w-"')).at(-1)).toBe('a OK [READ-WRITE] selected');
    await client.say('e ENABLE IMAP4rev2');
    expect((await client.say(`a SELECT ${utf8}`)).at(-1)).toBe('a OK [READ-WRITE] selected');
  });
});

describe('a client that looks around', () => {
  const inbox = '* LIST (\\HasNoChildren) "/" "INBOX"';
  const spam = '* LIST (\\HasNoChildren \\Junk) "/" "[Gmail]/Spam"';
  const trash = '* LIST (\\HasNoChildren \\Trash) "/" "[Gmail]/Trash"';
  const parent = '* LIST (\\Noselect \\HasChildren) "/" "[Gmail]"';
  const archive = '* LIST (\\HasNoChildren \\Archive) "/" "Archive"';
  const ok = 'a OK listed';

  it.each([
    // https://www.rfc-editor.org/rfc/rfc9051#section-6.3.9
    ['a LIST "" ""', ['* LIST (\\Noselect) "/" ""', 'a OK the delimiter']],
    ['a LIST "" %', [inbox, parent, archive, ok]],
    ['a LIST "" inbox', [inbox, ok]],
    ['a LIST [Gmail]/ %', [spam, trash, ok]],
    ['a LIST "" "[Gmail]/S*m"', [spam, ok]],
    ['a LIST "" nothing', [ok]],
    ['a LIST "" (INBOX "Arch*")', [inbox, archive, ok]],
    ['a LIST (SPECIAL-USE) "" *', [spam, trash, archive, ok]],
    [
      'a LIST (SUBSCRIBED RECURSIVEMATCH) "" %',
      [
        inbox.replace(')', ' \\Subscribed)'),
        `${parent} ("CHILDINFO" ("SUBSCRIBED"))`,
        archive.replace(')', ' \\Subscribed)'),
        ok,
      ],
    ],
    ['a LIST (RECURSIVEMATCH) "" %', ['a BAD RECURSIVEMATCH stands with SUBSCRIBED']],
    ['a LIST (XYZZY) "" %', ['a BAD no such option of LIST']],
    ['a LIST "" % RETURN (XYZZY)', ['a BAD no such option of RETURN']],
    [
      // https://www.rfc-editor.org/rfc/rfc5819
      'a LIST "" inbox RETURN (STATUS (MESSAGES UNSEEN) CHILDREN)',
      [inbox, '* STATUS "INBOX" (MESSAGES 1 UNSEEN 1)', ok],
    ],
    ['a LIST "" %%%%%%*****', [inbox, parent, spam, trash, archive, ok]],
    [`a LIST "" ${'*'.repeat(1_001)}`, ['a BAD the pattern is too long']],
    [
      // https://www.rfc-editor.org/rfc/rfc3501#section-6.3.9
      'a LSUB "" INBOX',
      ['* LSUB (\\HasNoChildren) "/" "INBOX"', 'a OK every folder is subscribed'],
    ],
    // https://www.rfc-editor.org/rfc/rfc9051#section-6.3.10
    ['a NAMESPACE', ['* NAMESPACE (("" "/")) NIL NIL', 'a OK there is one']],
    // https://www.rfc-editor.org/rfc/rfc9051#section-6.3.11
    [
      'a STATUS InBox (MESSAGES RECENT UIDNEXT UNSEEN DELETED SIZE)',
      ['* STATUS "INBOX" (MESSAGES 1 RECENT 0 UIDNEXT 2 UNSEEN 1 DELETED 0 SIZE 38)', 'a OK counted'],
    ],
    ['a STATUS INBOX ()', ['a BAD a word expected']],
    ['a STATUS quarantine (MESSAGES)', ['a NO [NONEXISTENT] there is no such folder']],
    ['a SUBSCRIBE Archive', ['a OK it was already']],
  ])('says %s', async (line, answers) => {
    const mail = await imapWorld({ address: 'hanako@gmail.com.test' });
    await mail.arrive();
    const client = await mail.client();
    expect(await client.say(line)).toEqual(answers);
  });
});

describe('the folders of a mailbox', () => {
  it.each(['CREATE New', 'DELETE Archive', 'RENAME Archive New', 'UNSUBSCRIBE Archive'])(
    'stay as they are after %s',
    async (command) => {
      const client = await (await imapWorld()).client();
      const refusal = "a NO [CANNOT] a mailbox has its provider's folders, all of them and no others";
      expect(await client.say(`a ${command}`)).toEqual([refusal]);
    },
  );
});

describe('a folder that is opened', () => {
  it('says what is in it', async () => {
    // https://www.rfc-editor.org/rfc/rfc9051#section-6.3.2
    const mail = await imapWorld();
    await mail.arrive();
    await mail.arrive();
    const client = await mail.client();
    const flags = '\\Answered \\Flagged \\Deleted \\Seen \\Draft';
    const rev1 = [
      `* FLAGS (${flags})`,
      '* 2 EXISTS',
      '* 0 RECENT',
      '* OK [UNSEEN 1] the first unread',
      expect.stringMatching(/^\* OK \[UIDVALIDITY [1-9]\d*\] /),
      '* OK [UIDNEXT 3] the next one',
      `* OK [PERMANENTFLAGS (${flags} \\*)] all of them last`,
      'a OK [READ-WRITE] selected',
    ];
    expect(await client.say('a SELECT INBOX')).toEqual(rev1);
    const look = (await client.say('a EXAMINE INBOX')).slice(-2);
    expect(look).toEqual(['* OK [PERMANENTFLAGS ()] none: to look only', 'a OK [READ-ONLY] selected']);
    await client.say('e ENABLE IMAP4rev2');
    expect((await client.say('a SELECT INBOX')).filter((line) => !/FLAGS|UID/.test(line))).toEqual([
      '* OK [CLOSED] the folder before',
      '* 2 EXISTS',
      '* LIST (\\HasNoChildren) "/" "INBOX"',
      'a OK [READ-WRITE] selected',
    ]);
  });

  it('is open no more when the next one is not there', async () => {
    const client = await (await imapWorld()).client();
    await client.say('a SELECT INBOX');
    expect(await client.say('b SELECT Sent', 'c CHECK')).toEqual([
      '* OK [CLOSED] the folder before',
      'b NO [NONEXISTENT] there is no such folder',
      'c BAD not now: authenticated',
    ]);
  });

  it('has another UIDVALIDITY in another world, and the same in the same', async () => {
    const validity = async (seed: number) => {
      const client = await (await imapWorld({ seed })).client();
      return (await client.say('a STATUS INBOX (UIDVALIDITY)'))[0];
    };
    expect(await validity(1)).toBe(await validity(1));
    expect(await validity(1)).not.toBe(await validity(2));
  });
});
