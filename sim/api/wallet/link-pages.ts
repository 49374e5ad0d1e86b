import { Type } from 'typebox';
import { requirePhone, showActivation, showConfirmation, showOffer, showReset } from '../../wallet/index.ts';
import { pageReply } from '../operation/index.ts';
import { serviceOperation } from '../service-context.ts';
import { closed, instant, offered } from '../vocabulary.ts';
import { activationPage, confirmationPage, offerPage, resetPage } from './link-page.ts';

const tag = 'Mail links';

const version = Type.Object({ version: Type.String() }, closed);

const offer = Type.Object(
  {
    screen: Type.Enum(['terms', 'login']),
    credential: Type.String(),
    ...offered,
    address: Type.String({ description: 'Masked.' }),
    expiresAt: instant,
    terms: version,
    privacyPolicy: version,
    form: Type.Optional(Type.String({ description: 'To be sent with the registration; it is good for a while only.' })),
    protocols: Type.Optional(
      Type.Object({ OID4VCI: Type.String({ description: 'openid-credential-offer://…' }) }, closed),
    ),
  },
  closed,
);

const activation = Type.Object({ screen: Type.Literal('activation'), expiresAt: instant }, closed);
const newPassword = Type.Object({ screen: Type.Literal('new-password'), expiresAt: instant }, closed);
const confirmation = Type.Object(
  {
    screen: Type.Literal('address-confirmation'),
    address: Type.String({ description: 'Masked.' }),
    expiresAt: instant,
  },
  closed,
);

const page = Type.String();
const description = 'A live link: what it is for. A dead one is refused with the reason. Asking changes nothing.';

// No GET here changes anything (invariant I10): mail scanners open every link they see.

export const openOffer = serviceOperation({
  id: 'showOffer',
  method: 'get',
  path: '/receive/{token}',
  tag,
  summary: { ja: '発行のお知らせメールのリンク', en: 'The link of the mail about the student ID' },
  // An interaction URL: a wallet of someone else reads `protocols`.
  source: 'https://w3c-ccg.github.io/vcalm/#interaction-url-format',
  wire: 'page-or-problem',
  startsApp: true,
  // Whatever else a scanner or a mail program adds to a link must not break it.
  query: Type.Object({
    iuv: Type.Optional(Type.Unsafe<unknown>({ description: '1: a wallet app may ask.' })),
    in: Type.Optional(Type.Unsafe<unknown>({ description: 'other: to the offer for wallets of other people.' })),
  }),
  answers: {
    200: { description, content: { 'application/json': offer, 'text/html': page } },
    303: { description: 'The offer for wallets of other people.', headers: { location: 'Where it stands.' } },
  },
  async handle(context, { params, query, header, language, app, prefers }) {
    requirePhone(header('user-agent') ?? '', query.iuv === '1');
    const shown = await showOffer(context.world, context, params.token);
    if (prefers('application/json', 'text/html') === 'text/html') {
      // The page itself holds no token, as it may be photographed: its link says only which way.
      const elsewhere = query.in === 'other' && shown.protocols && offerOf(shown.protocols.OID4VCI);
      if (typeof elsewhere === 'string') return { status: 303, headers: { location: elsewhere } };
      return pageReply({ ...offerPage(language, shown), app });
    }
    return { status: 200, body: shown };
  },
});

/** The address in `openid-credential-offer://?credential_offer_uri=…`. */
function offerOf(link: string): string | null {
  return new URL(link).searchParams.get('credential_offer_uri');
}

export const openActivation = serviceOperation({
  id: 'showActivation',
  method: 'get',
  path: '/activate/{token}',
  tag,
  summary: { ja: '仮登録のお知らせメールのリンク', en: 'The link of the activation mail' },
  wire: 'page-or-problem',
  startsApp: true,
  answers: { 200: { description, content: { 'application/json': activation, 'text/html': page } } },
  handle({ world }, { params, language, app, prefers }) {
    const shown = showActivation(world, params.token);
    if (prefers('application/json', 'text/html') === 'text/html')
      return pageReply({ ...activationPage(language, shown), app });
    return { status: 200, body: shown };
  },
});

export const openReset = serviceOperation({
  id: 'showReset',
  method: 'get',
  path: '/reset/{token}',
  tag,
  summary: { ja: 'パスワード再設定メールのリンク', en: 'The link of the mail for a new password' },
  wire: 'page-or-problem',
  startsApp: true,
  answers: { 200: { description, content: { 'application/json': newPassword, 'text/html': page } } },
  handle({ world }, { params, language, app, prefers }) {
    const shown = showReset(world, params.token);
    if (prefers('application/json', 'text/html') === 'text/html')
      return pageReply({ ...resetPage(language, shown), app });
    return { status: 200, body: shown };
  },
});

export const openConfirmation = serviceOperation({
  id: 'showConfirmation',
  method: 'get',
  path: '/addresses/{token}',
  tag,
  summary: { ja: 'メールアドレス確認メールのリンク', en: 'The link of the mail that confirms an address' },
  wire: 'page-or-problem',
  startsApp: true,
  answers: { 200: { description, content: { 'application/json': confirmation, 'text/html': page } } },
  handle({ world }, { params, language, app, prefers }) {
    const shown = showConfirmation(world, params.token);
    if (prefers('application/json', 'text/html') === 'text/html')
      return pageReply({ ...confirmationPage(language, shown), app });
    return { status: 200, body: shown };
  },
});
