import { Type } from 'typebox';
import { formatInstant } from '../../kernel/index.ts';
import {
  credentialOffer,
  makeOffer,
  offerLinkOf,
  offerUrlOf,
  openOffer,
  preAuthorizedCode,
  sendNumber,
} from '../../openid4vci/index.ts';
import { pageReply } from '../operation/index.ts';
import { schoolToken } from '../security-schemes.ts';
import { serviceOperation } from '../service-context.ts';
import { closed, instant } from '../vocabulary.ts';
import { numberSentPage, offerPage } from './pages.ts';

const tag = 'OpenID4VCI';
const offerSource = 'https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0.html#section-4.1';

const offer = Type.Object(
  {
    credential_issuer: Type.String({ format: 'uri' }),
    credential_configuration_ids: Type.Array(Type.String()),
    grants: Type.Object(
      {
        [preAuthorizedCode]: Type.Object(
          {
            'pre-authorized_code': Type.String(),
            tx_code: Type.Object(
              { input_mode: Type.String(), length: Type.Integer(), description: Type.String({ maxLength: 300 }) },
              closed,
            ),
          },
          closed,
        ),
      },
      closed,
    ),
  },
  closed,
);

const made = Type.Object(
  {
    credentialOffer: Type.String({ description: 'For a QR code: openid-credential-offer://…' }),
    credentialOfferUri: Type.String({ format: 'uri' }),
    txCode: Type.String({ description: 'To be told to the student, and to nobody else.' }),
    expiresAt: instant,
  },
  closed,
);

const makeOfferOperation = serviceOperation({
  id: 'makeCredentialOffer',
  method: 'post',
  path: '/schools/{school}/credentials/{credential}/offers',
  tag,
  summary: { ja: '窓口で渡すオファーと番号を作る', en: 'Make an offer with a number, to be shown at the counter' },
  source: offerSource,
  security: schoolToken,
  answers: {
    201: { description: 'The offer; one that was made before ends.', content: { 'application/json': made } },
  },
  async handle({ world }, { params: { school, credential } }) {
    const { code, number, expiresAt } = await world.perform(makeOffer, { school, credential });
    const body = {
      credentialOffer: offerLinkOf(world, code),
      credentialOfferUri: offerUrlOf(world, code),
      txCode: number,
      expiresAt: formatInstant(expiresAt),
    };
    return { status: 201, body };
  },
});

/** Changes nothing (invariant I10): a scanner may open it as it opens the link of the mail. */
const getOffer = serviceOperation({
  id: 'getCredentialOffer',
  method: 'get',
  path: '/openid4vci/offers/{offer}',
  tag,
  summary: { ja: 'オファーを見る', en: 'Read an offer, as a wallet or as a person' },
  source: `${offerSource}.3`,
  wire: 'page-or-problem',
  answers: {
    200: { description: 'The offer.', content: { 'application/json': offer, 'text/html': Type.String() } },
  },
  handle({ world }, { params, language, prefers }) {
    if (prefers('application/json', 'text/html') === 'application/json') {
      return { status: 200, body: credentialOffer(world, params.offer) };
    }
    const { source } = openOffer(world, params.offer);
    return pageReply(offerPage({ language, link: offerLinkOf(world, params.offer), source, code: params.offer }));
  },
});

const sent = Type.Object({ expiresAt: instant }, closed);

const sendNumberOperation = serviceOperation({
  id: 'sendTransactionCode',
  method: 'post',
  path: '/openid4vci/offers/{offer}/number',
  tag,
  summary: {
    ja: '受け取り番号を、学生証の発行先のアドレスへ送る',
    en: 'Mail the transaction code to the address of the student ID',
  },
  source: `${offerSource}.1`,
  wire: 'page-or-problem',
  answers: {
    202: {
      description: 'It is on its way; the newest number counts.',
      content: { 'application/json': sent, 'text/html': Type.String() },
    },
  },
  async handle({ world }, { params, language, prefers }) {
    const mediaType = prefers('application/json', 'text/html');
    const { expiresAt } = await world.perform(sendNumber, { code: params.offer });
    if (mediaType === 'application/json') return { status: 202, body: { expiresAt: formatInstant(expiresAt) } };
    return { ...pageReply(numberSentPage({ language, link: offerLinkOf(world, params.offer) })), status: 202 };
  },
});

export const offerOperations = [makeOfferOperation, getOffer, sendNumberOperation];
