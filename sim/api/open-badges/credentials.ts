import { Type } from 'typebox';
import { ServiceError } from '../../errors/index.ts';
import { badgesOf, hostParameters, type Page, pageOf, upsertBadge } from '../../host/index.ts';
import { type Instant, parseInstant } from '../../kernel/index.ts';
import { oauthAccess } from '../oauth/index.ts';
import { Written } from '../operation/index.ts';
import { serviceOperation } from '../service-context.ts';
import { apiBase } from './api-base.ts';
import { hostPorts } from './host-ports.ts';

const tag = 'Open Badges 3.0';
const path = `${apiBase}/credentials` as const;

/** https://www.rfc-editor.org/rfc/rfc7515#section-3.1 */
const compactJws = Type.String({ pattern: '^[\\w-]+\\.[\\w-]*\\.[\\w-]+$' });

/** What is in a credential is judged by verifying it; it may hold members that nobody here knows. */
const credential = Type.Object({ id: Type.String(), type: Type.Unknown(), issuer: Type.Unknown() });

const credentialList = Type.Object(
  {
    credential: Type.Array(credential, { description: 'Those with an embedded proof.' }),
    compactJwsString: Type.Array(compactJws, { description: 'Those that are VC-JWTs.' }),
  },
  { additionalProperties: false },
);

export const getCredentials = serviceOperation({
  id: 'getCredentials',
  method: 'get',
  path,
  tag,
  summary: { ja: 'バッジを一覧で受け取る', en: 'Get the badges' },
  source: 'https://www.imsglobal.org/spec/ob/v3p0/#getcredentials',
  wire: 'imsx',
  security: oauthAccess('credential.readonly'),
  query: Type.Object({
    limit: Type.Optional(Type.String({ pattern: '^[1-9][0-9]{0,8}$', description: 'How many, at least 1.' })),
    offset: Type.Optional(Type.String({ pattern: '^[0-9]{1,9}$', description: 'From which one on; 0 is the first.' })),
    since: Type.Optional(
      Type.String({ maxLength: 40, description: 'Only those that are valid from after this time (RFC 3339).' }),
    ),
  }),
  answers: {
    200: {
      description: 'A page of them.',
      content: { 'application/json': credentialList },
      headers: {
        'x-total-count': 'How many there are on all pages.',
        link: 'When there are other pages: first, last, next, prev.',
      },
    },
  },
  handle(context, { principal, query }) {
    const { world } = context;
    const since = query.since === undefined ? undefined : instantOf(query.since);
    const badges = badgesOf(world, hostPorts(context), {
      account: principal.subject,
      ...(since !== undefined && { since }),
    });
    const { pageSizeMax } = hostParameters(world);
    const limit = Math.min(Number(query.limit ?? pageSizeMax), pageSizeMax);
    const page = pageOf(badges, { limit, offset: Number(query.offset ?? 0) });
    const textsOf = (mediaType: string): string[] =>
      page.items.filter((item) => item.mediaType === mediaType).map(({ secured }) => secured);
    // Text for text as they came: what a parser would make of them might lose what it does not know.
    const body = new Written(
      `{"credential":[${textsOf('application/vc+ld+json').join(',')}],"compactJwsString":${JSON.stringify(textsOf('text/plain'))}}`,
    );
    const link = linkOf(page, `${world.origins.wallet}${path}`, { limit, since: query.since });
    return {
      status: 200,
      headers: { 'x-total-count': String(page.total), ...(link !== '' && { link }) },
      body,
    };
  },
});

/** Without an offset it is UTC; a `+` that was not encoded has become a space. Throws ServiceError `query-invalid`. */
function instantOf(text: string): Instant {
  const spelled = text.replace(' ', '+');
  const instant = parseInstant(spelled) ?? parseInstant(`${spelled}Z`);
  if (instant === undefined) throw new ServiceError('query-invalid', { name: 'since', reason: 'no date-time' });
  return instant;
}

/** https://www.rfc-editor.org/rfc/rfc8288#section-3 */
function linkOf(
  { links }: Page<unknown>,
  url: string,
  { limit, since }: { readonly limit: number; readonly since: string | undefined },
): string {
  return Object.entries(links)
    .map(([rel, offset]) => {
      const query = new URLSearchParams({ limit: String(limit), offset: String(offset) });
      if (since !== undefined) query.set('since', since);
      return `<${url}?${query}>; rel="${rel}"`;
    })
    .join(', ');
}

const stored = {
  'application/json': credential,
  'application/vc+ld+json': credential,
  'application/ld+json': credential,
  'text/plain': compactJws,
};

export const upsertCredential = serviceOperation({
  id: 'upsertCredential',
  method: 'post',
  path,
  tag,
  summary: { ja: 'バッジを加える、または置き換える', en: 'Add a badge, or replace it' },
  source: 'https://www.imsglobal.org/spec/ob/v3p0/#upsertcredential',
  wire: 'imsx',
  security: oauthAccess('credential.upsert'),
  body: { content: stored, bytesMax: 1_048_576 },
  answers: {
    200: { description: 'It took the place of an older version, or of itself.', content: stored },
    201: { description: 'It was not there before.', content: stored },
    304: { description: 'There is a newer version, which stays.' },
  },
  async handle(context, { principal, bytes, mediaType }) {
    const { subject: account, client } = principal;
    const outcome = await upsertBadge(context.world, hostPorts(context), { account, client, bytes });
    if (outcome === 'kept') return { status: 304 };
    const status = outcome === 'created' ? 201 : 200;
    return { status, mediaType: mediaType as keyof typeof stored, body: new Written(bytes) };
  },
});
