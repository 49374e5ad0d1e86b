import type { ScreenName } from '../handset/index.ts';
import { dropSession } from './commands.ts';
import type { Again } from './handset-store.ts';
import { again, loginScreen, type Next, next, type Turn } from './turn.ts';
import type { Answer } from './wallet-client.ts';

export type Failure = Exclude<Answer<never>, { readonly type: 'done' }>;

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

/** The tap that is under way, to be done once more by `retry`. */
export function thisTap(turn: Turn, control: string): Again {
  return { what: 'control', control, on: turn.state.shown };
}

export async function afterFailure(turn: Turn, failure: Failure, retry: Again): Promise<Next> {
  if (failure.type === 'lost') return next(turn, 'network-error', { carried: { again: retry }, keepLink: true });
  const { code, status, texts } = failure;
  if (code === 'app-outdated')
    return next(turn, 'update-required', { texts, carried: { again: retry }, keepLink: true });
  if (code === 'form-expired') {
    return next(turn, 'form-expired', { texts, carried: { again: { what: 'link' } }, keepLink: true });
  }
  const screen = screenOfCode[code];
  if (screen !== undefined) return next(turn, screen, { texts });
  if (onTheForm.has(code) && retry.what === 'control') return again(turn, texts);
  if (code === 'account-exists') return loginScreen(turn, texts);
  if (code === 'unauthorized' || code === 'session-expired') {
    await turn.world.perform(dropSession, { handset: turn.state.id });
    return loginScreen(turn, texts);
  }
  return next(turn, status >= 500 ? 'service-unavailable' : 'error', {
    texts,
    carried: { again: retry },
    keepLink: true,
  });
}
