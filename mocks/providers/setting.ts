import type { Bilingual } from '#sim/errors';
import type { Json } from '#sim/kernel';

/** What the owner of a mailbox can set, under the provider's own name for it. */
export type Setting = { readonly name: Bilingual } & (
  | { readonly type: 'addresses'; readonly default: readonly string[] }
  | { readonly type: 'flag'; readonly default: boolean }
  | { readonly type: 'choice'; readonly choices: readonly string[]; readonly default: string }
  | { readonly type: 'bytes'; readonly default: number }
);

export type Settings = { readonly [setting: string]: Json };

/** What a value of the setting looks like, in words for an error; undefined when `value` is one. */
export function unfit(setting: Setting, value: Json): string | undefined {
  switch (setting.type) {
    case 'addresses':
      return Array.isArray(value) && value.every((entry) => typeof entry === 'string' && entry !== '')
        ? undefined
        : 'string[]';
    case 'flag':
      return typeof value === 'boolean' ? undefined : 'true | false';
    case 'choice':
      return setting.choices.includes(value as string) ? undefined : setting.choices.join(' | ');
    case 'bytes':
      return Number.isInteger(value) && (value as number) >= 0 ? undefined : '0, 1, 2, …';
  }
}

/** The settings that every provider has in some form; a profile gives its own names and sizes. */
export function commonSettings(names: {
  readonly allowedSenders: Bilingual;
  readonly blockedSenders: Bilingual;
  readonly contacts: Bilingual;
  readonly quotaBytes: number;
}) {
  return {
    allowedSenders: { type: 'addresses', default: [], name: names.allowedSenders },
    blockedSenders: { type: 'addresses', default: [], name: names.blockedSenders },
    contacts: { type: 'addresses', default: [], name: names.contacts },
    trustedSenders: {
      type: 'addresses',
      default: [],
      name: { ja: '「迷惑メールではない」と報告した差出人', en: 'senders reported as not junk' },
    },
    junkBias: {
      type: 'choice',
      choices: ['low', 'high'],
      default: 'low',
      name: { ja: '迷惑メール判定の厳しさ', en: 'how easily mail is taken for junk' },
    },
    quotaBytes: { type: 'bytes', default: names.quotaBytes, name: { ja: '保存容量', en: 'storage' } },
  } as const satisfies Record<string, Setting>;
}
