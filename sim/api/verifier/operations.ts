import { Type } from 'typebox';
import { pictureAlone } from '../../baking/index.ts';
import { bytes, type Operation, Written } from '../operation/index.ts';
import { type ServiceContext, serviceOperation } from '../service-context.ts';
import { partsOfForm } from './multipart-form.ts';
import { formPage, verificationPage } from './verification-page.ts';
import { verificationSchema } from './verification-schema.ts';
import { verifyBadge } from './verify-badge.ts';

/** A picture may be larger than the badge in it; what is no badge of at most 1 MB is refused by the first check. */
const badgeBytesMax = 8_388_608;

const showForm = serviceOperation({
  id: 'showVerifier',
  method: 'get',
  path: '/',
  tag: 'Verification',
  summary: { ja: 'バッジを検証する画面', en: 'The page where a person verifies a badge' },
  answers: { 200: { description: 'A form that works without scripts.', content: { 'text/html': Type.String() } } },
  wire: 'page',
  handle: (_context, { language }) => ({ status: 200, body: formPage(language) }),
});

const badge = Type.Object({}, { description: 'An AchievementCredential with its proof.' });

const verify = serviceOperation({
  id: 'verifyBadge',
  method: 'post',
  path: '/verifications',
  tag: 'Verification',
  summary: { ja: 'バッジを検証する', en: 'Verify a badge of anyone' },
  source: 'https://www.imsglobal.org/spec/ob/v3p0/#verification',
  body: {
    bytesMax: badgeBytesMax,
    content: {
      // As bytes, whatever they are called: what is judged is what was sent, with names that stand twice in it.
      '*/*': bytes,
      'application/json': badge,
      'application/vc+ld+json': badge,
      'application/vc+jwt': Type.String({ description: 'A compact JWS.' }),
      'text/plain': Type.String({ description: 'A compact JWS.' }),
      'image/png': bytes,
      'image/svg+xml': bytes,
      'multipart/form-data': Type.Object({
        file: Type.Optional(Type.String()),
        badge: Type.Optional(Type.String({ description: 'JSON or a compact JWS.' })),
      }),
    },
  },
  answers: {
    200: {
      description: 'Every check, and what follows from them: a badge that is refused is an answer too.',
      content: { 'application/json': verificationSchema, 'text/html': Type.String() },
    },
  },
  async handle(context, { body, mediaType, header, accepts, language }) {
    const wanted = accepts('application/json', 'text/html');
    const sent = sentBadge(body as unknown as Uint8Array, mediaType, header);
    const verification = await verifyBadge(context, sent);
    return wanted === 'text/html'
      ? { status: 200, mediaType: wanted, body: verificationPage(verification, language, pictureAlone(sent)) }
      : { status: 200, mediaType: wanted, body: new Written(JSON.stringify(verification)) };
  },
});

/** A form brings a file or a text; who chose a file meant that. Throws ServiceError `request-invalid`. */
function sentBadge(body: Uint8Array, mediaType: string, header: (name: string) => string | undefined): Uint8Array {
  if (mediaType === 'multipart/form-data') {
    const parts = partsOfForm(body, header('content-type') ?? '');
    const file = parts.get('file');
    return file !== undefined && file.length > 0 ? file : (parts.get('badge') ?? Buffer.alloc(0));
  }
  if (mediaType === 'application/x-www-form-urlencoded') {
    return Buffer.from(new URLSearchParams(Buffer.from(body).toString('utf8')).get('badge') ?? '');
  }
  return body;
}

export const verifierOperations: readonly Operation<ServiceContext>[] = [showForm, verify];
