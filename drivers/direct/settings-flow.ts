import { dropSession } from './commands.ts';
import { afterFailure, thisTap } from './failure-flow.ts';
import type { Again } from './handset-store.ts';
import { bothSame, screenText } from './screen-text.ts';
import { again, emptyFields, type Handler, type Next, next, type Turn, tokenOf } from './turn.ts';
import { callWallet } from './wallet-client.ts';

interface DeviceEntry {
  readonly device: string;
  readonly name: string;
  readonly current: boolean;
  readonly lastSeenAt: string;
}

export const showDevices: Handler = async (turn) => listDevices(turn, thisTap(turn, 'devices'));

async function listDevices(turn: Turn, retry: Again): Promise<Next> {
  const answer = await callWallet<{ devices: readonly DeviceEntry[] }>(turn, { method: 'GET', path: '/devices' });
  if (answer.type !== 'done') return afterFailure(turn, answer, retry);
  const { devices } = answer.body;
  return next(turn, 'devices', {
    texts: devices.map(({ name, current }) =>
      current ? { ja: `${name}（この端末）`, en: `${name} (this device)` } : bothSame(name),
    ),
    controls: devices.map(({ device }) => `remove-${device}`),
  });
}

/** Ends another device's session, or this one's: what the owner of a lost phone does from the new one. */
export function removeDevice(control: string): Handler {
  return async (turn) => {
    const device = control.slice('remove-'.length);
    const answer = await callWallet(turn, { method: 'DELETE', path: `/devices/${encodeURIComponent(device)}` });
    if (answer.type !== 'done') return afterFailure(turn, answer, thisTap(turn, control));
    if (device !== turn.state.registeredDevice) return listDevices(turn, { what: 'app' });
    await turn.world.perform(dropSession, { handset: turn.state.id });
    return next(turn, 'login');
  };
}

export const addAddress: Handler = async (turn) => next(turn, 'address-add');

export const sendAddress: Handler = async (turn) => {
  if (emptyFields(turn, ['address']).length > 0) return again(turn, [screenText.fieldsMissing]);
  const answer = await callWallet(turn, {
    method: 'POST',
    path: '/addresses',
    body: { address: turn.typed.get('address') },
  });
  if (answer.type !== 'done') return afterFailure(turn, answer, thisTap(turn, 'send'));
  return next(turn, 'address-sent');
};

export const confirmAddress: Handler = async (turn) => {
  const answer = await callWallet(turn, {
    method: 'POST',
    path: '/addresses/confirmations',
    body: { token: tokenOf(turn) },
  });
  if (answer.type !== 'done') return afterFailure(turn, answer, thisTap(turn, 'confirm'));
  return next(turn, 'address-confirmed');
};
