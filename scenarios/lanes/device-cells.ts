import type { NamedCapabilities } from '#drivers/appium';
import { offer } from '#mocks/app-store';
import type { Bilingual } from '#sim/errors';
import type { Json } from '#sim/kernel';
import { deviceWords, substitute } from '../language/index.ts';
import { type ResolvedHandset, resolveCast } from '../library/cast/index.ts';
import type { Cell } from '../runner/index.ts';
import { choosePhone } from './device-choice.ts';
import { deviceVerbs } from './device-verbs.ts';

/** Why a cell cannot be played on these phones; undefined: it can. */
export function whyNotOnDevice(cell: Cell, phones: readonly NamedCapabilities[]): Bilingual | undefined {
  return whyNotCast(cell, phones) ?? whyNotSteps(cell);
}

function whyNotSteps({ scenario, row }: Cell): Bilingual | undefined {
  for (const { verb, value: written } of scenario.steps) {
    const value = substitute(written, row);
    const playable = deviceVerbs[verb];
    const answer = typeof playable === 'function' ? playable(asObject(value)) : playable;
    if (answer === 'yes') continue;
    const { ja, en } = answer ?? unknownVerb;
    return { ja: `${verb}: ${ja}`, en: `${verb}: ${en}` };
  }
  return undefined;
}

const unknownVerb: Bilingual = { ja: '実機で試していません', en: 'it was never tried on a phone' };

/** `student.installsApp: wallet` is short for `{ app: wallet }`. */
function asObject(value: Json): { readonly [name: string]: Json } {
  if (typeof value === 'string') return { app: value };
  return isObject(value) ? value : {};
}

function isObject(value: Json): value is { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function whyNotCast({ scenario, row }: Cell, phones: readonly NamedCapabilities[]): Bilingual | undefined {
  const taken = new Set<NamedCapabilities>();
  for (const { handset, otherHandsets } of resolveCast(scenario, row).students) {
    for (const device of [...(handset === undefined ? [] : [handset]), ...Object.values(otherHandsets)]) {
      const unfit = whyNotDevice(device);
      if (unfit !== undefined) return unfit;
      const phone = choosePhone(device, phones, taken);
      if (phone === undefined) return withoutPhone(device);
      taken.add(phone);
    }
  }
  return undefined;
}

/** A phone has the system that it has, and an owner who has set nothing as a scenario wants it. */
function whyNotDevice(device: ResolvedHandset): Bilingual | undefined {
  const { ja, en } = deviceWords(device);
  if (Object.keys(device.settings).length > 0) {
    return { ja: `${ja}: この設定の実機はありません`, en: `${en}: no phone is set like that` };
  }
  if (offer('wallet', device).verdict === 'installed') return undefined;
  return {
    ja: `${ja}: アプリの対象ではない端末は、実機で再生しません`,
    en: `${en}: devices that the app is not for are not played on phones`,
  };
}

function withoutPhone(device: ResolvedHandset): Bilingual {
  const { ja, en } = deviceWords(device);
  return {
    ja: `${ja}: capabilities のファイルに、（まだ使っていない）この端末がありません`,
    en: `${en}: the file of capabilities has no such phone, or none that is free`,
  };
}
