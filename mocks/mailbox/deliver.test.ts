import { describe, expect, it } from 'vitest';
import { loadWorld, saveWorld } from '#sim/kernel';
import { allowSender, changeSetting, deliver, folder, markNotJunk, transcriptOf } from './index.ts';
import { mailboxWorld, startsAt } from './mailbox-fixture.ts';

const docomo = 'hanako@docomo.ne.jp.test';

describe('delivery', () => {
  it('puts a message into the inbox, newest first, with what a list shows', async () => {
    const mail = mailboxWorld();
    const mailbox = await mail.open(docomo);
    await mail.arrive(docomo);
    await mail.world.advance(60_000);
    expect(await mail.arrive(docomo)).toEqual({ replyCode: 250, text: 'Ok', stage: 'DATA' });
    const inbox = folder(mail.world, mailbox, 'inbox');
    expect(inbox.map(({ captured }) => captured)).toEqual(['cap_0002', 'cap_0001']);
    expect(inbox[1]).toEqual({
      captured: 'cap_0001',
      folder: 'inbox',
      kind: 'issue-notice',
      about: 'cred_0001',
      from: { name: 'オープンバッジサービス', address: 'service@openbadge.net' },
      subject: '【見本大学】からオープンバッジ発行のお知らせ',
      receivedAt: startsAt,
      isRead: false,
      marks: [],
    });
    expect(transcriptOf(mail.world, 'cap_0001').map(({ reply }) => reply.replyCode)).toEqual([250, 250, 354, 250]);
    expect(mail.events('mail.received')[0]).toMatchObject({
      message: 'msg_0001',
      captured: 'cap_0001',
      provider: 'docomo',
      address: docomo,
      outcome: 'delivered',
      folder: 'inbox',
    });
  });

  it('finds the mailbox in any spelling of the address', async () => {
    const mail = mailboxWorld();
    const mailbox = await mail.open('ha..nako@docomo.ne.jp.test');
    await mail.arrive('"Ha..Nako"@DoCoMo.ne.jp.test');
    expect(folder(mail.world, mailbox, 'inbox')).toHaveLength(1);
    await expect(mail.open('"ha..nako"@docomo.ne.jp.test')).rejects.toMatchObject({ code: 'mailbox-exists' });
  });

  it('answers for an unknown user as the provider of the domain does, and keeps nothing', async () => {
    const mail = mailboxWorld();
    expect(await mail.arrive(docomo)).toEqual({ replyCode: 550, text: `Unknown user ${docomo}`, stage: 'RCPT' });
    expect(await mail.arrive('x@gmail.com.test')).toMatchObject({ replyCode: 550, enhancedStatusCode: '5.1.1' });
    expect(await mail.arrive('x@nobody.test')).toMatchObject({ replyCode: 550, enhancedStatusCode: '5.1.2' });
    expect(
      mail.events('mail.received').map(({ provider, outcome, captured }) => [provider, outcome, captured]),
    ).toEqual([
      ['docomo', 'rejected', undefined],
      ['gmail', 'rejected', undefined],
      ['none', 'rejected', undefined],
    ]);
  });

  it('goes by the provider of the mailbox before that of the domain', async () => {
    const mail = mailboxWorld({ junkBias: 'high' });
    const mailbox = await mail.open(docomo, {}, 'plain');
    await mail.arrive(docomo);
    expect(folder(mail.world, mailbox, 'inbox')).toHaveLength(1);
  });

  it('takes the bias of the world, unless the mailbox has its own', async () => {
    const mail = mailboxWorld({ junkBias: 'high' });
    const strict = await mail.open('a@gmail.com.test');
    const lenient = await mail.open('b@gmail.com.test', { junkBias: 'low' });
    await mail.arrive('a@gmail.com.test');
    await mail.arrive('b@gmail.com.test');
    expect(folder(mail.world, strict, 'junk')).toHaveLength(1);
    expect(folder(mail.world, lenient, 'inbox')).toHaveLength(1);
  });

  it('fills up: a mailbox without room for the message defers it, and takes it when there is room', async () => {
    const mail = mailboxWorld();
    const mailbox = await mail.open('a@gmail.com.test', { quotaBytes: 700 });
    expect((await mail.arrive('a@gmail.com.test')).replyCode).toBe(250);
    expect(await mail.arrive('a@gmail.com.test')).toMatchObject({ replyCode: 452, stage: 'RCPT' });
    expect(mail.events('mail.received')[1]).toMatchObject({ outcome: 'deferred' });
    await mail.world.perform(changeSetting, { mailbox, setting: 'quotaBytes', value: 1_400 });
    expect((await mail.arrive('a@gmail.com.test')).replyCode).toBe(250);
  });

  it('sees a refused link inside an encoded body', async () => {
    const mail = mailboxWorld();
    await mail.open(docomo, { refusesListedLinks: true, listedLinkHosts: ['wallet.openbadge.test'] });
    expect(await mail.arrive(docomo)).toMatchObject({ replyCode: 550, stage: 'DATA' });
  });

  it('happens only inside a command', () => {
    const { world } = mailboxWorld();
    const data = Buffer.from('Subject: x\r\n\r\n');
    expect(() => deliver(world, { message: 'm', kind: 'k', reversePath: 'a', forwardPath: docomo, data })).toThrow(
      TypeError,
    );
  });

  it('comes out the same when the journal is replayed', async () => {
    const mail = mailboxWorld({ junkBias: 'high' });
    await mail.open(docomo);
    await mail.arrive(docomo);
    await mail.world.perform(markNotJunk, { captured: 'cap_0001' });
    await mail.world.advance(40 * 86_400_000);
    const again = await loadWorld(saveWorld(mail.world), mail.world.modules);
    expect(again.log.after(0)).toEqual(mail.world.log.after(0));
  });
});

