import { describe, expect, it } from 'vitest';
import { loadWorld, saveWorld } from '#sim/kernel';
import { breakRecord } from '../dns/index.ts';
import { folder, linksOf, openMessage, openScans, quarantine, scannedTarget, settleScan } from './index.ts';
import { mailboxWorld, mailboxWorldWithZone } from './mailbox-fixture.ts';

const softbank = 'hanako@softbank.ne.jp.test';
const au = 'hanako@au.com.test';
const gmail = 'hanako@gmail.com.test';
const university = 's26001@mihon-u.ac.jp.test';
const link = 'https://wallet.openbadge.test/receive/t0ken';

describe('a message whose sender is judged', () => {
  it('goes through while the records are right, and is dropped without a word when SPF breaks', async () => {
    const mail = mailboxWorldWithZone();
    const mailbox = await mail.open(softbank);
    expect(await mail.arrive(softbank)).toMatchObject({ replyCode: 250 });
    await mail.world.perform(breakRecord, { record: 'spf', state: 'missing' });
    expect(await mail.arrive(softbank)).toMatchObject({ replyCode: 250 });
    expect(folder(mail.world, mailbox, 'inbox')).toHaveLength(1);
    expect(mail.events('mail.received').map(({ outcome, trail }) => [outcome, trail.at(-1)?.rule])).toEqual([
      ['delivered', 'otherwise'],
      ['dropped', 'spoofed'],
    ]);
  });

  it('is refused by Gmail under the policy that the domain publishes', async () => {
    for (const [dmarc, replyCode, rule] of [
      ['reject', 550, 'dmarc-reject'],
      ['missing', 550, 'unauthenticated'],
    ] as const) {
      const mail = mailboxWorldWithZone({ spf: 'wrong', dmarc });
      await mail.open(gmail);
      expect(await mail.arrive(gmail)).toMatchObject({ replyCode, enhancedStatusCode: '5.7.26' });
      expect(mail.events('mail.received')[0]?.trail.at(-1)?.rule).toBe(rule);
    }
  });

  it('is refused at MAIL by SoftBank when the domain is gone, whoever it is for', async () => {
    const mail = mailboxWorldWithZone({ domain: 'gone' });
    expect(await mail.arrive(softbank)).toEqual({
      replyCode: 553,
      text: 'openbadge.net does not exist',
      stage: 'MAIL',
    });
  });

  it('is put off by Gmail when the host has no name or does not encrypt', async () => {
    for (const [dns, code] of [
      [{ ptr: 'missing' }, '5.7.25'],
      [{ sendsOverTls: false }, '4.7.29'],
    ] as const) {
      const mail = mailboxWorldWithZone(dns);
      await mail.open(gmail);
      expect(await mail.arrive(gmail)).toMatchObject({ enhancedStatusCode: code });
    }
  });

  it('waits an hour at docomo when the list holds too many addresses that do not exist', async () => {
    const mail = mailboxWorld();
    const docomo = 'hanako@docomo.ne.jp.test';
    await mail.open(docomo, { unknownUsersMax: 3 });
    for (const name of ['a', 'b', 'c']) {
      expect((await mail.arrive(docomo)).replyCode).toBe(250);
      expect((await mail.arrive(`${name}@docomo.ne.jp.test`)).replyCode).toBe(550);
    }
    expect(await mail.arrive(docomo)).toMatchObject({ replyCode: 421, stage: 'RCPT' });
    await mail.world.advance(3_600_000);
    expect((await mail.arrive(docomo)).replyCode).toBe(250);
  });

  it('is not judged in a world without a zone', async () => {
    const mail = mailboxWorld();
    await mail.open(softbank);
    await mail.arrive(softbank);
    expect(mail.events('mail.received')[0]?.trail.map(({ rule }) => rule)).not.toContain('spoofed');
  });

  it('comes out the same when the journal is replayed', async () => {
    const mail = mailboxWorldWithZone({ spf: 'wrong' });
    await mail.open(au, { easySetting: 'recommended' });
    await mail.arrive(au);
    const again = await loadWorld(saveWorld(mail.world), mail.world.modules);
    expect(again.log.after(0)).toEqual(mail.world.log.after(0));
    expect(mail.events('mail.received')[0]).toMatchObject({ outcome: 'dropped' });
  });
});

