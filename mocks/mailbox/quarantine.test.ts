import { describe, expect, it } from 'vitest';
import { folder, moveMessage, openMessage, quarantine, read, releaseHeld, search } from './index.ts';
import { mailboxWorld } from './mailbox-fixture.ts';

const student = 's26001@mihon-u.ac.jp.test';
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

async function held(threat = 'high-confidence-spam') {
  const mail = mailboxWorld();
  const mailbox = await mail.open(student, { threat });
  await mail.arrive(student);
  return { mail, mailbox, world: mail.world };
}

describe('a message in quarantine', () => {
  it('was accepted, and is in no folder and no search', async () => {
    const { mail, mailbox, world } = await held();
    expect(mail.events('mail.received')[0]).toMatchObject({ outcome: 'delivered', folder: 'quarantine' });
    for (const name of ['inbox', 'junk', 'trash', 'archive'] as const) expect(folder(world, mailbox, name)).toEqual([]);
    expect(search(world, mailbox, 'オープンバッジ')).toEqual([]);
    expect(quarantine(world, mailbox)).toMatchObject([{ captured: 'cap_0001', releasedBy: 'user' }]);
  });

  it('is out of reach of the mail app', async () => {
    const { world } = await held();
    await expect(world.perform(read, { captured: 'cap_0001' })).rejects.toMatchObject({ code: 'captured-unknown' });
    await expect(world.perform(moveMessage, { captured: 'cap_0001', to: 'inbox' })).rejects.toMatchObject({
      code: 'captured-unknown',
    });
  });

  it('is told of by one mail the next morning, which names sender and subject', async () => {
    const { mail, mailbox, world } = await held();
    await world.advance(hourMs);
    await mail.arrive(student);
    await world.advance(dayMs - hourMs - 1);
    expect(folder(world, mailbox, 'inbox')).toEqual([]);
    await world.advance(1);
    const [digest, ...others] = folder(world, mailbox, 'inbox');
    expect(others).toEqual([]);
    expect(digest).toMatchObject({
      kind: 'quarantine-digest',
      subject: 'Microsoft 365 セキュリティ: 検疫にメッセージがあります',
      from: { address: 'quarantine@messaging.microsoft.com' },
    });
    const { text } = await openMessage(world, digest?.captured ?? '');
    expect(text).toContain('検疫に 2 件のメッセージがあります。');
    expect(text).toContain('【見本大学】からオープンバッジ発行のお知らせ');
    expect(text).toContain('service@openbadge.net');
    await world.advance(10 * dayMs);
    expect(folder(world, mailbox, 'inbox')).toHaveLength(1);
  });

  it('is released by the student into the inbox, and then there is nothing to tell of', async () => {
    const { mail, mailbox, world } = await held();
    await world.perform(releaseHeld, { captured: 'cap_0001', by: 'user' });
    expect(folder(world, mailbox, 'inbox')).toHaveLength(1);
    expect(mail.events('mail.moved')).toEqual([
      { captured: 'cap_0001', from: 'quarantine', to: 'inbox', by: 'student' },
    ]);
    await world.advance(2 * dayMs);
    expect(folder(world, mailbox, 'inbox')).toHaveLength(1);
    await expect(world.perform(releaseHeld, { captured: 'cap_0001', by: 'user' })).rejects.toMatchObject({
      code: 'folder-unfit',
    });
  });

  it('that was taken for dangerous is released by an administrator alone', async () => {
    const { mail, mailbox, world } = await held('high-confidence-phishing');
    await expect(world.perform(releaseHeld, { captured: 'cap_0001', by: 'user' })).rejects.toMatchObject({
      code: 'quarantine-admin-only',
    });
    await world.perform(releaseHeld, { captured: 'cap_0001', by: 'admin' });
    expect(folder(world, mailbox, 'inbox')).toHaveLength(1);
    expect(mail.events('mail.moved')).toMatchObject([{ by: 'admin' }]);
  });

  it('is gone after thirty days, and not a moment earlier', async () => {
    const { mailbox, world } = await held();
    await world.advance(30 * dayMs - 1);
    expect(quarantine(world, mailbox)).toHaveLength(1);
    await world.advance(1);
    expect(quarantine(world, mailbox)).toEqual([]);
  });
});

describe('a change of mind after delivery (ZAP)', () => {
  async function delivered(settings: Record<string, string | string[]>) {
    const mail = mailboxWorld();
    const mailbox = await mail.open(student, settings);
    await mail.arrive(student);
    return { mail, mailbox, world: mail.world };
  }

  it('moves unread spam from the inbox into junk', async () => {
    const { mail, mailbox, world } = await delivered({ zap: 'junk' });
    await world.advance(hourMs - 1);
    expect(folder(world, mailbox, 'inbox')).toHaveLength(1);
    await world.advance(1);
    expect(folder(world, mailbox, 'junk')).toHaveLength(1);
    expect(mail.events('mail.moved')).toEqual([{ captured: 'cap_0001', from: 'inbox', to: 'junk', by: 'provider' }]);
    await world.advance(30 * dayMs);
    expect(folder(world, mailbox, 'junk')).toEqual([]);
  });

  it('leaves spam that was read', async () => {
    const { mailbox, world } = await delivered({ zap: 'junk' });
    await world.perform(read, { captured: 'cap_0001' });
    await world.advance(hourMs);
    expect(folder(world, mailbox, 'inbox')).toHaveLength(1);
  });

  it('takes phishing away though it was read, and only an administrator brings it back', async () => {
    const { mailbox, world } = await delivered({ zap: 'quarantine' });
    await world.perform(read, { captured: 'cap_0001' });
    await world.advance(hourMs);
    expect(quarantine(world, mailbox)).toMatchObject([{ captured: 'cap_0001', releasedBy: 'admin' }]);
  });

  it('leaves safe senders, and what has left the inbox', async () => {
    const safe = await delivered({ zap: 'quarantine', allowedSenders: ['openbadge.net'] });
    await safe.world.advance(hourMs);
    expect(folder(safe.world, safe.mailbox, 'inbox')).toHaveLength(1);
    const archived = await delivered({ zap: 'junk' });
    await archived.world.perform(moveMessage, { captured: 'cap_0001', to: 'archive' });
    await archived.world.advance(hourMs);
    expect(folder(archived.world, archived.mailbox, 'archive')).toHaveLength(1);
  });
});
