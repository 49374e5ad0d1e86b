import { describe, expect, it } from 'vitest';
import { incoming, play, service } from './decision-table.ts';
import { judge, judgeWithoutProvider } from './judge.ts';
import type { Profile } from './profile.ts';
import { profileOf, profiles } from './profiles/index.ts';

const address = 'hanako@docomo.ne.jp.test';

function profileNamed(provider: string): Profile {
  const profile = profileOf(provider);
  if (profile === undefined) throw new TypeError(provider);
  return profile;
}

describe('every provider', () => {
  it.each(profiles)('$provider answers for an address without a mailbox, in words that name no other', (profile) => {
    const { outcome, reply, trail } = play(profile, address, { hasMailbox: false });
    expect(outcome).toBe('rejected');
    expect(reply.replyCode).toBeGreaterThanOrEqual(550);
    expect(trail.at(-1)?.rule).toBe('unknown-user');
    expect(reply.text).not.toMatch(/[{}]/);
  });

  it.each(profiles)('$provider decides about every message, and names a source for every rule', (profile) => {
    expect(profile.rules.at(-1)?.when.condition).toBe('otherwise');
    const { trail } = play(profile, address);
    for (const { sentence, source } of trail) {
      expect(source).toMatch(/https?:\/\/|^assumption/);
      expect(sentence.ja).toMatch(/。$/);
      expect(sentence.en).toMatch(/\.$/);
      expect(sentence.ja + sentence.en).not.toMatch(/[{}]/);
    }
  });

  it.each(profiles)('$provider says what it says in whole sentences, whichever rule decides', (profile) => {
    for (const rule of profile.rules) {
      const alone: Profile = {
        ...profile,
        rules: [{ ...rule, when: { ...rule.when, holds: () => true } }, ...profile.rules],
      };
      const { trail, reply } = play(alone, address);
      const { sentence, source } = trail.find(({ matched }) => matched) ?? trail[0] ?? {};
      expect(`${sentence?.ja}${sentence?.en}${reply.text}`).not.toMatch(/[{}]/);
      expect(sentence?.ja).toMatch(/。$/);
      expect(source).toMatch(/https?:\/\/|^assumption/);
    }
  });

  it.each([
    // Days in the junk folder, in the trash, and in quarantine.
    ['gmail', 30, 30, undefined],
    ['docomo', 30, 30, undefined],
    ['au', 30, 30, undefined],
    ['softbank', 30, 30, undefined],
    ['ymobile', 30, 30, undefined],
    ['yahoo-jp', 30, 30, undefined],
    ['icloud', 30, 30, undefined],
    ['m365', 30, 30, 30],
    ['school-gateway', 30, 30, 14],
    ['plain', 30, 30, undefined],
  ])('%s keeps junk for %s days, trash for %s, quarantine for %s', (provider, junk, trash, held) => {
    const { retention, quarantine } = profileNamed(provider);
    const days = (ms: number | undefined) => ms && ms / 86_400_000;
    expect([retention.junk.keptMs, retention.trash.keptMs, quarantine?.keptMs].map(days)).toEqual([junk, trash, held]);
    expect(profiles.map((profile) => profile.provider)).toContain(provider);
  });

  it.each(profiles)('$provider has presets of settings and values that it has', ({ settings, presets = {} }) => {
    for (const [setting, values] of Object.entries(presets)) {
      for (const [value, implied] of Object.entries(values)) {
        expect(settings[setting]).toMatchObject({ choices: expect.arrayContaining([value]) });
        for (const name of Object.keys(implied)) expect(settings).toHaveProperty(name);
      }
    }
  });
});

describe('a judgement', () => {
  it('says why in the provider’s own words, in both languages', () => {
    const { trail } = play(profileNamed('docomo'), address, { settings: { blockedSenders: [service] } });
    expect(trail.at(-1)?.sentence).toEqual({
      ja: '差出人のアドレスが「拒否リスト設定」に登録されています。受け取りを拒否し、550 を返しました。',
      en: 'The From address itself is on the list "refuse list". It was refused with 550.',
    });
  });

  it('tells the evidence of a forged sender', () => {
    const { trail } = play(profileNamed('softbank'), 'hanako@softbank.ne.jp.test', { headerSpf: 'none' });
    expect(trail.at(-1)?.sentence.en).toBe(
      '"refuse forged senders" (the From domain) took the sender for forged (SPF openbadge.net: none). It was accepted and then thrown away without a word.',
    );
  });

  it('waits for the authentication when a rule asks for it, and only then', () => {
    const { authentication: _, ...unread } = incoming(address);
    const view = (profile: Profile) => ({
      address,
      settings: Object.fromEntries(Object.entries(profile.settings).map(([name, each]) => [name, each.default])),
      usedBytes: 0,
    });
    const [gmail, plain] = [profileNamed('gmail'), profileNamed('plain')];
    expect(judge(gmail, view(gmail), unread)).toBeUndefined();
    expect(judge(plain, view(plain), unread)).toMatchObject({ outcome: 'delivered', folder: 'inbox' });
    expect(judge(gmail, undefined, unread)).toMatchObject({ outcome: 'rejected' });
  });

  it('leaves out what nobody in the world can answer', () => {
    const { zone: _, history: __, isEncrypted: ___, ...rest } = incoming(address);
    const gmail = profileNamed('gmail');
    const settings = Object.fromEntries(Object.entries(gmail.settings).map(([name, each]) => [name, each.default]));
    const judgement = judge(gmail, { address, settings, usedBytes: 0 }, { ...rest, authentication: 'unknown' });
    expect(judgement?.trail.map(({ rule }) => rule)).toEqual([
      'unknown-user',
      'account-disabled',
      'spam-rate',
      'mailbox-full-for-long',
      'mailbox-full',
      'header-malformed',
      'blocked-sender',
      'allowed-sender',
      'contact',
      'trusted-sender',
      'junk-score',
      'tab-updates',
      'tab-promotions',
      'otherwise',
    ]);
  });

  it('sums up a mailbox only for a rule that asks', () => {
    const view = {
      address,
      settings: {},
      get usedBytes(): number {
        throw new TypeError('summed up');
      },
    };
    expect(judge(profileNamed('plain'), view, incoming(address))).toMatchObject({ folder: 'inbox' });
    expect(() => judge(profileNamed('icloud'), view, incoming(address))).toThrow('summed up');
  });

  it('leaves a domain that nobody takes mail for to the sender’s own host', () => {
    expect(judgeWithoutProvider()).toMatchObject({
      outcome: 'rejected',
      reply: { replyCode: 550, enhancedStatusCode: '5.1.2' },
    });
  });
});