it('a world may ask a provider’s rules in another order', async () => {
  const spoofedButAllowed = async (ruleOrder: Record<string, string[]>) => {
    const mail = mailboxWorldWithZone({ spf: 'wrong' }, { ruleOrder });
    await mail.open(softbank, { allowedSenders: ['openbadge.net'] });
    await mail.arrive(softbank);
    return mail.events('mail.received')[0]?.outcome;
  };
  expect(await spoofedButAllowed({})).toBe('dropped');
  expect(await spoofedButAllowed({ softbank: ['allowed-sender', 'spoofed'] })).toBe('delivered');
  expect(await spoofedButAllowed({ au: ['allowed-sender', 'blocked-sender'] })).toBe('dropped');
});

describe('a school’s gateway', () => {
  const pupil = 'p001@mihon-jh.ed.jp.test';

  it('puts a sender off once for each address, and takes it after the wait', async () => {
    const mail = mailboxWorld();
    const mailbox = await mail.open(pupil);
    const first = await mail.arrive(pupil);
    expect(first).toMatchObject({ replyCode: 451, text: 'Greylisted, please try again in 300 seconds', stage: 'RCPT' });
    await mail.world.advance(100_000);
    expect((await mail.arrive(pupil)).text).toBe('Greylisted, please try again in 200 seconds');
    await mail.world.advance(200_000);
    expect((await mail.arrive(pupil)).replyCode).toBe(250);
    expect((await mail.arrive(pupil)).replyCode).toBe(250);
    expect(folder(mail.world, mailbox, 'inbox')).toHaveLength(2);
    await mail.open('p002@mihon-jh.ed.jp.test');
    expect((await mail.arrive('p002@mihon-jh.ed.jp.test')).replyCode).toBe(451);
  });

  it('counts what it took of a domain within the hour', async () => {
    const mail = mailboxWorld();
    await mail.open(pupil, { greylisting: false, hourlyLimit: 2 });
    const codes: number[] = [];
    for (let count = 0; count < 3; count += 1) codes.push((await mail.arrive(pupil)).replyCode);
    expect(codes).toEqual([250, 250, 450]);
    await mail.world.advance(1_800_000);
    // What is put off does not count: else a sender that tries again would never come through.
    for (let count = 0; count < 3; count += 1) expect((await mail.arrive(pupil)).replyCode).toBe(450);
    await mail.world.advance(1_800_000);
    expect((await mail.arrive(pupil)).replyCode).toBe(250);
  });

  it('holds what it takes for junk, apart from the mailbox', async () => {
    const mail = mailboxWorld();
    const mailbox = await mail.open(pupil, { greylisting: false, junkBias: 'high' });
    await mail.arrive(pupil);
    expect(quarantine(mail.world, mailbox)).toHaveLength(1);
    await mail.world.advance(14 * 86_400_000);
    expect(quarantine(mail.world, mailbox)).toEqual([]);
  });
});

