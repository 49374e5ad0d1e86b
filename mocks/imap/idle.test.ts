import { describe, expect, it } from 'vitest';
import { deleteMessage, markNotJunk, releaseHeld } from '../mailbox/index.ts';
import { address, imapWorld } from './imap-fixture.ts';

const dayMs = 86_400_000;
const withLink = 'From: a@b.test\r\n\r\nhttps://wallet.openbadge.test/receive/t0ken\r\n';

describe('IDLE', () => {
  // https://www.rfc-editor.org/rfc/rfc9051#section-6.3.13
  it('tells of a delivery at once, and of a mail that the owner reads or deletes elsewhere', async () => {
    const mail = await imapWorld();
    const [client, other] = [await mail.client(), await mail.client()];
    await client.say('s SELECT INBOX');
    expect(await client.say('a IDLE')).toEqual(['+ waiting']);
    await mail.arrive();
    expect(client.heard()).toEqual(['* 1 EXISTS']);
    await mail.arrive();
    expect(client.heard()).toEqual(['* 2 EXISTS']);
    await other.say('s SELECT INBOX', 't STORE 1 +FLAGS.SILENT (\\Seen)');
    expect(client.heard()).toEqual(['* 1 FETCH (UID 1 FLAGS (\\Seen))']);
    await mail.world.perform(deleteMessage, { captured: 'cap_0001' });
    expect(client.heard()).toEqual(['* 1 EXPUNGE']);
    expect(await client.say('DONE')).toEqual(['a OK back']);
    await mail.arrive();
    expect(client.heard()).toEqual([]);
    expect(await client.say('b NOOP')).toEqual(['* 2 EXISTS', 'b OK nothing done']);
  });

  it('tells what happened before it began', async () => {
    const mail = await imapWorld();
    const client = await mail.client();
    await client.say('s SELECT INBOX');
    await mail.arrive();
    expect(await client.say('a IDLE')).toEqual(['+ waiting', '* 1 EXISTS']);
  });

  it('ends with DONE and nothing else', async () => {
    const client = await (await imapWorld()).client();
    expect(await client.say('a IDLE', 'b NOOP')).toEqual(['+ waiting', 'a BAD IDLE ends with DONE']);
    expect(await client.say('c NOOP')).toEqual(['c OK nothing done']);
  });

  it('ends with the connection', async () => {
    const mail = await imapWorld();
    const client = await mail.client();
    await client.say('s SELECT INBOX', 'a IDLE');
    client.session.closed();
    await mail.arrive();
    expect(client.heard()).toEqual([]);
  });

  it('tells of what the provider removes from the junk folder after its time', async () => {
    const mail = await imapWorld({ address: 'hanako@gmail.com.test', settings: { junkBias: 'high' } });
    await mail.arrive(withLink);
    const client = await mail.client();
    await client.say('s SELECT [Gmail]/Spam');
    await client.say('a IDLE');
    await mail.world.advance(30 * dayMs - 1);
    expect(client.heard()).toEqual([]);
    await mail.world.advance(1);
    expect(client.heard()).toEqual(['* 1 EXPUNGE']);
  });

  it('tells of a mail that is no junk in both folders', async () => {
    const mail = await imapWorld({ address: 'hanako@gmail.com.test', settings: { junkBias: 'high' } });
    await mail.arrive(withLink);
    const [junk, inbox] = [await mail.client(), await mail.client()];
    await junk.say('s SELECT [Gmail]/Spam', 'a IDLE');
    await inbox.say('s SELECT INBOX', 'a IDLE');
    junk.heard();
    await mail.world.perform(markNotJunk, { captured: 'cap_0001' });
    expect([junk.heard(), inbox.heard()]).toEqual([['* 1 EXPUNGE'], ['* 1 EXISTS']]);
  });

  it('tells of a change of mind of Microsoft 365: the mail leaves the Inbox, read or not, and is in no folder', async () => {
    const settings = { zap: 'quarantine', zapAfterMs: 60_000 };
    const mail = await imapWorld({ address: 's26001@mihon-u.ac.jp.test', settings });
    await mail.arrive();
    const client = await mail.client();
    await client.say('s SELECT INBOX', 'a IDLE');
    client.heard();
    await mail.world.advance(60_000);
    expect(client.heard()).toEqual(['* 1 EXPUNGE']);
    await client.say('DONE');
    for (const folder of ['INBOX', '"Junk Email"', '"Deleted Items"', 'Archive']) {
      expect((await client.say(`b STATUS ${folder} (MESSAGES)`))[0]).toContain('MESSAGES 0');
    }
    await client.say('c IDLE');
    client.heard();
    await mail.world.perform(releaseHeld, { captured: 'cap_0001', by: 'admin' });
    expect(client.heard()).toEqual(['* 1 EXISTS']);
    await client.say('DONE');
    expect((await client.say('d FETCH 1 UID'))[0]).toBe('* 1 FETCH (UID 2)');
  });

  it('tells of a mail that comes late, when it comes', async () => {
    const mail = await imapWorld({ address, settings: { deliveryDelayMs: 3_600_000 } });
    await mail.arrive();
    const client = await mail.client();
    await client.say('s SELECT INBOX', 'a IDLE');
    client.heard();
    await mail.world.advance(3_600_000);
    expect(client.heard()).toEqual(['* 1 EXISTS']);
  });
});
