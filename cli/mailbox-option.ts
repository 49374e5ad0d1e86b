import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { profileOf, profiles, providerOfAddress } from '#mocks/providers';
import { isSimulatedAddress } from '#mocks/smtp';
import type { TraceTarget } from '#scenarios/runner';
import { ServiceError } from '#sim/errors';
import type { Options } from './command.ts';
import { didYouMean, withNearest } from './did-you-mean.ts';
import { providerCalled } from './provider-names.ts';
import { askedSettings, fitSettings } from './setting-option.ts';

const form = 'address[:provider[:setting=value,…]]';

/**
 * The mailboxes of `--mailbox`, which may be given several times, and of the lines of `--mailboxes`. Throws ServiceError
 * `file-missing`, `file-unreadable`, and what {@link mailboxOf} throws.
 */
export function mailboxesOf(options: Options, from: string): readonly TraceTarget[] {
  const file = options.text('mailboxes');
  const lines = file === undefined ? [] : linesOf(file, from);
  return [...options.all('mailbox'), ...lines].map(targetOf);
}

/** Throws ServiceError `option-value`, `address-real`, `provider-unknown`, `setting-unknown`, `mailbox-setting-unknown`, `mailbox-setting-invalid`. */
function targetOf(text: string): TraceTarget {
  const [, address = '', named, settings = ''] = /^([^:]+@[^:@]+)(?::([^:]*)(?::(.*))?)?$/s.exec(text.trim()) ?? [];
  if (address === '') throw new ServiceError('option-value', { option: '--mailbox', expected: form, given: text });
  requireSimulated(address);
  const provider = named === undefined || named === '' ? (providerOfAddress(address) ?? 'plain') : keyOf(named);
  const profile = profileOf(provider);
  if (profile === undefined) throw new TypeError(`${provider} has no profile`);
  const fitted = fitSettings(askedSettings(settings === '' ? [] : [settings]), profile);
  const [misfit] = fitted.unfit;
  if (misfit !== undefined) throw misfit.error;
  return { address, provider, settings: fitted.settings };
}

/** Throws ServiceError `address-real`: nothing here may name somebody's address. */
export function requireSimulated(address: string): void {
  if (/[\s<>]/.test(address) || !isSimulatedAddress(address)) throw new ServiceError('address-real');
}

function keyOf(word: string): string {
  const keys = profiles.map(({ provider }) => provider);
  const key = keys.find((each) => each === word.trim()) ?? providerCalled(word);
  if (key !== undefined) return key;
  throw withNearest(new ServiceError('provider-unknown', { known: keys.join(', ') }), didYouMean(word, keys));
}

/** The lines of a file without what follows a `#`. */
function linesOf(file: string, from: string): string[] {
  try {
    const text = readFileSync(resolve(from, file), 'utf8');
    return text
      .split(/\r?\n/)
      .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
      .filter((line) => line !== '');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (reason === 'ENOENT') throw new ServiceError('file-missing', { file }, { cause: error });
    throw new ServiceError('file-unreadable', { file, reason }, { cause: error });
  }
}