describe('au’s report of what its filter threw away', () => {
  const hourMs = 3_600_000;
  const filtering = { omakaseFilter: true, junkBias: 'high' };

  it('comes once the next day at nine, with time, sender and reason, and no mail comes back', async () => {
    const mail = mailboxWorld();
    const mailbox = await mail.open(au, { ...filtering, omakaseReport: true });
    await mail.arrive(au);
    await mail.world.advance(hourMs);
    await mail.arrive(au);
    await mail.world.advance(23 * hourMs - 1);
    expect(folder(mail.world, mailbox, 'inbox')).toEqual([]);
    await mail.world.advance(1);
    const [report, ...others] = folder(mail.world, mailbox, 'inbox');
    expect(others).toEqual([]);
    const { subject, text } = await openMessage(mail.world, report?.captured ?? '');
    expect(subject).toBe('迷惑メールおまかせ規制レポート');
    expect(text).toContain('規制したメールは 2 件です。');
    expect(text).toContain('Received: 2026-04-01 10:00');
    expect(text).toContain('From: service@openbadge.net');
    expect(text).toContain('Reason: 迷惑メールおまかせ規制');
    expect(mail.events('mail.filter-reported')).toMatchObject([{ filtered: ['cap_0001', 'cap_0002'] }]);
    await mail.world.advance(48 * hourMs);
    expect(folder(mail.world, mailbox, 'inbox')).toHaveLength(1);
  });

  it('does not come unasked, nor of what another rule threw away', async () => {
    const mail = mailboxWorldWithZone({ spf: 'wrong' });
    const unasked = await mail.open(au, filtering);
    const forged = await mail.open('taro@au.com.test', { refusesSpoofed: 'high', omakaseReport: true });
    await mail.arrive(au);
    await mail.arrive('taro@au.com.test');
    await mail.world.advance(48 * hourMs);
    for (const mailbox of [unasked, forged]) expect(folder(mail.world, mailbox, 'inbox')).toEqual([]);
  });
});

describe('a delay', () => {
  it('lets the sender go at once and the student wait', async () => {
    const mail = mailboxWorld();
    const mailbox = await mail.open(gmail, { deliveryDelayMs: 600_000, junkBias: 'high' });
    expect((await mail.arrive(gmail)).replyCode).toBe(250);
    await mail.world.advance(599_999);
    expect(folder(mail.world, mailbox, 'junk')).toEqual([]);
    expect(mail.events('mail.received')).toEqual([]);
    await mail.world.advance(1);
    expect(folder(mail.world, mailbox, 'junk')).toMatchObject([{ receivedAt: mail.world.clock.now() }]);
    expect(mail.events('mail.received')).toMatchObject([{ captured: 'cap_0001', folder: 'junk' }]);
    await mail.world.advance(30 * 86_400_000);
    expect(folder(mail.world, mailbox, 'junk')).toEqual([]);
  });
});

describe('automatic forwarding', () => {
  async function forwarding(target: string, settings = {}) {
    const mail = mailboxWorldWithZone();
    const from = await mail.open(university, { forwardTo: target });
    const to = await mail.open(target, settings);
    const reply = await mail.arrive(university);
    return { mail, from: folder(mail.world, from, 'inbox'), to: folder(mail.world, to, 'inbox'), reply };
  }

  it('sends a copy on, from the forwarding host', async () => {
    const { mail, from, to, reply } = await forwarding('hanako@rakuten.jp.test');
    expect([from.length, to.length, reply.replyCode]).toEqual([1, 1, 250]);
    expect(mail.events('mail.forwarded')).toMatchObject([{ message: 'msg_0001', from: university }]);
  });

  it('breaks SPF: au at なりすまし規制 高 drops the copy, and nobody hears of it', async () => {
    const { mail, from, to, reply } = await forwarding(au, { refusesSpoofed: 'high' });
    expect([from.length, to.length, reply.replyCode]).toEqual([1, 0, 250]);
    expect(mail.events('mail.received').map(({ provider, outcome }) => `${provider} ${outcome}`)).toEqual([
      'm365 delivered',
      'au dropped',
    ]);
  });

  it('ends when two mailboxes forward to each other', async () => {
    const mail = mailboxWorld();
    await mail.open(gmail, { forwardTo: university });
    await mail.open(university, { forwardTo: gmail });
    await mail.arrive(gmail);
    expect(mail.events('mail.received')).toHaveLength(6);
  });

  it('may put something before the subject', async () => {
    const mail = mailboxWorld();
    await mail.open(university, { forwardTo: gmail, forwardSubjectPrefix: '[meiwaku] ' });
    const to = await mail.open(gmail);
    await mail.arrive(university);
    expect(folder(mail.world, to, 'inbox')[0]?.subject).toBe('[meiwaku] 【見本大学】からオープンバッジ発行のお知らせ');
  });
});

