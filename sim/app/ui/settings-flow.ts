import { afterFailure } from './failure-flow.ts';
import { tokenOf } from './place.ts';
import {
  type Again,
  callWallet,
  type DeviceEntry,
  fieldsMissing,
  type Handler,
  isMissing,
  next,
  type Shown,
  type Turn,
  thisTap,
} from './turn.ts';

export const showDevices: Handler = async (turn) => listDevices(turn, thisTap(turn, 'devices'));

async function listDevices(turn: Turn, retry: Again): Promise<Shown> {
  const answer = await callWallet<{ devices: readonly DeviceEntry[] }>(turn, { method: 'GET', path: '/devices' });
  if (answer.type !== 'done') return afterFailure(turn, answer, retry);
  return next(turn, 'devices', { data: { devices: answer.body.devices } });
}

/** Ends another device's session, or this one's: what the owner of a lost phone does from the new one. */
export function removeDevice(control: string): Handler {
  return async (turn) => {
    const device = control.slice('remove-'.length);
    const answer = await callWallet(turn, { method: 'DELETE', path: `/devices/${encodeURIComponent(device)}` });
    if (answer.type !== 'done') return afterFailure(turn, answer, thisTap(turn, control));
    if (device !== turn.ports.storage.device()) return listDevices(turn, { what: 'app' });
    turn.ports.storage.dropSession();
    return next(turn, 'login');
  };
}

export const addAddress: Handler = async (turn) => next(turn, 'address-add');

export const sendAddress: Handler = async (turn) => {
  if (isMissing(turn, ['address'])) return fieldsMissing(turn);
  const answer = await callWallet(turn, {
    method: 'POST',
    path: '/addresses',
    body: { address: turn.typed.get('address') },
  });
  if (answer.type !== 'done') return afterFailure(turn, answer, thisTap(turn, 'send'));
  return next(turn, 'address-sent');
};

export const confirmAddress: Handler = async (turn) => {
  const token = tokenOf(turn.shown.link ?? '');
  const answer = await callWallet(turn, { method: 'POST', path: '/addresses/confirmations', body: { token } });
  if (answer.type !== 'done') return afterFailure(turn, answer, thisTap(turn, 'confirm'));
  return next(turn, 'address-confirmed');
};
