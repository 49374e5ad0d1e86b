import { Type } from 'typebox';
import { presentCredential } from '../../wallet/index.ts';
import { gateToken } from '../security-schemes.ts';
import { serviceOperation } from '../service-context.ts';
import { closed, secured } from '../vocabulary.ts';

const publicKey = Type.Object({ kty: Type.Literal('OKP'), crv: Type.Literal('Ed25519'), x: Type.String() }, closed);

const presentation = Type.Object(
  {
    credential: Type.String(),
    ...secured,
    devices: Type.Array(Type.Object({ device: Type.String(), publicKey }, closed)),
  },
  closed,
);

export const present = serviceOperation({
  id: 'presentCredential',
  method: 'get',
  path: '/presentations/{credential}',
  tag: 'Presentations',
  summary: { ja: 'QR コードの確認に必要なものを受け取る', en: 'Get what a gate needs to judge a QR code' },
  security: gateToken,
  answers: {
    200: {
      description: 'The credential, and the keys of the phones that stand for its holder.',
      content: { 'application/json': presentation },
    },
  },
  handle: async ({ world }, { params }) => ({ status: 200, body: await presentCredential(world, params.credential) }),
});
