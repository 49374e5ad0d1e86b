import { describe, expect, it } from 'vitest';
import { conversations, moveMessage } from './index.ts';
import { mailboxWorld, word } from './mailbox-fixture.ts';

const dayMs = 86_400_000;

async function inbox(address: string) {
  const mail = mailboxWorld();
  const mailbox = await mail.open(address);
  const arrive = (subject: string, from = 'service@openbadge.net') =>
    mail.arrive(address, `From: <${from}>\r\nSubject: ${word(subject)}\r\n\r\nx\r\n`);
  const sizes = (): number[] => conversations(mail.world, mailbox).map(({ length }) => length);
  return { ...mail, mailbox, arrive, sizes };
}

describe('the lines of an inbox', () => {
  it('hold together what has one subject and one sender, in Gmail within a week', async () => {
    const { world, arrive, sizes } = await inbox('hanako@gmail.com.test');
    await arrive('お知らせ');
    await world.advance(7 * dayMs);
    await arrive('お知らせ');
    expect(sizes()).toEqual([2]);
    await world.advance(7 * dayMs + 1);
    await arrive('お知らせ');
    expect(sizes()).toEqual([1, 2]);
  });

  it('are apart for another subject or another sender; replies and the width of letters are no difference', async () => {
    const { arrive, sizes } = await inbox('hanako@icloud.com.test');
    for (const subject of ['お知らせ 1', 'Re: Re: お知らせ 1', 'FW:お知らせ １', 'お知らせ 2']) await arrive(subject);
    expect(sizes().toSorted()).toEqual([1, 3]);
    await arrive('お知らせ 2', 'someone@example.com');
    expect(sizes().toSorted()).toEqual([1, 1, 3]);
  });

  it('are one a mail where the app does not group', async () => {
    const { arrive, sizes } = await inbox('hanako@docomo.ne.jp.test');
    await arrive('お知らせ');
    await arrive('お知らせ');
    expect(sizes()).toEqual([1, 1]);
  });

  it('start with the newest, and leave out what lies elsewhere', async () => {
    const { world, mailbox, arrive } = await inbox('hanako@gmail.com.test');
    await arrive('一');
    await world.advance(1_000);
    await arrive('二');
    await world.advance(1_000);
    await arrive('一');
    expect(conversations(world, mailbox).map(([newest]) => newest?.captured)).toEqual(['cap_0003', 'cap_0002']);
    await world.perform(moveMessage, { captured: 'cap_0003', to: 'trash' });
    expect(conversations(world, mailbox).map(([newest]) => newest?.captured)).toEqual(['cap_0002', 'cap_0001']);
  });
});
