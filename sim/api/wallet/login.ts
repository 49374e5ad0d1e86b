import { Type } from 'typebox';
import { endGrants } from '../../oauth/index.ts';
import { logOut, notices, requestPasswordReset, requirePhone, resetPassword, startLogin } from '../../wallet/index.ts';
import { session } from '../security-schemes.ts';
import { serviceOperation } from '../service-context.ts';
import { closed, instant, linkToken } from '../vocabulary.ts';
import { jsonBody, noticeAnswer, noticeReply, typed } from './wallet-bodies.ts';

const tag = 'Log-in';

/** RFC 8037 §2, the public half only; 43 characters of base64url are 32 bytes. */
const deviceKey = Type.Object({
  kty: Type.Literal('OKP'),
  crv: Type.Literal('Ed25519'),
  x: Type.String({ pattern: '^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$' }),
  /** The private half stays in the phone: who sends it is told. */
  d: Type.Optional(Type.Never()),
});

const opened = Type.Object(
  {
    session: Type.String({ description: 'The token: told this once.' }),
    account: Type.String(),
    device: Type.String(),
    expiresAt: instant,
  },
  closed,
);

export const openSession = serviceOperation({
  id: 'logIn',
  method: 'post',
  path: '/sessions',
  tag,
  summary: { ja: 'ログインする', en: 'Log in' },
  body: jsonBody(
    Type.Object({
      address: typed.address,
      password: typed.password,
      device: Type.Object({ name: Type.String({ minLength: 1, maxLength: 100 }), publicKey: deviceKey }),
    }),
  ),
  answers: { 201: { description: 'A session of this phone.', content: { 'application/json': opened } } },
  async handle(context, { body, header }) {
    requirePhone(header('user-agent') ?? '');
    return { status: 201, body: await startLogin(context.world, context, body) };
  },
});

export const endSession = serviceOperation({
  id: 'logOut',
  method: 'delete',
  path: '/sessions/current',
  tag,
  summary: { ja: 'ログアウトする', en: 'Log out' },
  security: session,
  answers: { 204: { description: 'The session is over.' } },
  async handle({ world }, { principal }) {
    await logOut(world, principal);
    return { status: 204 };
  },
});

export const askPasswordReset = serviceOperation({
  id: 'requestPasswordReset',
  method: 'post',
  path: '/password-resets',
  tag,
  summary: { ja: 'パスワードの再設定を申し込む', en: 'Ask for a new password' },
  body: jsonBody(Type.Object({ address: typed.address })),
  answers: { 202: noticeAnswer },
  async handle({ world }, { body, language }) {
    await requestPasswordReset(world, body.address);
    return noticeReply(notices.passwordReset, language);
  },
});

export const setPassword = serviceOperation({
  id: 'setPassword',
  method: 'put',
  path: '/passwords',
  tag,
  summary: { ja: '新しいパスワードを決める', en: 'Set a new password' },
  body: jsonBody(Type.Object({ token: linkToken, password: typed.password })),
  answers: { 204: { description: 'It is set; every session and every access of other services has ended.' } },
  async handle(context, { body }) {
    const account = await resetPassword(context.world, context, body);
    await endGrants(context.world, account);
    return { status: 204 };
  },
});
