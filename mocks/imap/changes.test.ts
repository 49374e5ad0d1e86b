import { describe, expect, it } from 'vitest';
import { command, loadWorld, restoreWorld, saveWorld, snapshotWorld } from '#sim/kernel';
import { appendMessage, bytesOf, folder, folderEntries, mailboxModule, search } from '../mailbox/index.ts';
import { smtpModule } from '../smtp/index.ts';
import { imapWorld, small } from './imap-fixture.ts';

/** So many messages in the Inbox, opened by one client and by another. */
async function shared(count = 3) {
  const mail = await imapWorld();
  for (let at = 0; at < count; at += 1) await mail.arrive();
  const [client, other] = [await mail.client(), await mail.client()];
  for (const one of [client, other]) await one.say('s SELECT INBOX');
  const typesAfter = (seq: number) => mail.world.log.after(seq).map(({ type }) => type);
  const lastSeq = () => mail.world.log.after(0).at(-1)?.seq ?? 0;
  return { ...mail, client, other, typesAfter, lastSeq };
}

const validity = async (client: { say(line: string): Promise<readonly string[]> }) =>
  /UIDVALIDITY (\d+)/.exec((await client.say('v STATUS INBOX (UIDVALIDITY)'))[0] ?? '')?.[1];

describe('STORE', () => {
  // https://www.rfc-editor.org/rfc/rfc9051#section-6.4.6
  it.each([
    ['1 +FLAGS (\\flagged $Forwarded)', ['* 1 FETCH (FLAGS (\\Flagged $Forwarded))', 'a OK stored']],
    ['1 +FLAGS \\Flagged \\Seen', ['* 1 FETCH (FLAGS (\\Seen \\Flagged))', 'a OK stored']],
    ['1 FLAGS ()', ['* 1 FETCH (FLAGS ())', 'a OK stored']],
    ['1 -FLAGS (\\Seen)', ['* 1 FETCH (FLAGS ())', 'a OK stored']],
    ['1 +FLAGS (\\Recent)', ['* 1 FETCH (FLAGS ())', 'a OK stored']],
    ['1:2 +FLAGS.SILENT (\\Seen)', ['a OK stored']],
    ['1 +FLAGS (\\Xyzzy)', ['a BAD there is no such flag']],
    [`1 +FLAGS (${'k'.repeat(65)})`, ['a BAD the flag is too long']],
    [
      `1 +FLAGS (${[...Array(33).keys()].map((at) => `k${at}`).join(' ')})`,
      ['a NO [LIMIT] a message bears no more flags than that'],
    ],
    ['1 FLAGZ (\\Seen)', ['a BAD FLAGS expected']],
    ['4 FLAGS (\\Seen)', ['a BAD there is no message of that number']],
  ])('%s', async (store, answers) => {
    const { client } = await shared();
    expect(await client.say(`a STORE ${store}`)).toEqual(answers);
  });

  it('tells the other client, who counts by UID too', async () => {
    const { client, other } = await shared();
    expect(await client.say('a UID STORE 2 +FLAGS.SILENT (\\Deleted)')).toEqual(['a OK stored']);
    expect(await client.say('b NOOP')).toEqual(['b OK nothing done']);
    expect(await other.say('c NOOP')).toEqual(['* 2 FETCH (UID 2 FLAGS (\\Deleted))', 'c OK nothing done']);
  });

  it('reads a mail as the app does, and takes that back', async () => {
    const { client, world, mailbox, lastSeq, typesAfter } = await shared(1);
    const seq = lastSeq();
    await client.say('a STORE 1 +FLAGS (\\Seen)');
    expect(folder(world, mailbox, 'inbox')[0]?.isRead).toBe(true);
    await client.say('b STORE 1 +FLAGS (\\Seen)', 'c STORE 1 -FLAGS (\\Seen)');
    expect(folder(world, mailbox, 'inbox')[0]?.isRead).toBe(false);
    expect(typesAfter(seq)).toEqual(['mail.read', 'mail.flags-changed']);
  });

  it('changes nothing where the folder was opened to look only', async () => {
    const { client } = await shared(1);
    await client.say('a EXAMINE INBOX');
    expect(await client.say('b STORE 1 +FLAGS (\\Seen)')).toEqual([
      'b NO [READ-ONLY] the folder was opened to look only',
    ]);
    for (const command of ['EXPUNGE', 'MOVE 1 Trash', 'UID EXPUNGE 1']) {
      expect((await client.say(`c ${command}`)).at(-1)).toMatch(/^c NO \[READ-ONLY\]/);
    }
    await client.say('d CLOSE');
    expect((await client.say('e STATUS INBOX (MESSAGES)'))[0]).toContain('MESSAGES 1');
  });
});