describe('a link scanner', () => {
  it('fetches every link two seconds after the arrival, from two machines, each HEAD before GET', async () => {
    const mail = mailboxWorld();
    await mail.open(university, { linkScanner: 'scan' });
    await mail.arrive(university);
    expect(openScans(mail.world)).toEqual([]);
    await mail.world.advance(2_000);
    const one = { captured: 'cap_0001', link, target: 'link' };
    expect(openScans(mail.world)).toEqual([
      { ...one, scan: 1, method: 'HEAD' },
      { ...one, scan: 2, method: 'GET' },
      { ...one, scan: 3, method: 'HEAD' },
      { ...one, scan: 4, method: 'GET' },
    ]);
    expect(mail.events('mail.link-scanned')).toMatchObject([{ captured: 'cap_0001', links: 1 }]);
    expect(linksOf(mail.world, 'cap_0001')).toEqual([link]);
  });

  it('is told of without the token of the link, once, and with the answer or without one', async () => {
    const mail = mailboxWorld();
    await mail.open(university, { linkScanner: 'scan' });
    await mail.arrive(university);
    await mail.world.advance(2_000);
    await mail.world.perform(settleScan, { scan: 1, status: 200 });
    await mail.world.perform(settleScan, { scan: 1, status: 500 });
    await mail.world.perform(settleScan, { scan: 2, status: null });
    expect(openScans(mail.world).map(({ scan }) => scan)).toEqual([3, 4]);
    const told = { captured: 'cap_0001', target: 'link', host: 'wallet.openbadge.test' };
    expect(mail.events('mail.link-fetched')).toEqual([
      { ...told, method: 'HEAD', status: 200 },
      { ...told, method: 'GET' },
    ]);
  });

  it('fetches the images of the HTML too, and a hundred addresses at most', async () => {
    const mail = mailboxWorld();
    await mail.open(university, { linkScanner: 'scan' });
    const head = 'From: a@b.example\r\nContent-Type: text/html\r\n\r\n';
    const pixel = '<img width=1 height=1 src="https://count.example/p.gif?id=1"><img src="cid:logo">';
    await mail.arrive(university, `${head}<a href="https://a.example/">a</a>${pixel}`);
    await mail.world.advance(2_000);
    expect(openScans(mail.world).map((scan) => `${scan.method} ${scan.target} ${scan.link}`)).toEqual([
      'HEAD link https://a.example/',
      'GET link https://a.example/',
      'HEAD image https://count.example/p.gif?id=1',
      'GET image https://count.example/p.gif?id=1',
      'HEAD link https://a.example/',
      'GET link https://a.example/',
      'HEAD image https://count.example/p.gif?id=1',
      'GET image https://count.example/p.gif?id=1',
    ]);
    const many = Array.from({ length: 150 }, (_, n) => `https://a.example/${n}`).join(' ');
    await mail.arrive(university, `From: a@b.example\r\n\r\n${many}\r\n`);
    await mail.world.advance(2_000);
    expect(openScans(mail.world)).toHaveLength(8 + 100 * 2 * 2);
  });

  it('rewrites what the reader sees, and leads to the same place', async () => {
    const mail = mailboxWorld();
    await mail.open(university, { linkScanner: 'rewrite' });
    await mail.arrive(university);
    const [shown = ''] = linksOf(mail.world, 'cap_0001');
    expect(shown).toMatch(/^https:\/\/jpn01\.safelinks\.protection\.outlook\.com\/\?url=https%3A/);
    expect(scannedTarget(shown)).toBe(link);
    expect(scannedTarget(link)).toBe(link);
  });

  it('is off by default', async () => {
    const mail = mailboxWorld();
    await mail.open(university);
    await mail.arrive(university);
    await mail.world.advance(60_000);
    expect(openScans(mail.world)).toEqual([]);
  });
});
