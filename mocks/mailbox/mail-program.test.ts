import { describe, expect, it } from 'vitest';
import {
  appendMessage,
  arrivalCount,
  arrivals,
  arrivalsAfter,
  changedFlags,
  changeFlags,
  copyMessages,
  emptyTrash,
  expungeMessages,
  folder,
  folderEntries,
  folderState,
  lastArrival,
  markNotJunk,
  moveMessages,
  removeMessages,
  transcriptOf,
  uidValidity,
} from './index.ts';
import { mailboxWorld } from './mailbox-fixture.ts';

const address = 'hanako@gmail.com.test';
const dayMs = 86_400_000;

async function mails(count: number, settings = {}) {
  const mail = mailboxWorld();
  const mailbox = await mail.open(address, settings);
  for (let at = 0; at < count; at += 1) await mail.arrive(address);
  const uids = (name: 'inbox' | 'junk' | 'trash' | 'archive') =>
    folderEntries(mail.world, mailbox, name).map(({ uid }) => uid);
  const inbox = (...chosen: number[]) => ({ mailbox, folder: 'inbox' as const, uids: chosen });
  return { ...mail, mailbox, uids, inbox };
}

describe('the number of a message in its folder', () => {
  it('counts up and is given once', async () => {
    const { world, mailbox, uids, inbox, arrive } = await mails(3);
    await world.perform(removeMessages, inbox(3));
    await arrive(address);
    expect(uids('inbox')).toEqual([1, 2, 4]);
    expect(folderState(world, mailbox, 'inbox').uidNext).toBe(5);
    expect(folderState(world, mailbox, 'archive').uidNext).toBe(1);
  });

  it('is a new one when the message comes back, whoever moves it', async () => {
    const { world, mailbox, uids, arrive } = await mails(1, { junkBias: 'high' });
    expect(uids('junk')).toEqual([1]);
    await world.perform(markNotJunk, { captured: 'cap_0001' });
    await arrive(address);
    expect(uids('inbox')).toEqual([1, 2]);
    const back = await world.perform(moveMessages, { mailbox, folder: 'inbox', uids: [1, 9], to: 'junk' });
    expect(back).toEqual([[1, 2]]);
  });

  it('is told apart from that of another mailbox, or of another world', async () => {
    const { world } = await mails(0);
    expect(uidValidity(world, 'mbox_0001')).not.toBe(uidValidity(world, 'mbox_0002'));
    expect(uidValidity({ ...world, seed: 6 }, 'mbox_0001')).not.toBe(uidValidity(world, 'mbox_0001'));
  });

  it('is none in quarantine', async () => {
    const mail = mailboxWorld();
    const university = 's26001@mihon-u.ac.jp.test';
    const mailbox = await mail.open(university, { zap: 'quarantine', zapAfterMs: 1_000 });
    await mail.arrive(university);
    await mail.world.advance(1_000);
    expect(folderEntries(mail.world, mailbox, 'inbox')).toEqual([]);
    expect(folderState(mail.world, mailbox, 'inbox').uidNext).toBe(2);
  });
});

describe('flags', () => {
  it.each([
    [['\\Seen'], 'add', ['\\Flagged'], ['\\Seen', '\\Flagged']],
    [['\\Flagged'], 'add', ['\\Seen'], ['\\Seen', '\\Flagged']],
    [['$Junk'], 'add', ['$junk'], ['$Junk']],
    [['$Junk', 'b'], 'remove', ['$JUNK', 'c'], ['b']],
    [['a', 'b'], 'replace', ['b', '\\Seen', 'b'], ['\\Seen', 'b']],
    [['a'], 'replace', [], []],
  ] as const)('%j %s %j', (before, change, given, after) => {
    expect(changedFlags(before, change, given)).toEqual(after);
  });

  it('are events of who set them; that a mail is read is one as ever', async () => {
    const { world, inbox, events } = await mails(1);
    await world.perform(changeFlags, { ...inbox(1, 9), change: 'add', flags: ['\\Seen', '\\Flagged'] });
    await world.perform(changeFlags, { ...inbox(1), change: 'add', flags: ['\\Seen'] });
    await world.perform(changeFlags, { ...inbox(1), change: 'remove', flags: ['\\Seen'] });
    expect(events('mail.read')).toEqual([{ captured: 'cap_0001', folder: 'inbox' }]);
    expect(events('mail.flags-changed')).toEqual([
      { captured: 'cap_0001', folder: 'inbox', flags: ['\\Seen', '\\Flagged'] },
      { captured: 'cap_0001', folder: 'inbox', flags: ['\\Flagged'] },
    ]);
  });

  it('go with the message that is moved', async () => {
    const { world, mailbox, inbox } = await mails(1);
    await world.perform(changeFlags, { ...inbox(1), change: 'add', flags: ['\\Flagged'] });
    await world.perform(moveMessages, { ...inbox(1), to: 'archive' });
    expect(folderEntries(world, mailbox, 'archive')[0]?.flags).toEqual(['\\Flagged']);
  });
});