describe('EXPUNGE', () => {
  it('takes away for good what is marked, and numbers close up', async () => {
    // https://www.rfc-editor.org/rfc/rfc9051#section-7.5.1
    const { client, other, world, mailbox, lastSeq, typesAfter } = await shared(4);
    await client.say('a STORE 1,3 +FLAGS.SILENT (\\Deleted)');
    const seq = lastSeq();
    expect(await client.say('b EXPUNGE')).toEqual(['* 3 EXPUNGE', '* 1 EXPUNGE', 'b OK expunged']);
    expect(typesAfter(seq)).toEqual(['mail.purged', 'mail.purged']);
    expect(folderEntries(world, mailbox, 'inbox').map(({ uid }) => uid)).toEqual([2, 4]);
    expect(await other.say('c FETCH 4 UID')).toEqual(['* 4 FETCH (UID 4)', 'c OK fetched']);
    expect(await other.say('d FETCH 3 UID')).toEqual(['d NO [EXPUNGEISSUED] some of them have gone']);
    expect(await other.say('e NOOP', 'f FETCH 2 UID')).toEqual([
      '* 3 EXPUNGE',
      '* 1 EXPUNGE',
      'e OK nothing done',
      '* 2 FETCH (UID 4)',
      'f OK fetched',
    ]);
  });

  it('by UID takes only those that are named', async () => {
    // https://www.rfc-editor.org/rfc/rfc4315#section-2.1
    const { client } = await shared();
    await client.say('a STORE 1:3 +FLAGS.SILENT (\\Deleted)');
    expect(await client.say('b UID EXPUNGE 2:9')).toEqual(['* 3 EXPUNGE', '* 2 EXPUNGE', 'b OK expunged']);
  });

  it('at CLOSE says nothing, and UNSELECT does not do it', async () => {
    const { client, world, mailbox } = await shared(2);
    await client.say('a STORE 1 +FLAGS.SILENT (\\Deleted)');
    expect(await client.say('b UNSELECT')).toEqual(['b OK left as it is']);
    expect(folder(world, mailbox, 'inbox')).toHaveLength(2);
    await client.say('c SELECT INBOX');
    expect(await client.say('d CLOSE')).toEqual(['d OK closed']);
    expect(folder(world, mailbox, 'inbox')).toHaveLength(1);
  });

  it('spares a message that another client has unmarked', async () => {
    const { client, other, world, mailbox } = await shared(1);
    await client.say('a STORE 1 +FLAGS (\\Deleted)');
    const [unmarked, expunged] = await Promise.all([
      other.say('b STORE 1 -FLAGS (\\Deleted)'),
      client.say('c EXPUNGE'),
    ]);
    expect([unmarked.at(-1), expunged.at(-1)]).toEqual(['b OK stored', 'c OK expunged']);
    expect(folder(world, mailbox, 'inbox')).toHaveLength(1);
  });
});

