import type { ScreenName } from '../words/index.ts';
import { type Again, again, loginScreen, next, type Shown, type Turn } from './turn.ts';
import type { Failure } from './wallet-client.ts';

/** Answers of the wallet API that have a screen of their own. */
const screenOfCode: Readonly<Record<string, ScreenName>> = {
  'smartphone-required': 'smartphone-required',
  'link-unknown': 'link-unknown',
  'link-expired': 'link-expired',
  'link-superseded': 'link-superseded',
  'link-used': 'link-used',
  'reset-expired': 'link-expired',
  'reset-superseded': 'link-superseded',
  'reset-used': 'link-used',
  'address-confirmation-expired': 'link-expired',
  'address-confirmation-superseded': 'link-superseded',
  'address-confirmation-used': 'link-used',
  'activation-expired': 'activation-expired',
  'activation-superseded': 'activation-superseded',
  'activation-used': 'activation-used',
  'registration-needs-link': 'registration-needs-link',
  'account-locked': 'account-locked',
  'account-not-activated': 'activation-wait',
};

/** What the person did wrong on a form is said on the form. */
const onTheForm: ReadonlySet<string> = new Set([
  'password-rules',
  'consent-missing',
  'login-failed',
  'request-invalid',
  'name-invalid',
  'address-malformed',
  'domain-not-simulated',
]);

export function afterFailure(turn: Turn, failure: Failure, retry: Again): Shown {
  if (failure.type === 'lost') return next(turn, 'network-error', { data: { again: retry }, keepLink: true });
  const { code, status, texts } = failure;
  if (code === 'app-outdated') {
    return next(turn, 'update-required', { notes: texts, data: { again: retry }, keepLink: true });
  }
  if (code === 'form-expired') {
    return next(turn, 'form-expired', { notes: texts, data: { again: { what: 'link' } }, keepLink: true });
  }
  const screen = screenOfCode[code];
  if (screen !== undefined) return next(turn, screen, { notes: texts });
  if (onTheForm.has(code) && retry.what === 'control') return again(turn, texts);
  if (code === 'account-exists') return loginScreen(turn, { notes: texts, path: `/login?because=${code}` });
  if (code === 'unauthorized' || code === 'session-expired') {
    if (turn.app === 'wallet') turn.ports.storage.dropSession();
    return loginScreen(turn, { notes: texts, path: '/login?because=unauthorized' });
  }
  const name = status >= 500 ? 'service-unavailable' : 'error';
  return next(turn, name, { notes: texts, data: { again: retry }, keepLink: true });
}
