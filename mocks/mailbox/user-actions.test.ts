import { describe, expect, it } from 'vitest';
import { deleteMessage, emptyTrash, type Folder, folder, markNotJunk, moveMessage, read, restore } from './index.ts';
import { mailboxWorld } from './mailbox-fixture.ts';

const address = 'hanako@gmail.com.test';
const captured = 'cap_0001';
const dayMs = 86_400_000;

async function oneMail(settings = {}) {
  const mail = mailboxWorld();
  const mailbox = await mail.open(address, settings);
  await mail.arrive(address);
  const { world } = mail;
  const where = (): string | undefined =>
    (['inbox', 'junk', 'trash', 'archive'] as const satisfies Folder[]).find((name) =>
      folder(world, mailbox, name).some((line) => line.captured === captured),
    );
  return { ...mail, mailbox, where };
}

describe('the owner of a mailbox', () => {
  it('reads a mail', async () => {
    const { world, mailbox, events } = await oneMail();
    await world.perform(read, { captured });
    expect(folder(world, mailbox, 'inbox')[0]?.isRead).toBe(true);
    expect(events('mail.read')).toEqual([{ captured, folder: 'inbox' }]);
  });

  it('deletes a mail into the trash and restores it to where it was', async () => {
    const { world, where, events } = await oneMail();
    await world.perform(moveMessage, { captured, to: 'archive' });
    await world.perform(deleteMessage, { captured });
    expect(where()).toBe('trash');
    await world.perform(restore, { captured });
    expect(where()).toBe('archive');
    expect(events('mail.moved').map(({ from, to, by }) => `${from} ${to} ${by}`)).toEqual([
      'inbox archive student',
      'archive trash student',
      'trash archive student',
    ]);
  });

  it('restores only out of the trash', async () => {
    const { world } = await oneMail();
    await expect(world.perform(restore, { captured })).rejects.toMatchObject({ code: 'folder-unfit' });
  });

  it('moves a mail to where it is without effect', async () => {
    const { world, events } = await oneMail();
    await world.perform(moveMessage, { captured, to: 'inbox' });
    expect(events('mail.moved')).toEqual([]);
  });

  it('deletes for good what is in the trash', async () => {
    const { world, where, events } = await oneMail();
    await world.perform(deleteMessage, { captured });
    await world.perform(deleteMessage, { captured });
    expect(where()).toBeUndefined();
    expect(events('mail.purged')).toEqual([{ captured, folder: 'trash' }]);
    await expect(world.perform(restore, { captured })).rejects.toMatchObject({ code: 'captured-unknown' });
  });

  it('empties the trash and nothing else', async () => {
    const { world, mailbox, arrive } = await oneMail();
    await arrive(address);
    await world.perform(deleteMessage, { captured });
    await world.perform(emptyTrash, { mailbox });
    expect(folder(world, mailbox, 'trash')).toEqual([]);
    expect(folder(world, mailbox, 'inbox')).toHaveLength(1);
    await world.advance(60 * dayMs);
  });

  it('says that a mail is not junk: it moves to the inbox and the next one goes there at once', async () => {
    const { world, mailbox, where, arrive } = await oneMail({ junkBias: 'high' });
    expect(where()).toBe('junk');
    await world.perform(markNotJunk, { captured });
    expect(where()).toBe('inbox');
    await arrive(address);
    expect(folder(world, mailbox, 'inbox')).toHaveLength(2);
    await expect(world.perform(markNotJunk, { captured })).rejects.toMatchObject({ code: 'folder-unfit' });
  });
});

describe('after thirty days', () => {
  it('a mail in the trash is gone, and not a moment earlier', async () => {
    const { world, where, events } = await oneMail();
    await world.advance(dayMs);
    await world.perform(deleteMessage, { captured });
    await world.advance(30 * dayMs - 1);
    expect(where()).toBe('trash');
    await world.advance(1);
    expect(where()).toBeUndefined();
    expect(events('mail.purged')).toEqual([{ captured, folder: 'trash' }]);
  });

  it('a mail in the junk folder is gone, though nobody ever saw it', async () => {
    const { world, where, events } = await oneMail({ junkBias: 'high' });
    await world.advance(30 * dayMs);
    expect(where()).toBeUndefined();
    expect(events('mail.purged')).toEqual([{ captured, folder: 'junk' }]);
  });

  it('a restored mail stays, and a second deletion counts anew', async () => {
    const { world, where } = await oneMail();
    await world.perform(deleteMessage, { captured });
    await world.advance(29 * dayMs);
    await world.perform(restore, { captured });
    await world.advance(2 * dayMs);
    expect(where()).toBe('inbox');
    await world.perform(deleteMessage, { captured });
    await world.advance(29 * dayMs);
    expect(where()).toBe('trash');
    await world.advance(dayMs);
    expect(where()).toBeUndefined();
  });

  it('a mail in the inbox or the archive is still there', async () => {
    const { world, mailbox, arrive } = await oneMail();
    await arrive(address);
    await world.perform(moveMessage, { captured, to: 'archive' });
    await world.advance(400 * dayMs);
    expect(folder(world, mailbox, 'archive')).toHaveLength(1);
    expect(folder(world, mailbox, 'inbox')).toHaveLength(1);
  });
});