describe('a filter that was changed', () => {
  it('brings back nothing that it refused or sorted before, and lets the next mail through', async () => {
    const mail = mailboxWorld();
    const refusing = await mail.open(docomo, { easySetting: 'strong' });
    expect(await mail.arrive(docomo)).toMatchObject({ replyCode: 550, stage: 'DATA' });
    await mail.world.perform(allowSender, { mailbox: refusing, address: 'service@openbadge.net' });
    expect(folder(mail.world, refusing, 'inbox')).toHaveLength(0);
    await mail.arrive(docomo);
    expect(folder(mail.world, refusing, 'inbox')).toHaveLength(1);

    const sorting = await mail.open('a@gmail.com.test', { junkBias: 'high' });
    await mail.arrive('a@gmail.com.test');
    await mail.world.perform(allowSender, { mailbox: sorting, address: 'openbadge.net' });
    expect(folder(mail.world, sorting, 'junk')).toHaveLength(1);
    await mail.arrive('a@gmail.com.test');
    expect(folder(mail.world, sorting, 'inbox')).toHaveLength(1);
    expect(mail.events('mail.setting-changed')).toEqual([
      { mailbox: refusing, setting: 'allowedSenders', value: '["service@openbadge.net"]' },
      { mailbox: sorting, setting: 'allowedSenders', value: '["openbadge.net"]' },
    ]);
  });

  it('is refused when the provider has no such setting, or no such value', async () => {
    const mail = mailboxWorld();
    const mailbox = await mail.open('a@gmail.com.test');
    const change = (setting: string, value: never) => mail.world.perform(changeSetting, { mailbox, setting, value });
    await expect(change('easySetting', 'strong' as never)).rejects.toMatchObject({ code: 'mailbox-setting-unknown' });
    await expect(change('toString', 'x' as never)).rejects.toMatchObject({ code: 'mailbox-setting-unknown' });
    for (const [setting, value] of [
      ['junkBias', 'middle'],
      ['quotaBytes', -1],
      ['contacts', 'a@b'],
    ] as const) {
      await expect(change(setting, value as never)).rejects.toMatchObject({ code: 'mailbox-setting-invalid' });
    }
    await expect(mail.open('b@nobody.test')).rejects.toMatchObject({ code: 'provider-unknown' });
    await expect(
      mail.world.perform(changeSetting, { mailbox: 'mbox_0099', setting: 'junkBias', value: 'low' }),
    ).rejects.toMatchObject({ code: 'mailbox-unknown' });
    expect(mail.settingsOf('a@gmail.com.test').junkBias).toBe('low');
  });
});