describe('a message that is marked as deleted', () => {
  it('is removed, and no other', async () => {
    const { world, uids, inbox, events } = await mails(3);
    await world.perform(changeFlags, { ...inbox(1, 2), change: 'add', flags: ['\\Deleted'] });
    expect(await world.perform(expungeMessages, inbox(2, 3))).toBe(1);
    expect(uids('inbox')).toEqual([1, 3]);
    expect(events('mail.purged')).toEqual([{ captured: 'cap_0002', folder: 'inbox' }]);
  });
});

describe('what a mail program puts into a folder', () => {
  it('did not come in: no list of arrivals has it, nor a transcript of its way', async () => {
    const { world, mailbox, inbox } = await mails(1);
    const before = { all: arrivals(world, { offset: 0, limit: 9 }), last: lastArrival(world) };
    await world.perform(copyMessages, { ...inbox(1), to: 'archive' });
    const data = Buffer.from('Subject: own\r\n\r\nx');
    expect(await world.perform(appendMessage, { mailbox, folder: 'inbox', flags: [], data })).toBe(2);
    expect(arrivals(world, { offset: 0, limit: 9 })).toEqual(before.all);
    expect([arrivalCount(world), lastArrival(world)]).toEqual([1, before.last]);
    expect(arrivalsAfter(world, before.last)).toEqual([]);
    expect(folder(world, mailbox, 'inbox').map(({ subject }) => subject)).toContain('own');
    expect(transcriptOf(world, 'cap_0003')).toEqual([]);
  });

  it('outlives the message that it is a copy of', async () => {
    const { world, uids, inbox } = await mails(1);
    await world.perform(copyMessages, { ...inbox(1), to: 'archive' });
    await world.perform(removeMessages, inbox(1));
    expect([arrivalCount(world), uids('archive')]).toEqual([0, [1]]);
  });

  it('is about what the first was about, and leaves the trash in its time', async () => {
    const { world, mailbox, uids, inbox } = await mails(1);
    await world.perform(copyMessages, { ...inbox(1), to: 'trash' });
    expect(folder(world, mailbox, 'trash')).toMatchObject([{ kind: 'issue-notice', about: 'cred_0001' }]);
    await world.advance(30 * dayMs);
    expect([uids('trash'), uids('inbox')]).toEqual([[], [1]]);
  });

  it('counts for the limits of the world: what is to be copied may have gone before its turn', async () => {
    const mail = mailboxWorld({ capturesMax: 3 });
    const mailbox = await mail.open(address);
    for (let at = 0; at < 3; at += 1) await mail.arrive(address);
    const all = { mailbox, folder: 'inbox' as const, uids: [1, 2, 3] };
    // The copy of 1 pushes out 1, that of 2 pushes out 2, that of 3 pushes out 3.
    expect(await mail.world.perform(copyMessages, { ...all, to: 'archive' })).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
    expect(folder(mail.world, mailbox, 'inbox')).toEqual([]);
    const back = { ...all, folder: 'archive' as const, uids: [3, 2, 1] };
    expect(await mail.world.perform(copyMessages, { ...back, to: 'inbox' })).toEqual([
      [3, 4],
      [2, 5],
    ]);
  });

  it('is gone when the trash is emptied', async () => {
    const { world, mailbox, uids, inbox } = await mails(1);
    await world.perform(copyMessages, { ...inbox(1), to: 'trash' });
    await world.perform(emptyTrash, { mailbox });
    expect([uids('trash'), uids('inbox')]).toEqual([[], [1]]);
  });
});
