import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { changeSetting, folder } from './index.ts';
import { mailboxWorld } from './mailbox-fixture.ts';

const university = 'hanako@mihon-u.ac.jp.test';
const au = 'a..b@ezweb.ne.jp.test';
const signed =
  'Message-ID: <1@openbadge.net>\r\nFrom: service@openbadge.net\r\n\r\nhttps://wallet.openbadge.test/receive/t0ken\r\n';

describe('a mail that was forwarded to an address that refuses it', () => {
  async function bounced(to: string) {
    const mail = mailboxWorld();
    await mail.open(university, { forwardTo: to });
    const reply = await mail.arrive(university, signed);
    return { mail, reply };
  }

  it('is taken, and goes back to its sender from the host that forwarded it', async () => {
    const { mail, reply } = await bounced('taro@docomo.ne.jp.test');
    expect(reply.replyCode).toBe(250);
    await mail.world.advance(999);
    expect(mail.events('mail.returned')).toEqual([]);
    await mail.world.advance(1);
    expect(mail.events('mail.returned')).toEqual([
      {
        message: 'msg_0001',
        host: 'mihon-u.ac.jp.test',
        address: 'taro@docomo.ne.jp.test',
        to: 'service@openbadge.net',
        replyCode: 550,
        replyText: 'Unknown user taro@docomo.ne.jp.test',
      },
    ]);
    expect(mail.returned.map(({ forwardPath }) => forwardPath)).toEqual(['service@openbadge.net']);
  });

  it('comes with what the next host said, the stage, and its header without its body', async () => {
    const { mail } = await bounced('taro@docomo.ne.jp.test');
    await mail.world.advance(1_000);
    const text = mail.returned[0]?.text ?? '';
    const email = await PostalMime.parse(text, { forceRfc822Attachments: true });
    expect(email.from?.address).toBe('MAILER-DAEMON@mihon-u.ac.jp.test');
    expect(email.text?.replaceAll('\r\n', '\n')).toContain(
      '<taro@docomo.ne.jp.test>: host docomo.ne.jp.test said: 550 Unknown user taro@docomo.ne.jp.test (in reply to RCPT TO command)',
    );
    expect(text).toContain('Diagnostic-Code: smtp; 550 Unknown user taro@docomo.ne.jp.test\r\n');
    expect(text).toContain('Original-Recipient: rfc822; hanako@mihon-u.ac.jp.test\r\n');
    expect(text).toContain('Message-ID: <1@openbadge.net>\r\n');
    expect(text).not.toContain('t0ken');
  });

  it('is not spoken of when it was only put off, or taken', async () => {
    const mail = mailboxWorld();
    await mail.open(university, { forwardTo: 'b@gmail.com.test' });
    const to = await mail.open('b@gmail.com.test', { quotaBytes: 1 });
    expect((await mail.arrive(university)).replyCode).toBe(250);
    await mail.world.perform(changeSetting, { mailbox: to, setting: 'quotaBytes', value: 10_000 });
    expect((await mail.arrive(university)).replyCode).toBe(250);
    await mail.world.advance(86_400_000);
    expect(mail.events('mail.returned')).toEqual([]);
  });

  it('lands in the mailbox of its sender when that is one, and nothing comes back of a bounce', async () => {
    const mail = mailboxWorld({ bounceAfterMs: 0 });
    await mail.open('nobody@example.test', {}, 'plain');
    await mail.open(university, { forwardTo: 'taro@docomo.ne.jp.test' });
    const sender = await mail.open('service@openbadge.net', { forwardTo: 'taro@docomo.ne.jp.test' }, 'plain');
    await mail.arrive(university, signed);
    await mail.world.advance(86_400_000);
    expect(folder(mail.world, sender, 'inbox').map(({ subject }) => subject)).toEqual([
      'Undelivered Mail Returned to Sender',
    ]);
    expect(mail.returned).toEqual([]);
    expect(mail.events('mail.returned')).toHaveLength(1);
  });
});

describe('an account of au that cannot receive', () => {
  it('refuses at once, as long as the world does not say that it bounces late', async () => {
    const mail = mailboxWorld();
    await mail.open(au, { account: 'disabled' });
    expect(await mail.arrive(au)).toMatchObject({ replyCode: 550, stage: 'RCPT' });
    expect(mail.events('mail.returned')).toEqual([]);
  });

  it.each([
    ['limited', { account: 'limited' }, 'The user(s) account is temporarily limited.'],
    ['disabled', { account: 'disabled' }, 'The user(s) account is disabled.'],
    ['full', { quotaBytes: 1 }, 'The user(s) account is temporarily over quota.'],
  ])('takes the mail and sends it back later: %s', async (_, settings, said) => {
    const mail = mailboxWorld({ lateBounceMs: 3_600_000 });
    const mailbox = await mail.open(au, settings);
    expect(await mail.arrive(au, signed)).toEqual({ replyCode: 250, text: 'Ok', stage: 'DATA' });
    expect(mail.events('mail.received')).toMatchObject([{ outcome: 'rejected' }]);
    expect(folder(mail.world, mailbox, 'inbox')).toEqual([]);
    await mail.world.advance(3_599_999);
    expect(mail.returned).toEqual([]);
    await mail.world.advance(1);
    const email = await PostalMime.parse(mail.returned[0]?.text ?? '', { forceRfc822Attachments: true });
    expect(email.subject).toBe('Mail System Error - Returned Mail');
    expect(email.from?.address).toBe('Postmaster@ezweb.ne.jp');
    expect(email.text).toContain(said);
  });

  it('answers filters as ever: only the state of the account is told late', async () => {
    const mail = mailboxWorld({ lateBounceMs: 3_600_000 });
    await mail.open(au, { refusesHtml: true });
    const html = 'From: service@openbadge.net\r\nContent-Type: text/html\r\n\r\n<p>x</p>\r\n';
    expect(await mail.arrive(au, html)).toMatchObject({ replyCode: 550, stage: 'DATA' });
  });
});
