import type { Bilingual } from '#sim/errors';
import type { Profile } from './profile.ts';
import type { Settings } from './setting.ts';

/** A word before the `+` of an address that selects what becomes of mail for it, at any provider, in the provider's own way. */
export interface MagicAddress {
  /** `spam` of `spam+hanako@…`. */
  readonly word: string;
  readonly sentence: Bilingual;
  /** What its mailbox has set; undefined when there is to be no mailbox. Settings that a provider lacks are left out. */
  readonly settings: ((address: string) => Settings) | undefined;
}

/** assumption: long enough to be missed, short enough to be waited for. */
const slowMs = 900_000;

/** Every magic address; docs/magic-addresses.md is made of this table. */
export const magicAddresses: readonly MagicAddress[] = [
  {
    word: 'spam',
    sentence: {
      ja: '迷惑メールと判定される。迷惑メールフォルダ、検疫、破棄のどれになるかは事業者による',
      en: 'It is taken for junk: the junk folder, the quarantine or nowhere, as the provider does it',
    },
    // The filters that a provider has are on, and certain.
    settings: () => ({ junkBias: 'certain', omakaseFilter: true, omakaseBlock: 'auto', spamFilter: 'standard' }),
  },
  {
    word: 'full',
    sentence: {
      ja: 'メールボックスがいっぱいで断られる',
      en: 'The mailbox is full and takes nothing',
    },
    settings: () => ({ quotaBytes: 0 }),
  },
  {
    word: 'bounce',
    sentence: {
      ja: '宛先不明（そのアドレスのメールボックスがない）',
      en: 'There is no such user: the address has no mailbox',
    },
    settings: undefined,
  },
  {
    word: 'slow',
    sentence: {
      ja: `受け取られ、${slowMs / 60_000}分遅れて届く`,
      en: `It is taken, and arrives ${slowMs / 60_000} minutes late`,
    },
    settings: () => ({ deliveryDelayMs: slowMs }),
  },
  {
    word: 'scan',
    sentence: {
      ja: '本人より先に、機械がメールのリンクを開く',
      en: 'A machine fetches the links of the mail before its reader does',
    },
    settings: () => ({ linkScanner: 'scan' }),
  },
  {
    word: 'forward',
    sentence: {
      ja: '＋より後のアドレスへ自動転送され、そこではSPFが合格しない',
      en: 'It is forwarded to the address behind the plus, where SPF does not pass any more',
    },
    settings: (address) => ({ forwardTo: forwardTarget(address) }),
  },
];

/** The magic of an address; undefined for all others. Letter case and quotes do not matter. */
export function magicOf(address: string): MagicAddress | undefined {
  const word = /^"?([a-z]+)\+[^@"]/i.exec(address)?.[1]?.toLowerCase();
  return magicAddresses.find((magic) => magic.word === word);
}

/** What magic sets in a mailbox of a provider. */
export function magicSettings(address: string, profile: Profile): Settings {
  const settings = magicOf(address)?.settings?.(address) ?? {};
  return Object.fromEntries(Object.entries(settings).filter(([name]) => Object.hasOwn(profile.settings, name)));
}

/** Where mail for `forward+hanako@…` goes on to: `hanako@…`. */
export function forwardTarget(address: string): string {
  return address.replace(/^("?)[a-z]+\+/i, '$1');
}
