import { type Profile, profiles, type Setting, unfit } from '#mocks/providers';
import { type Bilingual, ServiceError } from '#sim/errors';
import { type Json, parseDuration } from '#sim/kernel';
import type { Option } from './command.ts';
import { didYouMean, withNearest } from './did-you-mean.ts';

export const settingOption: Option = {
  name: 'setting',
  kind: 'text',
  placeholder: 'KEY=VALUE,…',
  summary: {
    ja: 'メールボックスの設定（くり返し可。リストの値は | で区切る）',
    en: 'settings of the mailbox; may be given again; entries of a list stand between |',
  },
};

/** `easySetting=strong`: which setting, and what it shall be, as it was written. */
export interface AskedSetting {
  readonly name: string;
  readonly text: string;
}

/** Why a setting is of no use at a provider: as a note beside others, and as an error where it is the only one. */
export interface Misfit {
  readonly note: Bilingual;
  readonly error: ServiceError;
}

/** Settings of one provider's mailbox, and what of the asked ones it has no use for. */
export interface FittedSettings {
  readonly settings: { readonly [name: string]: Json };
  readonly unfit: readonly Misfit[];
}

/** Throws ServiceError `option-value`, and `setting-unknown` for a name that no provider has. */
export function askedSettings(given: readonly string[]): readonly AskedSetting[] {
  const known = [...new Set(profiles.flatMap(({ settings }) => Object.keys(settings)))];
  return given
    .flatMap((text) => text.split(','))
    .map((pair) => {
      const [, name, text] = /^\s*([A-Za-z]+)=(.*)$/s.exec(pair) ?? [];
      if (name === undefined || text === undefined) {
        throw new ServiceError('option-value', { option: '--setting', expected: 'KEY=VALUE,…', given: pair });
      }
      if (!known.includes(name))
        throw withNearest(new ServiceError('setting-unknown', { given: name }), didYouMean(name, known));
      return { name, text: text.trim() };
    });
}

/** What of the asked settings a provider takes, and why it does not take the rest. */
export function fitSettings(asked: readonly AskedSetting[], profile: Profile): FittedSettings {
  const settings: { [name: string]: Json } = {};
  const misfits: Misfit[] = [];
  for (const { name, text } of asked) {
    const setting = Object.hasOwn(profile.settings, name) ? profile.settings[name] : undefined;
    if (setting === undefined) {
      misfits.push({
        note: { ja: `設定 ${name} はこの事業者にありません`, en: `it has no setting ${name}` },
        error: new ServiceError('mailbox-setting-unknown', { known: Object.keys(profile.settings).join(', ') }),
      });
      continue;
    }
    const value = settingValue(setting, text);
    const expected = unfit(setting, value);
    if (expected === undefined) settings[name] = value;
    else {
      misfits.push({
        note: {
          ja: `設定 ${name} に ${text} は使えません（${expected}）`,
          en: `${name} does not take ${text} (${expected})`,
        },
        error: new ServiceError('mailbox-setting-invalid', { setting: name, expected }),
      });
    }
  }
  return { settings, unfit: misfits };
}

/** Those of some settings that a provider has too. */
export function fittingSettings(
  settings: { readonly [name: string]: Json },
  profile: Profile,
): { readonly [name: string]: Json } {
  const fitting = Object.entries(settings).filter(([name, value]) => {
    const setting = Object.hasOwn(profile.settings, name) ? profile.settings[name] : undefined;
    return setting !== undefined && unfit(setting, value) === undefined;
  });
  return Object.fromEntries(fitting);
}

/** The text of a command line as the setting holds it; a text that is no such value stays a text, and does not fit. */
function settingValue({ type }: Setting, text: string): Json {
  switch (type) {
    case 'flag':
      return text === 'true' ? true : text === 'false' ? false : text;
    case 'addresses':
      return text === '' ? [] : text.split('|').map((entry) => entry.trim());
    case 'milliseconds':
      return parseDuration(text) ?? numberOf(text);
    case 'bytes':
    case 'count':
      return numberOf(text);
    default:
      return text;
  }
}

function numberOf(text: string): Json {
  return /^\d{1,15}$/.test(text) ? Number(text) : text;
}
