import { Type } from 'typebox';
import { claimCredential, consumeLink, offerOfLink, offersTo } from '../../issuer/index.ts';
import { walletToken } from '../security-schemes.ts';
import { serviceOperation } from '../service-context.ts';
import { address, closed, instant, linkToken, offered, secured } from '../vocabulary.ts';

const bodyBytesMax = 65_536;
const tag = 'Offers';

const linkBody = {
  content: { 'application/json': Type.Object({ token: linkToken }, closed) },
  bytesMax: bodyBytesMax,
};
const addresses = Type.Array(address, { maxItems: 50 });

const linkedOffer = Type.Object(
  {
    credential: Type.String(),
    address: Type.String(),
    ...offered,
    state: Type.Enum(['live', 'used', 'superseded', 'expired']),
    expiresAt: instant,
  },
  closed,
);

const listedOffer = Type.Object(
  {
    credential: Type.String(),
    address: Type.String(),
    ...offered,
    state: Type.Enum(['issued', 'notified', 'claimed', 'unclaimed-expired', 'expired', 'revoked', 'superseded']),
    issuedAt: instant,
    validUntil: instant,
  },
  closed,
);

export const findOffer = serviceOperation({
  id: 'findOffer',
  method: 'post',
  path: '/offers/find',
  tag,
  summary: { ja: 'メールのリンクが示す学生証を調べる', en: 'See what a mail link offers' },
  security: walletToken,
  body: linkBody,
  answers: {
    200: { description: 'The offer; asking changes nothing.', content: { 'application/json': linkedOffer } },
  },
  handle: ({ world }, { body: { token } }) => ({ status: 200, body: offerOfLink(world, token) }),
});

export const consumeOfferLink = serviceOperation({
  id: 'consumeLink',
  method: 'post',
  path: '/offers/consume',
  tag,
  summary: { ja: 'メールのリンクを使う（一度だけ）', en: 'Use a mail link, this once' },
  security: walletToken,
  body: linkBody,
  answers: {
    200: {
      description: 'It is used up.',
      content: { 'application/json': Type.Object({ credential: Type.String(), address: Type.String() }, closed) },
    },
  },
  handle: async ({ world }, { body: { token } }) => ({
    status: 200,
    body: await world.perform(consumeLink, { token }),
  }),
});

export const listOffers = serviceOperation({
  id: 'listOffers',
  method: 'post',
  path: '/offers/list',
  tag,
  summary: { ja: 'メールアドレスあての学生証を調べる', en: 'List what was issued to addresses' },
  security: walletToken,
  body: { content: { 'application/json': Type.Object({ addresses }, closed) }, bytesMax: bodyBytesMax },
  answers: {
    200: {
      description: 'The oldest first.',
      content: { 'application/json': Type.Object({ offers: Type.Array(listedOffer) }, closed) },
    },
  },
  handle: ({ world }, { body }) => ({ status: 200, body: { offers: offersTo(world, body.addresses) } }),
});

export const claimOffer = serviceOperation({
  id: 'claimCredential',
  method: 'post',
  path: '/offers/{credential}/claim',
  tag,
  summary: { ja: '学生証を受け取る', en: 'Take a student ID' },
  security: walletToken,
  body: {
    content: {
      'application/json': Type.Object(
        {
          account: Type.String({ minLength: 1, maxLength: 100 }),
          addresses,
        },
        closed,
      ),
    },
    bytesMax: bodyBytesMax,
  },
  answers: {
    200: {
      description: 'The credential with its proof; the same again for the same account.',
      content: { 'application/json': Type.Object({ credential: Type.String(), ...secured }, closed) },
    },
  },
  handle: async ({ world }, { params: { credential }, body: { account, addresses: confirmed } }) => ({
    status: 200,
    body: await world.perform(claimCredential, { credential, account, addresses: confirmed }),
  }),
});
