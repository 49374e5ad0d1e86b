import { Type } from 'typebox';
import { addAddress, confirmAddress, notices } from '../../wallet/index.ts';
import { session } from '../security-schemes.ts';
import { serviceOperation } from '../service-context.ts';
import { closed, linkToken } from '../vocabulary.ts';
import { jsonBody, noticeAnswer, noticeReply, typed } from './wallet-bodies.ts';

const tag = 'Addresses';

export const addAccountAddress = serviceOperation({
  id: 'addAddress',
  method: 'post',
  path: '/addresses',
  tag,
  summary: { ja: 'メールアドレスの追加を申し込む', en: 'Ask to add an address' },
  security: session,
  body: jsonBody(Type.Object({ address: typed.address })),
  answers: { 202: noticeAnswer },
  async handle({ world }, { principal, body, language }) {
    await addAddress(world, principal, body.address);
    return noticeReply(notices.addressConfirmation, language);
  },
});

export const confirmAccountAddress = serviceOperation({
  id: 'confirmAddress',
  method: 'post',
  path: '/addresses/confirmations',
  tag,
  summary: { ja: 'メールアドレスを確認する', en: 'Confirm an address' },
  security: session,
  body: jsonBody(Type.Object({ token: linkToken })),
  answers: {
    200: {
      description: 'The address, masked: it is of the account now.',
      content: { 'application/json': Type.Object({ address: Type.String() }, closed) },
    },
  },
  handle: async ({ world }, { principal, body }) => ({
    status: 200,
    body: await confirmAddress(world, principal, body.token),
  }),
});
