import { Type } from 'typebox';
import { badgesOf, upsertBadge } from '../../host/index.ts';
import { hostPorts } from '../open-badges/index.ts';
import { bytes } from '../operation/index.ts';
import { session } from '../security-schemes.ts';
import { serviceOperation } from '../service-context.ts';
import { closed } from '../vocabulary.ts';

const tag = 'Badges';
const path = '/badges';

export const listOwnBadges = serviceOperation({
  id: 'listBadges',
  method: 'get',
  path,
  tag,
  summary: { ja: '自分のバッジをすべて書き出す', en: 'Export all of one’s badges' },
  security: session,
  answers: {
    200: {
      description: 'Each once, in its newest version, text for text as it came.',
      content: {
        'application/json': Type.Object(
          {
            badges: Type.Array(
              Type.Object(
                {
                  secured: Type.String({ description: 'A compact JWS, or the text of a JSON document.' }),
                  mediaType: Type.Enum(['text/plain', 'application/vc+ld+json']),
                },
                closed,
              ),
            ),
          },
          closed,
        ),
      },
    },
  },
  handle(context, { principal: { account } }) {
    const badges = badgesOf(context.world, hostPorts(context), { account });
    return { status: 200, body: { badges: badges.map(({ secured, mediaType }) => ({ secured, mediaType })) } };
  },
});

export const addOwnBadge = serviceOperation({
  id: 'addBadge',
  method: 'post',
  path,
  tag,
  summary: { ja: 'バッジのファイルを取り込む', en: 'Add the file of a badge' },
  source: 'https://www.imsglobal.org/spec/ob/v3p0/#docformat',
  security: session,
  body: {
    content: {
      'application/json': bytes,
      'application/vc+ld+json': bytes,
      'application/ld+json': bytes,
      'text/plain': bytes,
      'image/png': bytes,
      'image/svg+xml': bytes,
    },
    bytesMax: 8 * 1024 ** 2,
  },
  answers: {
    200: {
      description: '`kept`: what was there is newer, and stays.',
      content: { 'application/json': Type.Object({ outcome: Type.Enum(['created', 'replaced', 'kept']) }, closed) },
    },
  },
  async handle(context, { principal: { account }, body, mediaType }) {
    const badge = mediaType.startsWith('image/') ? await bakedIn(body) : body;
    const outcome = await upsertBadge(context.world, hostPorts(context), { account, client: 'upload', bytes: badge });
    return { status: 200, body: { outcome } };
  },
});

/** Throws ServiceError `badge-image-unknown`, `badge-not-baked` and what else a picture may have. */
async function bakedIn(picture: Uint8Array): Promise<Uint8Array> {
  // Loaded when a picture comes: it brings an XML parser.
  const { unbake } = await import('../../baking/index.ts');
  return Buffer.from(unbake(picture).text);
}
