import { afterFailure, thisTap } from './failure-flow.ts';
import { screenText } from './screen-text.ts';
import { again, emptyFields, type Handler, type Next, next, type Turn, tokenOf } from './turn.ts';
import { callWallet } from './wallet-client.ts';

export const createAccount: Handler = async (turn) => next(turn, 'registration-start');

/** Without the link of an issue notice there is no registration: the manual, 3-1. */
export const startWithoutLink: Handler = async (turn) => {
  if (emptyFields(turn, ['address']).length > 0) return again(turn, [screenText.fieldsMissing]);
  const answer = await callWallet(turn, {
    method: 'POST',
    path: '/registrations/start',
    body: { address: turn.typed.get('address') },
  });
  if (answer.type !== 'done') return afterFailure(turn, answer, thisTap(turn, 'continue'));
  return next(turn, 'registration-needs-link');
};

/** Ticks a box, or takes the tick away; `continue` works only while both are ticked. */
export function tick(box: 'agree-terms' | 'agree-privacy-policy'): Handler {
  return async (turn) => {
    const { shown, link } = turn.state;
    const before = shown.carried.ticked ?? [];
    const ticked = before.includes(box) ? before.filter((other) => other !== box) : [...before, box];
    const isFree = ticked.length === 2;
    const others = shown.controls.filter((control) => control !== 'continue');
    return {
      shown: {
        ...shown,
        controls: isFree ? [...others, 'continue'] : others,
        disabled: isFree ? [] : ['continue'],
        carried: { ...shown.carried, ticked },
      },
      link,
    };
  };
}

export const continueToForm: Handler = async (turn) =>
  next(turn, 'registration', { carried: turn.state.shown.carried, keepLink: true });

export const register: Handler = async (turn) => {
  if (emptyFields(turn, ['name', 'password']).length > 0) return again(turn, [screenText.fieldsMissing]);
  return next(turn, 'registration-confirm', { carried: turn.state.shown.carried, keepLink: true });
};

export const confirmRegistration: Handler = async (turn) => {
  const carried = turn.state.shown.carried;
  if (emptyFields(turn, ['name', 'password']).length > 0) return backToForm(turn, [screenText.typeAgain]);
  const answer = await callWallet(turn, {
    method: 'POST',
    path: '/registrations',
    body: {
      token: tokenOf(turn),
      terms: carried.documents?.terms,
      privacyPolicy: carried.documents?.privacyPolicy,
      name: turn.typed.get('name'),
      password: turn.typed.get('password'),
      ...(carried.form !== undefined && { form: carried.form }),
    },
  });
  if (answer.type === 'done') return next(turn, 'activation-wait');
  const isForm = answer.type === 'problem' && answer.status >= 400 && answer.status < 423 && formCodes.has(answer.code);
  if (isForm) return backToForm(turn, answer.texts);
  return afterFailure(turn, answer, thisTap(turn, 'confirm'));
};

const formCodes: ReadonlySet<string> = new Set(['password-rules', 'name-invalid', 'request-invalid']);

function backToForm(turn: Turn, texts: Next['shown']['texts']): Next {
  return next(turn, 'registration', { texts, carried: turn.state.shown.carried, keepLink: true });
}

export const backToRegistration: Handler = async (turn) => backToForm(turn, []);

export const resendActivation: Handler = async (turn) => {
  if (emptyFields(turn, ['address', 'password']).length > 0) return again(turn, [screenText.fieldsMissing]);
  const answer = await callWallet(turn, {
    method: 'POST',
    path: '/activation-mails',
    body: { address: turn.typed.get('address'), password: turn.typed.get('password') },
  });
  if (answer.type !== 'done') return afterFailure(turn, answer, thisTap(turn, 'resend-activation'));
  return next(turn, 'activation-wait', { texts: [screenText.resent] });
};

export const activate: Handler = async (turn) => {
  const answer = await callWallet(turn, { method: 'POST', path: '/activations', body: { token: tokenOf(turn) } });
  if (answer.type !== 'done') return afterFailure(turn, answer, thisTap(turn, 'activate'));
  return next(turn, 'activated');
};
