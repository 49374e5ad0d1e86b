import { describe, expect, test } from 'vitest';
import { findCaptures } from './index.ts';
import { mailboxWorld } from './mailbox-fixture.ts';

const address = 'hanako@plain.test';
const mail = (text: string): string => `Subject: ${text}\r\n\r\n${text.repeat(100)}\r\n`;
const day = 86_400_000;

function subjects({ world }: ReturnType<typeof mailboxWorld>): readonly string[] {
  return findCaptures(world, { after: 0 }, 100).map(({ subject }) => subject);
}

describe('limits of what is kept', () => {
  test('without any, everything stays', async () => {
    const mails = mailboxWorld();
    await mails.open(address, {}, 'plain');
    for (let n = 0; n < 20; n += 1) await mails.arrive(address, mail(`m${n}`));
    expect(subjects(mails)).toHaveLength(20);
  });

  test('by count the oldest go first, and the journal lets go of them when it is forgotten', async () => {
    const mails = mailboxWorld({ capturesMax: 3 });
    await mails.open(address, {}, 'plain');
    for (let n = 0; n < 12; n += 1) await mails.arrive(address, mail(`m${n}`));
    expect(subjects(mails)).toEqual(['m11', 'm10', 'm9']);
    expect(mails.events('mail.purged').map(({ captured }) => captured)).toHaveLength(9);
    expect(mails.world.store.all('SELECT 1 FROM blob')).toHaveLength(12);
    await mails.world.forget();
    // The journal's last entry is the newest of the three in the mailbox.
    expect(mails.world.store.all('SELECT 1 FROM blob').length).toBe(3);
  });

  test('by bytes as many go as must, and the newest stays even when it is too large alone', async () => {
    const mails = mailboxWorld({ bytesMax: 700 });
    await mails.open(address, {}, 'plain');
    for (const name of ['aa', 'bb', 'cc', 'dd']) await mails.arrive(address, mail(name));
    expect(subjects(mails)).toEqual(['dd', 'cc', 'bb']);
    await mails.arrive(address, mail('eeeeeeeeee'));
    expect(subjects(mails)).toEqual(['eeeeeeeeee']);
  });

  test('by age they go when their time is over, without any new mail', async () => {
    const mails = mailboxWorld({ ageMsMax: 2 * day });
    await mails.open(address, {}, 'plain');
    await mails.arrive(address, mail('old'));
    await mails.world.advance(day);
    await mails.arrive(address, mail('new'));
    await mails.world.advance(day - 1);
    expect(subjects(mails)).toEqual(['new', 'old']);
    await mails.world.advance(1);
    expect(subjects(mails)).toEqual(['new']);
    await mails.world.advance(day);
    expect(subjects(mails)).toEqual([]);
    await mails.arrive(address, mail('later'));
    await mails.world.advance(2 * day);
    expect(subjects(mails)).toEqual([]);
  });
});
