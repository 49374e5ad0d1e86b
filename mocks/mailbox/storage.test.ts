import { describe, expect, it } from 'vitest';
import { fillStorage, folder, freeStorage, usedBytes } from './index.ts';
import { mailboxWorld } from './mailbox-fixture.ts';

const address = 'hanako@docomo.ne.jp.test';

describe('old mails and photos in the storage of a mailbox', () => {
  it('leave no room for a mail, and room again when they are gone', async () => {
    const mail = mailboxWorld();
    const mailbox = await mail.open(address, { quotaBytes: 1_000_000 });
    expect((await mail.arrive(address)).replyCode).toBe(250);
    const own = usedBytes(mail.world, mailbox);
    await mail.world.perform(fillStorage, { mailbox });
    expect(usedBytes(mail.world, mailbox)).toBe(1_000_000);
    expect((await mail.arrive(address)).replyCode).toBe(552);
    await mail.world.perform(freeStorage, { mailbox });
    expect(usedBytes(mail.world, mailbox)).toBe(own);
    expect((await mail.arrive(address)).replyCode).toBe(250);
    expect(folder(mail.world, mailbox, 'inbox')).toHaveLength(2);
    expect(mail.events('mailbox.storage-changed').map((told) => told.usedBytes)).toEqual([1_000_000, own]);
  });

  it('fill the same storage twice without taking more than there is', async () => {
    const mail = mailboxWorld();
    const mailbox = await mail.open(address, { quotaBytes: 1_000_000 });
    await mail.world.perform(fillStorage, { mailbox });
    await mail.world.perform(fillStorage, { mailbox });
    expect(usedBytes(mail.world, mailbox)).toBe(1_000_000);
  });

  it('are those of a mailbox that there is', async () => {
    const { world } = mailboxWorld();
    const mailbox = 'mbox_0009';
    await expect(world.perform(fillStorage, { mailbox })).rejects.toMatchObject({ code: 'mailbox-unknown' });
    await expect(world.perform(freeStorage, { mailbox })).rejects.toMatchObject({ code: 'mailbox-unknown' });
  });
});