describe('MOVE and COPY', () => {
  it('to the trash is what the app does, and back gives a new UID', async () => {
    // https://www.rfc-editor.org/rfc/rfc9051#section-6.4.8
    const { client, other, world, lastSeq, typesAfter } = await shared(2);
    const uid = await validity(client);
    const seq = lastSeq();
    expect(await client.say('a MOVE 1 Trash')).toEqual([
      `* OK [COPYUID ${uid} 1 1] where they are now`,
      '* 1 EXPUNGE',
      'a OK moved',
    ]);
    expect(world.log.after(seq).map(({ type, data }) => [type, data])).toEqual([
      ['mail.moved', { captured: 'cap_0001', from: 'inbox', to: 'trash', by: 'student' }],
    ]);
    expect(typesAfter(seq)).toEqual(['mail.moved']);
    await client.say('b SELECT Trash');
    expect((await client.say('c UID MOVE 1 INBOX'))[0]).toBe(`* OK [COPYUID ${uid} 1 3] where they are now`);
    expect(await other.say('d NOOP')).toEqual(['* 1 EXPUNGE', '* 2 EXISTS', 'd OK nothing done']);
    expect(await other.say('e FETCH 1:* UID')).toEqual(['* 1 FETCH (UID 2)', '* 2 FETCH (UID 3)', 'e OK fetched']);
  });

  it('of a copy leaves the first where it is; it is no mail that came in', async () => {
    // https://www.rfc-editor.org/rfc/rfc9051#section-6.4.7
    const { client, world, mailbox, lastSeq } = await shared(2);
    const uid = await validity(client);
    await client.say('a STORE 2 FLAGS (\\Flagged)');
    const seq = lastSeq();
    expect(await client.say('b COPY 1:2 Archive')).toEqual([`b OK [COPYUID ${uid} 1:2 1:2] copied`]);
    expect(world.log.after(seq).map(({ type, data }) => [type, data])).toEqual([
      ['mail.stored', { captured: 'cap_0003', folder: 'archive', copyOf: 'cap_0001' }],
      ['mail.stored', { captured: 'cap_0004', folder: 'archive', copyOf: 'cap_0002' }],
    ]);
    expect(folderEntries(world, mailbox, 'archive').map(({ flags }) => flags)).toEqual([[], ['\\Flagged']]);
    expect(bytesOf(world, 'cap_0004')).toEqual(bytesOf(world, 'cap_0002'));
    expect(search(world, mailbox, 'one')).toHaveLength(4);
  });

  it.each([
    ['MOVE 1 INBOX', 'a NO [CANNOT] they lie there already'],
    ['MOVE 1 Nowhere', 'a NO [NONEXISTENT] there is no such folder'],
    ['COPY 9 Trash', 'a BAD there is no message of that number'],
    ['UID COPY 9 Trash', 'a OK copied'],
    ['UID MOVE 9 Trash', 'a OK moved'],
  ])('%s', async (command, answer) => {
    const { client } = await shared(1);
    expect(await client.say(`a ${command}`)).toEqual([answer]);
  });

  it('moves none when one of them has gone', async () => {
    const { client, other, world, mailbox } = await shared(2);
    await other.say('a MOVE 1 Trash');
    expect(await client.say('b COPY 1:2 Archive')).toEqual([
      '* 1 EXPUNGE',
      'b NO [EXPUNGEISSUED] some of them have gone',
    ]);
    expect(folder(world, mailbox, 'archive')).toEqual([]);
  });
});

