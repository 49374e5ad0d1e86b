import type { Bilingual } from '#sim/errors';
import type { Json } from '#sim/kernel';

/** What the owner of a mailbox can set, under the provider's own name for it. */
export type Setting = {
  readonly name: Bilingual;
  /** Where its default, or how many entries it takes, is known from; `assumption: …` when no source was found. */
  readonly source?: string;
} & (
  | { readonly type: 'addresses'; readonly default: readonly string[]; readonly entriesMax?: number }
  | { readonly type: 'flag'; readonly default: boolean }
  | { readonly type: 'choice'; readonly choices: readonly string[]; readonly default: string }
  | { readonly type: 'bytes' | 'milliseconds' | 'count'; readonly default: number }
  | { readonly type: 'text'; readonly default: string }
);

export type Settings = { readonly [setting: string]: Json };

/** What a value of the setting looks like, in words for an error; undefined when `value` is one. */
export function unfit(setting: Setting, value: Json): string | undefined {
  switch (setting.type) {
    case 'addresses': {
      const { entriesMax = 1_000 } = setting;
      const isList = Array.isArray(value) && value.every((entry) => typeof entry === 'string' && entry !== '');
      return isList && value.length <= entriesMax ? undefined : `string[] (≤ ${entriesMax})`;
    }
    case 'flag':
      return typeof value === 'boolean' ? undefined : 'true | false';
    case 'choice':
      return setting.choices.includes(value as string) ? undefined : setting.choices.join(' | ');
    case 'bytes':
    case 'milliseconds':
    case 'count':
      return Number.isInteger(value) && (value as number) >= 0 ? undefined : '0, 1, 2, …';
    case 'text':
      return typeof value === 'string' && !/[\r\n\0]/.test(value) && value.length <= 200 ? undefined : '≤ 200';
  }
}

/** The settings that every provider has in some form; a profile gives its own names and sizes. */
export function commonSettings(names: {
  readonly allowedSenders: Bilingual;
  readonly blockedSenders: Bilingual;
  readonly contacts: Bilingual;
  readonly quotaBytes: number;
  readonly quotaSource: string;
  /** How many entries each list of senders takes, and where that is known from. */
  readonly entriesMax?: number;
  readonly entriesSource?: string;
}) {
  const { entriesMax = 1_000, entriesSource = 'assumption: no source found for how many entries the list takes' } =
    names;
  return {
    allowedSenders: { type: 'addresses', default: [], name: names.allowedSenders, entriesMax, source: entriesSource },
    blockedSenders: { type: 'addresses', default: [], name: names.blockedSenders, entriesMax, source: entriesSource },
    contacts: { type: 'addresses', default: [], name: names.contacts },
    trustedSenders: {
      type: 'addresses',
      default: [],
      name: { ja: '「迷惑メールではない」と報告した差出人', en: 'senders reported as not junk' },
    },
    junkBias: {
      type: 'choice',
      choices: ['low', 'high', 'certain'],
      default: 'low',
      name: { ja: '迷惑メール判定の厳しさ', en: 'how easily mail is taken for junk' },
    },
    quotaBytes: {
      type: 'bytes',
      default: names.quotaBytes,
      name: { ja: '保存容量', en: 'storage' },
      source: names.quotaSource,
    },
    deliveryDelayMs: {
      type: 'milliseconds',
      default: 0,
      name: { ja: '配達の遅れ', en: 'delay of delivery' },
      source: 'assumption: carriers hold bulk mail back for as long as they like; a world names the time',
    },
    forwardTo: { type: 'text', default: '', name: { ja: '自動転送先', en: 'forwarding address' } },
    forwardSubjectPrefix: {
      type: 'text',
      default: '',
      name: { ja: '転送時に件名に付ける文字', en: 'what forwarding puts before the subject' },
    },
  } as const satisfies Record<string, Setting>;
}

/** The settings in force: what a preset stands for is above what is set one by one. */
export function withPresets(
  settings: Settings,
  presets: { readonly [setting: string]: { readonly [value: string]: Settings } } = {},
): Settings {
  let inForce = settings;
  for (const [setting, values] of Object.entries(presets)) {
    const implied = values[String(settings[setting])];
    if (implied !== undefined) inForce = { ...inForce, ...implied };
  }
  return inForce;
}
