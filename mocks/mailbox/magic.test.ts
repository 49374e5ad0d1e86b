import { describe, expect, it } from 'vitest';
import { createWorld, defaultLimits } from '#sim/kernel';
import { magicAddresses, profiles } from '../providers/index.ts';
import { receive, smtpModule } from '../smtp/index.ts';
import { folder, mailboxList, mailboxModule } from './index.ts';
import { mailboxOf } from './mailbox.ts';
import { type MailboxWorld, mailboxWorldWithZone, startsAt } from './mailbox-fixture.ts';

/** What becomes of a mail at each provider: where it lies after an hour, or how it was refused. */
const expected: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  spam: {
    gmail: 'junk',
    docomo: 'junk',
    au: 'dropped',
    softbank: 'dropped',
    ymobile: 'junk',
    'yahoo-jp': 'junk',
    icloud: 'junk',
    m365: 'junk',
    'school-gateway': 'quarantine',
    plain: 'junk',
  },
  full: {
    gmail: '452 4.2.2',
    docomo: '552 Too much mail data',
    au: '552 The user(s) account is temporarily over quota',
    softbank: '552 Mailbox full',
    ymobile: '552 Mailbox full',
    'yahoo-jp': '552 5.2.2',
    icloud: '552 5.2.2',
    m365: '552 5.2.2',
    'school-gateway': '552 5.2.2',
    plain: '552 5.2.2',
  },
  bounce: {
    gmail: '550 5.1.1',
    docomo: '550 Unknown user',
    au: '550 <bounce+x@provider.test>: User unknown',
    softbank: '550 Invalid recipient',
    ymobile: '550 Invalid recipient',
    'yahoo-jp': '554 delivery error',
    icloud: '550 5.1.1',
    m365: '550 5.5.0',
    'school-gateway': '550 5.1.1',
    plain: '550 5.1.1',
  },
};

/** A world with magic, and the greylisting of schools off: it has nothing to do with what is looked at here. */
async function arriveAt(provider: string, word: string): Promise<{ mail: MailboxWorld; outcome: string }> {
  const mail = mailboxWorldWithZone({}, { magicAddresses: true });
  const address = `${word}+x@provider.test`;
  const settings = provider === 'school-gateway' ? { greylisting: false } : {};
  const mailbox = await mail.open(address, settings, provider);
  await mail.open('x@provider.test', settings, provider);
  const { replyCode, enhancedStatusCode, text } = await mail.arrive(address);
  if (replyCode >= 400) {
    return { mail, outcome: [replyCode, enhancedStatusCode, text].filter((part) => part !== undefined).join(' ') };
  }
  const places = mail.world.store.all<{ folder: string | null }>(
    'SELECT folder FROM mailbox_message WHERE mailbox = ?',
    mailbox,
  );
  return { mail, outcome: places.map((place) => place.folder ?? 'dropped').join() };
}

const rows = Object.entries(expected).flatMap(([word, outcomes]) =>
  Object.entries(outcomes).map(([provider, outcome]) => [word, provider, outcome] as const),
);

describe('a magic address', () => {
  it('stands in the table of outcomes for every provider', () => {
    const known = profiles.map(({ provider }) => provider).sort();
    for (const outcomes of Object.values(expected)) expect(Object.keys(outcomes).sort()).toEqual(known);
    expect(magicAddresses.map(({ word }) => word)).toEqual(['spam', 'full', 'bounce', 'slow', 'scan', 'forward']);
  });

  it.each(rows)('%s+ at %s comes out as %s', async (word, provider, wanted) => {
    const { outcome } = await arriveAt(provider, word);
    expect(outcome).toContain(wanted);
  });

  it.each(profiles.map(({ provider }) => provider))(
    'slow+ at %s shows the mail a quarter of an hour late',
    async (provider) => {
      const { mail } = await arriveAt(provider, 'slow');
      const { mailbox = '' } = mailboxOf(mail.world, 'slow+x@provider.test') ?? {};
      await mail.world.advance(899_999);
      expect(folder(mail.world, mailbox, 'inbox')).toHaveLength(0);
      await mail.world.advance(1);
      expect(folder(mail.world, mailbox, 'inbox')).toHaveLength(1);
    },
  );

  it.each(profiles.map((profile) => [profile.provider, profile.scanner !== undefined] as const))(
    'scan+ at %s has the links fetched: %s',
    async (provider, isScanned) => {
      const { mail } = await arriveAt(provider, 'scan');
      await mail.world.advance(3_600_000);
      expect(mail.events('mail.link-scanned')).toHaveLength(isScanned ? 1 : 0);
    },
  );

  it.each(profiles.map(({ provider }) => provider))('forward+ at %s sends it on, where SPF fails', async (provider) => {
    const { mail } = await arriveAt(provider, 'forward');
    expect(mail.events('mail.forwarded')).toMatchObject([{ from: 'forward+x@provider.test', to: 'x@provider.test' }]);
    const [first, second] = mail.events('mail.received');
    expect([first?.address, second?.address]).toEqual(['forward+x@provider.test', 'x@provider.test']);
    const asked = second?.trail.map(({ sentence }) => sentence.en).join(' ') ?? '';
    if (asked.includes('SPF ')) expect(asked).toMatch(/SPF (\S+: )?fail/);
  });

  it('means nothing where it is not switched on', async () => {
    const mail = mailboxWorldWithZone();
    await mail.open('full+x@gmail.com.test');
    expect(await mail.arrive('full+x@gmail.com.test')).toMatchObject({ replyCode: 250 });
    expect(await mail.arrive('bounce+x@nobody.test')).toMatchObject({ enhancedStatusCode: '5.1.2' });
  });

  it('gives way to what the owner of the mailbox set', async () => {
    const mail = mailboxWorldWithZone({}, { magicAddresses: true });
    await mail.open('Full+x@gmail.com.test', { quotaBytes: 1_000_000 });
    expect(await mail.arrive('Full+x@gmail.com.test')).toMatchObject({ replyCode: 250 });
  });

  it('opens the mailbox that it forwards to, and none for who shall be unknown', async () => {
    const submission = { helo: 'c', reversePath: '', opensMailboxes: true, data: Buffer.from('Subject: x\r\n\r\n') };
    const world = createWorld(
      { seed: 5, startsAt, limits: defaultLimits, parameters: { mailbox: { magicAddresses: true } } },
      [mailboxModule, smtpModule],
    );
    const forwardPaths = ['forward+b@gmail.com.test', 'bounce+b@gmail.com.test', 'full+c@app.example'];
    await world.perform(receive, { ...submission, forwardPaths });
    expect(mailboxList(world).map(({ address, provider }) => `${address} ${provider}`)).toEqual([
      'forward+b@gmail.com.test gmail',
      'b@gmail.com.test gmail',
      'full+c@app.example plain',
    ]);
  });
});