describe('APPEND', () => {
  // https://www.rfc-editor.org/rfc/rfc9051#section-6.3.12
  it('keeps a message with its flags and its date', async () => {
    const { client, world, mailbox } = await shared(0);
    const lines = await client.say(`a APPEND INBOX (\\Seen $x) " 1-Jan-2026 00:00:00 +0900" {${small.length}}`, small);
    expect(lines).toEqual(['+ go on', '* 1 EXISTS', expect.stringMatching(/^a OK \[APPENDUID \d+ 1\] kept$/)]);
    expect(await client.say('b FETCH 1 FAST')).toEqual([
      `* 1 FETCH (FLAGS (\\Seen $x) INTERNALDATE " 1-Jan-2026 00:00:00 +0900" RFC822.SIZE ${small.length})`,
      'b OK fetched',
    ]);
    expect(bytesOf(world, 'cap_0001').toString()).toBe(small);
    expect(folder(world, mailbox, 'inbox')[0]).toMatchObject({ kind: 'mail-program', subject: 'one' });
  });

  it.each([
    ['INBOX {3+}\r\na\0b', 'a BAD NUL in a literal'],
    // https://www.rfc-editor.org/rfc/rfc3516#section-4.4
    ['INBOX ~{3+}\r\na\0b', 'a OK [APPENDUID V 1] kept'],
    ['INBOX "x" {1+}\r\na', 'a BAD that is no date'],
    ['INBOX (\\Seen) "31-Apr-2026 00:00:00 +0900" {1+}\r\na', 'a BAD that is no date'],
    ['Nowhere {1+}\r\na', 'a NO [NONEXISTENT] there is no such folder'],
    ['INBOX UTF8 (~{1+}\r\na)', 'a BAD UTF8 was not enabled'],
    ['INBOX', 'a BAD a space expected'],
    ['INBOX {1+}\r\na b', 'a BAD the command goes on where it should end'],
  ])('%j', async (rest, answer) => {
    const { client } = await shared(0);
    expect((await client.send(`a APPEND ${rest}\r\n`)).at(-1)?.replace(/APPENDUID \d+/, 'APPENDUID V')).toBe(answer);
  });

  it('takes UTF8 from who enabled it', async () => {
    // https://www.rfc-editor.org/rfc/rfc6855#section-4
    const { client } = await shared(0);
    expect(await client.say('e ENABLE UTF8=ACCEPT XYZZY')).toEqual(['* ENABLED UTF8=ACCEPT', 'e OK enabled']);
    expect((await client.say('a APPEND INBOX UTF8 (~{1+}', 'x)')).at(-1)).toMatch(/^a OK/);
  });

  it('and COPY stop where the mailbox is full', async () => {
    // https://www.rfc-editor.org/rfc/rfc9208#section-4.3
    const mail = await imapWorld({ settings: { quotaBytes: small.length + 5 } });
    await mail.arrive();
    const client = await mail.client();
    expect((await client.say('a APPEND INBOX {5+}', '12345')).at(-1)).toMatch(/^a OK/);
    expect((await client.say('b APPEND INBOX {1+}', 'x')).at(-1)).toBe('b NO [OVERQUOTA] the mailbox is full');
    await client.say('c SELECT INBOX');
    expect(await client.say('d COPY 1 Trash')).toEqual(['d NO [OVERQUOTA] the mailbox is full']);
  });
});

describe('a message that a command brought and took back', () => {
  it('is told to nobody, so that no UID is told twice', async () => {
    const [begun, asked] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const failing = command<Record<never, never>, void>('fixture.fail', async (world) => {
      await appendMessage.run(world, { mailbox: 'mbox_0001', folder: 'inbox', flags: [], data: new Uint8Array() });
      begun.resolve();
      await asked.promise;
      throw new TypeError('undone');
    });
    const mail = await imapWorld({ modules: [{ name: 'fixture', tables: '', commands: [failing] }] });
    const client = await mail.client();
    await client.say('s SELECT INBOX');
    const undone = expect(mail.world.perform(failing, {})).rejects.toThrow('undone');
    await begun.promise;
    const said = client.say('a NOOP', 'b STATUS INBOX (MESSAGES UIDNEXT)');
    asked.resolve();
    await undone;
    expect(await said).toEqual(['a OK nothing done', '* STATUS "INBOX" (MESSAGES 0 UIDNEXT 1)', 'b OK counted']);
  });
});

describe('what a mail program did', () => {
  it('is there with its UIDs after a replay and in a fork', async () => {
    const { client, world, mailbox } = await shared(3);
    await client.say('a STORE 2 FLAGS (\\Deleted $x)', 'b COPY 1 Archive', 'c MOVE 3 Trash', 'd EXPUNGE');
    await client.say('e APPEND Archive {5+}', 'a: b\n', 'f SELECT Trash', 'g UID MOVE 1 INBOX');
    const entries = (of: typeof world) =>
      (['inbox', 'trash', 'archive'] as const).map((name) => folderEntries(of, mailbox, name));
    using again = await loadWorld(saveWorld(world), [mailboxModule, smtpModule]);
    using fork = restoreWorld(snapshotWorld(world), [mailboxModule, smtpModule]);
    expect(entries(again)).toEqual(entries(world));
    expect(entries(fork)).toEqual(entries(world));
    expect(again.log.after(0)).toEqual(world.log.after(0));
    expect(entries(world).map((list) => list.map(({ uid }) => uid))).toEqual([[1, 4], [], [1, 2]]);
  });
});
