import { afterFailure } from './failure-flow.ts';
import { tokenOf } from './place.ts';
import { callWallet, fieldsMissing, type Handler, isMissing, loginScreen, next, thisTap } from './turn.ts';
import { showList } from './wallet-flow.ts';

/** Who is logged in already comes to the list. */
export const goToLogin: Handler = async (turn) =>
  turn.app === 'wallet' && turn.ports.storage.session() !== undefined ? showList(turn) : loginScreen(turn);

export const logIn: Handler = async (turn) => {
  if (isMissing(turn, ['address', 'password'])) return fieldsMissing(turn);
  const { phone, storage } = turn.ports;
  const { kty, crv, x } = await phone.publicKey();
  const answer = await callWallet<{ session: string; device: string }>(turn, {
    method: 'POST',
    path: '/sessions',
    body: {
      address: turn.typed.get('address'),
      password: turn.typed.get('password'),
      // https://www.rfc-editor.org/rfc/rfc8037#section-2
      device: { name: phone.model, publicKey: { kty, crv, x } },
    },
  });
  if (answer.type !== 'done') return afterFailure(turn, answer, thisTap(turn, 'log-in'));
  storage.keepSession(answer.body.session, answer.body.device);
  return showList(turn);
};

export const logOut: Handler = async (turn) => {
  const answer = await callWallet(turn, { method: 'DELETE', path: '/sessions/current' });
  if (answer.type !== 'done') return afterFailure(turn, answer, thisTap(turn, 'log-out'));
  turn.ports.storage.dropSession();
  return next(turn, 'login');
};

export const forgotPassword: Handler = async (turn) => {
  if (isMissing(turn, ['address'])) return fieldsMissing(turn);
  const answer = await callWallet(turn, {
    method: 'POST',
    path: '/password-resets',
    body: { address: turn.typed.get('address') },
  });
  if (answer.type !== 'done') return afterFailure(turn, answer, thisTap(turn, 'forgot-password'));
  return next(turn, 'password-reset-sent');
};

export const savePassword: Handler = async (turn) => {
  if (isMissing(turn, ['password'])) return fieldsMissing(turn);
  const answer = await callWallet(turn, {
    method: 'PUT',
    path: '/passwords',
    body: { token: tokenOf(turn.shown.link ?? ''), password: turn.typed.get('password') },
  });
  if (answer.type !== 'done') return afterFailure(turn, answer, thisTap(turn, 'save-password'));
  return next(turn, 'password-changed');
};
