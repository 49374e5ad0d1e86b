import { dropSession, keepSession } from './commands.ts';
import { afterFailure, thisTap } from './failure-flow.ts';
import { screenText } from './screen-text.ts';
import { again, emptyFields, type Handler, loginScreen, next, tokenOf } from './turn.ts';
import { callWallet } from './wallet-client.ts';
import { showList } from './wallet-flow.ts';

/** Who is logged in already comes to the list. */
export const goToLogin: Handler = async (turn) =>
  turn.app === 'wallet' && turn.state.session !== undefined ? showList(turn) : loginScreen(turn);

export const logIn: Handler = async (turn) => {
  if (emptyFields(turn, ['address', 'password']).length > 0) return again(turn, [screenText.fieldsMissing]);
  const { id, device } = turn.state;
  const answer = await callWallet<{ session: string; device: string }>(turn, {
    method: 'POST',
    path: '/sessions',
    body: {
      address: turn.typed.get('address'),
      password: turn.typed.get('password'),
      device: { name: device.model, publicKey: deviceKey(turn.world.keys.ed25519(`handset/${id}`).publicKey) },
    },
  });
  if (answer.type !== 'done') return afterFailure(turn, answer, thisTap(turn, 'log-in'));
  await turn.world.perform(keepSession, {
    handset: id,
    session: answer.body.session,
    device: answer.body.device,
  });
  return showList(turn);
};

/** https://www.rfc-editor.org/rfc/rfc8037#section-2 */
function deviceKey(publicKey: { export(options: { format: 'jwk' }): object }): object {
  const { kty, crv, x } = publicKey.export({ format: 'jwk' }) as Record<string, unknown>;
  return { kty, crv, x };
}

export const logOut: Handler = async (turn) => {
  const answer = await callWallet(turn, { method: 'DELETE', path: '/sessions/current' });
  if (answer.type !== 'done') return afterFailure(turn, answer, thisTap(turn, 'log-out'));
  await turn.world.perform(dropSession, { handset: turn.state.id });
  return next(turn, 'login');
};

export const forgotPassword: Handler = async (turn) => {
  if (emptyFields(turn, ['address']).length > 0) return again(turn, [screenText.fieldsMissing]);
  const answer = await callWallet(turn, {
    method: 'POST',
    path: '/password-resets',
    body: { address: turn.typed.get('address') },
  });
  if (answer.type !== 'done') return afterFailure(turn, answer, thisTap(turn, 'forgot-password'));
  return next(turn, 'password-reset-sent');
};

export const savePassword: Handler = async (turn) => {
  if (emptyFields(turn, ['password']).length > 0) return again(turn, [screenText.fieldsMissing]);
  const answer = await callWallet(turn, {
    method: 'PUT',
    path: '/passwords',
    body: { token: tokenOf(turn), password: turn.typed.get('password') },
  });
  if (answer.type !== 'done') return afterFailure(turn, answer, thisTap(turn, 'save-password'));
  return next(turn, 'password-changed');
};
