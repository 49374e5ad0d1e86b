import { describe, expect, it } from 'vitest';
import type { Json } from '#sim/kernel';
import { judge, judgeWithoutProvider } from './judge.ts';
import type { Profile } from './profile.ts';
import { profiles } from './profiles/index.ts';
import type { Incoming } from './question.ts';

const address = 'hanako@docomo.ne.jp.test';
const service = 'service@openbadge.net';
const link = 'https://wallet.openbadge.test/receive/t0ken';

interface Case {
  readonly title: string;
  readonly settings?: { readonly [name: string]: Json };
  readonly message?: Partial<Omit<Incoming, 'links'>> & { readonly links?: readonly string[] };
  readonly usedBytes?: number;
  readonly outcome: string;
  /** The rules that were asked; the last one decided. */
  readonly trail: readonly string[];
}

function profileNamed(provider: string): Profile {
  const profile = profiles.find((each) => each.provider === provider);
  if (profile === undefined) throw new TypeError(provider);
  return profile;
}

function play(
  provider: string,
  { settings = {}, message = {}, usedBytes = 0 }: Omit<Case, 'title' | 'outcome' | 'trail'>,
) {
  const profile = profileNamed(provider);
  const defaults = Object.fromEntries(Object.entries(profile.settings).map(([name, each]) => [name, each.default]));
  const { links = [link], ...rest } = message;
  return judge(
    profile,
    { address, settings: { ...defaults, ...settings }, usedBytes },
    {
      reversePath: service,
      forwardPath: address,
      fromAddress: service,
      sizeBytes: 7_000,
      longestLine: () => 78,
      ...rest,
      links: () => links,
    },
  );
}

function outcomeOf(judgement: ReturnType<typeof judge>): string {
  const { outcome, reply } = judgement;
  if (outcome === 'delivered') return judgement.folder;
  return outcome === 'dropped' ? outcome : `${outcome} ${reply.replyCode} ${reply.stage} ${reply.text}`;
}

const gmailOrder = [
  'unknown-user',
  'mailbox-full',
  'blocked-sender',
  'allowed-sender',
  'contact',
  'trusted-sender',
  'junk-score',
  'otherwise',
];
const docomoOrder = [
  'unknown-user',
  'line-too-long',
  'mailbox-full',
  'allowed-sender',
  'blocked-sender',
  'pc-mail',
  'listed-link',
  'contact',
  'contacts-only',
  'trusted-sender',
  'omakase-block',
  'otherwise',
];
const upTo = (order: readonly string[], rule: string): readonly string[] => order.slice(0, order.indexOf(rule) + 1);
const full = { quotaBytes: 10_000 };
const filtered = `rejected 550 DATA Unknown user ${address}`;

const gmailCases: readonly Case[] = [
  { title: 'nothing set', outcome: 'inbox', trail: gmailOrder },
  { title: 'high bias', settings: { junkBias: 'high' }, outcome: 'junk', trail: upTo(gmailOrder, 'junk-score') },
  {
    title: 'high bias, but no link in the mail',
    settings: { junkBias: 'high' },
    message: { links: [] },
    outcome: 'inbox',
    trail: gmailOrder,
  },
  {
    title: 'high bias, From in the contacts',
    settings: { junkBias: 'high', contacts: [service] },
    outcome: 'inbox',
    trail: upTo(gmailOrder, 'contact'),
  },
  {
    title: 'high bias, From allowed by domain',
    settings: { junkBias: 'high', allowedSenders: ['openbadge.net'] },
    outcome: 'inbox',
    trail: upTo(gmailOrder, 'allowed-sender'),
  },
  {
    title: 'high bias, From reported as not junk',
    settings: { junkBias: 'high', trustedSenders: [service] },
    outcome: 'inbox',
    trail: upTo(gmailOrder, 'trusted-sender'),
  },
  {
    title: 'another address of the allowed domain only, listed by address',
    settings: { junkBias: 'high', allowedSenders: ['info@openbadge.net', 'notopenbadge.net', 'badge.net'] },
    outcome: 'junk',
    trail: upTo(gmailOrder, 'junk-score'),
  },
  {
    title: 'blocked and allowed',
    settings: { blockedSenders: [service.toUpperCase()], allowedSenders: [service], contacts: [service] },
    outcome: 'junk',
    trail: upTo(gmailOrder, 'blocked-sender'),
  },
  {
    title: 'full',
    settings: { ...full, allowedSenders: [service] },
    usedBytes: 3_001,
    outcome: 'deferred 452 RCPT The email account that you tried to reach is over quota.',
    trail: upTo(gmailOrder, 'mailbox-full'),
  },
  { title: 'full to the last byte', settings: full, usedBytes: 3_000, outcome: 'inbox', trail: gmailOrder },
];

