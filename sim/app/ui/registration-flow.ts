import { walletWords } from '../words/index.ts';
import { afterFailure } from './failure-flow.ts';
import type { Said } from './language.ts';
import { tokenOf } from './place.ts';
import { callWallet, fieldsMissing, type Handler, isMissing, next, type Shown, type Turn, thisTap } from './turn.ts';

const { sentences } = walletWords;

export const createAccount: Handler = async (turn) => next(turn, 'registration-start');

/** Without the link of an issue notice there is no registration: the manual, 3-1. */
export const startWithoutLink: Handler = async (turn) => {
  if (isMissing(turn, ['address'])) return fieldsMissing(turn);
  const answer = await callWallet(turn, {
    method: 'POST',
    path: '/registrations/start',
    body: { address: turn.typed.get('address') },
  });
  if (answer.type !== 'done') return afterFailure(turn, answer, thisTap(turn, 'continue'));
  return next(turn, 'registration-needs-link');
};

/** Ticks a box, or takes the tick away. */
export function tick(box: 'agree-terms' | 'agree-privacy-policy'): Handler {
  return async ({ shown }) => {
    const before = shown.data.ticked ?? [];
    const ticked = before.includes(box) ? before.filter((other) => other !== box) : [...before, box];
    return { ...shown, data: { ...shown.data, ticked } };
  };
}

export const continueToForm: Handler = async (turn) => {
  const { about: _about, ...data } = turn.shown.data;
  return next(turn, 'registration', { data, keepLink: true });
};

export const register: Handler = async (turn) => {
  if (isMissing(turn, ['name', 'password'])) return fieldsMissing(turn);
  return next(turn, 'registration-confirm', { data: turn.shown.data, keepLink: true });
};

export const confirmRegistration: Handler = async (turn) => {
  const { data, link = '' } = turn.shown;
  if (isMissing(turn, ['name', 'password'])) return backToForm(turn, [sentences.typeAgain]);
  const answer = await callWallet(turn, {
    method: 'POST',
    path: '/registrations',
    body: {
      token: tokenOf(link),
      terms: data.documents?.terms,
      privacyPolicy: data.documents?.privacyPolicy,
      name: turn.typed.get('name'),
      password: turn.typed.get('password'),
      ...(data.form !== undefined && { form: data.form }),
    },
  });
  if (answer.type === 'done') return next(turn, 'activation-wait');
  if (answer.type === 'problem' && formCodes.has(answer.code)) return backToForm(turn, answer.texts);
  return afterFailure(turn, answer, thisTap(turn, 'confirm'));
};

const formCodes: ReadonlySet<string> = new Set(['password-rules', 'name-invalid', 'request-invalid']);

function backToForm(turn: Turn, notes: readonly Said[]): Shown {
  const form = next(turn, 'registration', { notes, data: turn.shown.data, keepLink: true });
  return { ...form, isRefusal: notes.length > 0 };
}

export const backToRegistration: Handler = async (turn) => backToForm(turn, []);

export const resendActivation: Handler = async (turn) => {
  if (isMissing(turn, ['address', 'password'])) return fieldsMissing(turn);
  const answer = await callWallet(turn, {
    method: 'POST',
    path: '/activation-mails',
    body: { address: turn.typed.get('address'), password: turn.typed.get('password') },
  });
  if (answer.type !== 'done') return afterFailure(turn, answer, thisTap(turn, 'resend-activation'));
  return next(turn, 'activation-wait', { notes: [sentences.resent] });
};

export const activate: Handler = async (turn) => {
  const token = tokenOf(turn.shown.link ?? '');
  const answer = await callWallet(turn, { method: 'POST', path: '/activations', body: { token } });
  if (answer.type !== 'done') return afterFailure(turn, answer, thisTap(turn, 'activate'));
  return next(turn, 'activated');
};
