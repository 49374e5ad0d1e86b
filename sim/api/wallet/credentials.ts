import { Type } from 'typebox';
import { ServiceError } from '../../errors/index.ts';
import { heldCredential, noteSeen, receiveCredential, type Session, walletContent } from '../../wallet/index.ts';
import { bytes, Written } from '../operation/index.ts';
import { session } from '../security-schemes.ts';
import { type ServiceContext, serviceOperation } from '../service-context.ts';
import { verificationSchema } from '../verifier/verification-schema.ts';
import { closed, instant, offered, secured } from '../vocabulary.ts';

const tag = 'Credentials';

const card = {
  credential: Type.String(),
  ...offered,
  name: Type.String(),
  nameKana: Type.Optional(Type.String()),
  studentNumber: Type.String(),
  faculty: Type.Optional(Type.String()),
  validFrom: instant,
  validUntil: instant,
  status: Type.String({ description: 'As the issuer last said.' }),
};

const content = Type.Object(
  {
    received: Type.Array(Type.Object(card, closed)),
    receivable: Type.Array(Type.Object({ credential: Type.String(), ...offered, issuedAt: instant }, closed)),
    issuerReached: Type.Boolean({ description: 'False when a status is only the last one known.' }),
  },
  closed,
);

export const listHeld = serviceOperation({
  id: 'listWallet',
  method: 'get',
  path: '/credentials',
  tag,
  summary: { ja: '受け取った学生証と、受け取れる学生証を見る', en: 'See what is held and what waits' },
  security: session,
  answers: { 200: { description: 'Both lists.', content: { 'application/json': content } } },
  async handle(context, { principal }) {
    await noteSeen(context.world, principal);
    return { status: 200, body: await walletContent(context.world, context, principal) };
  },
});

export const readHeld = serviceOperation({
  id: 'getCredential',
  method: 'get',
  path: '/credentials/{credential}',
  tag,
  summary: { ja: '学生証を見る', en: 'See a student ID' },
  security: session,
  answers: {
    200: {
      description: 'The card and the credential behind it.',
      content: { 'application/json': Type.Object({ ...card, ...secured }, closed) },
    },
  },
  async handle(context, { principal, params }) {
    await noteSeen(context.world, principal);
    return { status: 200, body: await heldCredential(context.world, context, principal, params.credential) };
  },
});

export const verifyHeld = serviceOperation({
  id: 'verifyHeldCredential',
  method: 'get',
  path: '/credentials/{credential}/verification',
  tag,
  summary: { ja: '学生証を検証する', en: 'Have a student ID verified' },
  security: session,
  answers: {
    200: { description: 'What the verifier says of it now.', content: { 'application/json': verificationSchema } },
  },
  async handle(context, { principal, params }) {
    await noteSeen(context.world, principal);
    const { secured, mediaType } = await heldCredential(context.world, context, principal, params.credential);
    const answer = await context.fetch(`${context.world.origins.verifier}/verifications`, {
      method: 'POST',
      headers: { 'content-type': mediaType, accept: 'application/json' },
      body: secured,
    });
    if (answer.status !== 200) throw new ServiceError('service-unavailable');
    return { status: 200, body: new Written(answer.body) };
  },
});

export const readBadgePng = serviceOperation({
  id: 'getBadgePng',
  method: 'get',
  path: '/credentials/{credential}/badge.png',
  tag,
  summary: { ja: 'バッジを PNG で受け取る', en: 'Get the badge as PNG' },
  source: 'https://www.imsglobal.org/spec/ob/v3p0/#png',
  security: session,
  answers: { 200: { description: 'The credential is in it.', content: { 'image/png': bytes } } },
  handle: async (context, { principal, params }) => ({
    status: 200,
    body: await badge(context, { session: principal, credential: params.credential, format: 'png' }),
  }),
});

export const readBadgeSvg = serviceOperation({
  id: 'getBadgeSvg',
  method: 'get',
  path: '/credentials/{credential}/badge.svg',
  tag,
  summary: { ja: 'バッジを SVG で受け取る', en: 'Get the badge as SVG' },
  source: 'https://www.imsglobal.org/spec/ob/v3p0/#svg',
  security: session,
  answers: { 200: { description: 'The credential is in it.', content: { 'image/svg+xml': bytes } } },
  handle: async (context, { principal, params }) => ({
    status: 200,
    body: await badge(context, { session: principal, credential: params.credential, format: 'svg' }),
  }),
});

export const receive = serviceOperation({
  id: 'receiveCredential',
  method: 'post',
  path: '/credentials/{credential}/receive',
  tag,
  summary: { ja: '学生証を受け取る', en: 'Receive a student ID' },
  security: session,
  answers: {
    200: {
      description: 'The credential; the same again when asked again.',
      content: { 'application/json': Type.Object({ credential: Type.String(), ...secured }, closed) },
    },
  },
  handle: async (context, { principal, params }) => ({
    status: 200,
    body: await receiveCredential(context.world, context, principal, params.credential),
  }),
});

async function badge(
  context: ServiceContext,
  asked: { readonly session: Session; readonly credential: string; readonly format: 'png' | 'svg' },
): Promise<Uint8Array> {
  await noteSeen(context.world, asked.session);
  const held = await heldCredential(context.world, context, asked.session, asked.credential);
  // Loaded when a badge is asked for: it brings an XML parser.
  const { bake, studentIdPicture } = await import('../../baking/index.ts');
  return bake(studentIdPicture[asked.format](), held.secured, 'ob3');
}
