import { Type } from 'typebox';
import {
  activateAccount,
  notices,
  registerAccount,
  requestActivationMail,
  startWithoutLink,
} from '../../wallet/index.ts';
import { serviceOperation } from '../service-context.ts';
import { closed, instant, linkToken } from '../vocabulary.ts';
import { jsonBody, noticeAnswer, noticeReply, typed } from './wallet-bodies.ts';

const tag = 'Registration';

const registered = Type.Object(
  {
    account: Type.String(),
    state: Type.Literal('pending'),
    address: Type.String({ description: 'Masked.' }),
    expiresAt: instant,
  },
  closed,
);

const activated = Type.Object({ account: Type.String(), state: Type.Literal('active') }, closed);

export const register = serviceOperation({
  id: 'registerAccount',
  method: 'post',
  path: '/registrations',
  tag,
  summary: { ja: '仮登録する', en: 'Register' },
  body: jsonBody(
    Type.Object({
      token: linkToken,
      terms: Type.Optional(Type.String({ maxLength: 100, description: 'The version that was agreed to.' })),
      privacyPolicy: Type.Optional(Type.String({ maxLength: 100, description: 'The version that was agreed to.' })),
      name: Type.String({ maxLength: 1_000 }),
      password: typed.password,
      form: Type.Optional(
        Type.String({ maxLength: 100, description: 'As the link gave it; too old, the registration begins anew.' }),
      ),
    }),
  ),
  answers: {
    201: { description: 'A pending account; a mail is on its way.', content: { 'application/json': registered } },
  },
  handle: async (context, { body }) => ({ status: 201, body: await registerAccount(context.world, context, body) }),
});

export const startRegistration = serviceOperation({
  id: 'startRegistration',
  method: 'post',
  path: '/registrations/start',
  tag,
  summary: { ja: 'リンクなしで登録しようとする（できません）', en: 'Try to register without a link: always refused' },
  body: jsonBody(Type.Object({ address: typed.address })),
  answers: {},
  handle: ({ world }) => startWithoutLink(world),
});

export const askActivationMail = serviceOperation({
  id: 'requestActivationMail',
  method: 'post',
  path: '/activation-mails',
  tag,
  summary: { ja: '仮登録のお知らせメールを再送してもらう', en: 'Ask for the activation mail again' },
  body: jsonBody(Type.Object({ address: typed.address, password: typed.password })),
  answers: { 202: noticeAnswer },
  async handle(context, { body, language }) {
    await requestActivationMail(context.world, context, body);
    return noticeReply(notices.activationMail, language);
  },
});

export const activate = serviceOperation({
  id: 'activateAccount',
  method: 'post',
  path: '/activations',
  tag,
  summary: { ja: 'アカウントを有効にする', en: 'Activate the account' },
  body: jsonBody(Type.Object({ token: linkToken })),
  answers: { 200: { description: 'It is active.', content: { 'application/json': activated } } },
  handle: async ({ world }, { body }) => ({ status: 200, body: await activateAccount(world, body.token) }),
});
