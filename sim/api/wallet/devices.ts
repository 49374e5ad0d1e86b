import { Type } from 'typebox';
import { listDevices, logOutDevice, noteSeen } from '../../wallet/index.ts';
import { session } from '../security-schemes.ts';
import { serviceOperation } from '../service-context.ts';
import { closed, instant } from '../vocabulary.ts';

const tag = 'Devices';

const device = Type.Object(
  { device: Type.String(), name: Type.String(), current: Type.Boolean(), lastSeenAt: instant },
  closed,
);

export const readDevices = serviceOperation({
  id: 'listDevices',
  method: 'get',
  path: '/devices',
  tag,
  summary: { ja: 'ログイン中の端末を見る', en: 'List the phones' },
  security: session,
  answers: {
    200: {
      description: 'Those that were not logged out.',
      content: { 'application/json': Type.Object({ devices: Type.Array(device) }, closed) },
    },
  },
  async handle({ world }, { principal }) {
    await noteSeen(world, principal);
    return { status: 200, body: { devices: listDevices(world, principal) } };
  },
});

export const removeDevice = serviceOperation({
  id: 'logOutDevice',
  method: 'delete',
  path: '/devices/{device}',
  tag,
  summary: { ja: '端末をログアウトさせる', en: 'Log a phone out from afar' },
  security: session,
  answers: { 204: { description: 'It is logged out.' } },
  async handle({ world }, { principal, params }) {
    await logOutDevice(world, principal, params.device);
    return { status: 204 };
  },
});