const docomoCases: readonly Case[] = [
  { title: 'nothing set', outcome: 'inbox', trail: docomoOrder },
  {
    title: 'high bias: Omakase Block is on by default',
    settings: { junkBias: 'high' },
    outcome: 'junk',
    trail: upTo(docomoOrder, 'omakase-block'),
  },
  {
    title: 'high bias, Omakase Block off',
    settings: { junkBias: 'high', omakaseBlock: 'off' },
    outcome: 'inbox',
    trail: docomoOrder,
  },
  {
    title: 'high bias, From in the phone book',
    settings: { junkBias: 'high', contacts: [service] },
    outcome: 'inbox',
    trail: upTo(docomoOrder, 'contact'),
  },
  {
    title: 'contacts only',
    settings: { omakaseBlock: 'contacts-only' },
    outcome: 'junk',
    trail: upTo(docomoOrder, 'contacts-only'),
  },
  {
    title: 'easy setting strong',
    settings: { easySetting: 'strong' },
    outcome: filtered,
    trail: upTo(docomoOrder, 'pc-mail'),
  },
  {
    title: 'easy setting strong, but on the receive list',
    settings: { easySetting: 'strong', junkBias: 'high', allowedSenders: ['openbadge.net'] },
    outcome: 'inbox',
    trail: upTo(docomoOrder, 'allowed-sender'),
  },
  {
    title: 'easy setting strong, but only in the phone book',
    settings: { easySetting: 'strong', contacts: [service] },
    outcome: filtered,
    trail: upTo(docomoOrder, 'pc-mail'),
  },
  {
    title: 'easy setting strong, mail of a carrier',
    settings: { easySetting: 'strong' },
    message: { fromAddress: 'taro@ezweb.ne.jp.test' },
    outcome: 'inbox',
    trail: docomoOrder,
  },
  {
    title: 'PC mail refused',
    settings: { refusesPcMail: true },
    outcome: filtered,
    trail: upTo(docomoOrder, 'pc-mail'),
  },
  { title: 'easy setting weak', settings: { easySetting: 'weak' }, outcome: 'inbox', trail: docomoOrder },
  {
    title: 'easy setting weak, a listed host in the body',
    settings: { easySetting: 'weak', listedLinkHosts: ['wallet.openbadge.test'] },
    outcome: filtered,
    trail: upTo(docomoOrder, 'listed-link'),
  },
  {
    title: 'listed links refused, another host in the body',
    settings: { refusesListedLinks: true, listedLinkHosts: ['openbadge.test'] },
    outcome: 'inbox',
    trail: docomoOrder,
  },
  {
    title: 'a listed host, not refused',
    settings: { listedLinkHosts: ['wallet.openbadge.test'] },
    outcome: 'inbox',
    trail: docomoOrder,
  },
  {
    title: 'on the refuse list',
    settings: { blockedSenders: ['openbadge.net'] },
    outcome: filtered,
    trail: upTo(docomoOrder, 'blocked-sender'),
  },
  {
    title: 'on both lists',
    settings: { blockedSenders: [service], allowedSenders: [service] },
    outcome: 'inbox',
    trail: upTo(docomoOrder, 'allowed-sender'),
  },
  {
    title: 'full',
    settings: { ...full, allowedSenders: [service] },
    usedBytes: 3_001,
    outcome: `rejected 552 DATA Too much mail data ${address}`,
    trail: upTo(docomoOrder, 'mailbox-full'),
  },
  {
    title: 'a line of 1,001 bytes',
    message: { longestLine: () => 1_001 },
    outcome: 'rejected 500 DATA Line Too Long',
    trail: upTo(docomoOrder, 'line-too-long'),
  },
  { title: 'a line of 1,000 bytes', message: { longestLine: () => 1_000 }, outcome: 'inbox', trail: docomoOrder },
];

describe.each([
  ['gmail', gmailCases],
  ['docomo', docomoCases],
] as const)('%s', (provider, cases) => {
  it.each(cases)('$title: $outcome', ({ outcome, trail, ...given }) => {
    const judgement = play(provider, given);
    expect(outcomeOf(judgement)).toBe(outcome);
    expect(judgement.trail.map(({ rule }) => rule)).toEqual(trail);
    expect(judgement.trail.map(({ matched }) => matched)).toEqual(trail.map((_, i) => i === trail.length - 1));
  });
});

describe('every provider', () => {
  it.each(profiles)(
    '$provider answers RCPT for an address without a mailbox, in words that name no other',
    (profile) => {
      const message = { forwardPath: address } as Incoming;
      const judgement = judge(profile, undefined, message);
      expect(judgement).toMatchObject({ outcome: 'rejected', reply: { replyCode: 550, stage: 'RCPT' } });
      expect(judgement.trail.map(({ rule }) => rule)).toEqual(['unknown-user']);
      expect(judgement.reply.text).not.toMatch(/[{}]/);
    },
  );

  it.each(profiles)(
    '$provider decides about every message, and names a source for every rule',
    ({ provider, rules }) => {
      expect(rules.at(-1)?.when.condition).toBe('otherwise');
      const { trail } = play(provider, {});
      for (const { sentence, source } of trail) {
        expect(source).toMatch(/^(https:\/\/|assumption)/);
        expect(sentence.ja).toMatch(/。$/);
        expect(sentence.en).toMatch(/\.$/);
        expect(sentence.ja + sentence.en).not.toMatch(/[{}]/);
      }
    },
  );

  it('says why in the provider’s own words, in both languages', () => {
    const { trail } = play('docomo', { settings: { blockedSenders: [service] } });
    expect(trail.at(-1)?.sentence).toEqual({
      ja: '差出人は「拒否リスト設定」に登録されています。受け取りを拒否し、550 を返しました。',
      en: 'The From address is on the list "refuse list". It was refused with 550.',
    });
  });

  it('may accept a message and throw it away, as au and SoftBank do', () => {
    const plain = profileNamed('plain');
    const silent: Profile = { ...plain, rules: plain.rules.map((rule) => ({ ...rule, verdict: { type: 'dropped' } })) };
    const message = { forwardPath: address, fromAddress: service, links: () => [] } as unknown as Incoming;
    const judgement = judge(silent, { address, settings: {}, usedBytes: 0 }, message);
    expect(judgement).toMatchObject({ outcome: 'dropped', reply: { replyCode: 250 } });
  });

  it('leaves a domain that nobody takes mail for to the sender’s own host', () => {
    expect(judgeWithoutProvider()).toMatchObject({
      outcome: 'rejected',
      reply: { replyCode: 550, enhancedStatusCode: '5.1.2' },
    });
  });
});
