import { Type } from 'typebox';
import { ServiceError } from '#sim/errors';
import { seedMax } from '../../run-options.ts';
import { type HarnessContext, harnessOperation } from './harness-context.ts';

const closed = { additionalProperties: false };
const bytes = Type.Unsafe<Uint8Array>({});

const query = Type.Object(
  {
    seed: Type.Optional(
      Type.String({ pattern: '^(0|[1-9][0-9]{0,9})$', description: 'The same number gives the same bytes; else 1.' }),
    ),
  },
  closed,
);

const sample = Type.Object(
  {
    name: Type.String(),
    url: Type.String({ format: 'uri-reference' }),
    mediaType: Type.String(),
    size: Type.Integer(),
    title: Type.Object({ ja: Type.String(), en: Type.String() }, closed),
  },
  closed,
);

// No token: the samples are made up, hold nothing of the world, and change nothing in it.

const listSamples = harnessOperation({
  id: 'listSamples',
  method: 'get',
  path: '/todoku/v1/samples',
  tag: 'Samples',
  summary: { ja: '見本のファイルの一覧（名簿・証明書・メール）', en: 'Sample files: rosters, credentials, mails' },
  query,
  answers: {
    200: {
      description: 'What `todoku samples` writes, with what each of them is.',
      content: { 'application/json': Type.Object({ seed: Type.Integer(), samples: Type.Array(sample) }, closed) },
    },
  },
  async handle(_context: HarnessContext, asked) {
    const seed = seedOf(asked.query.seed);
    const listed = (await made(seed)).map(({ name, mediaType, title, bytes }) => ({
      name,
      url: `/todoku/v1/samples/${name}?seed=${seed}`,
      mediaType,
      size: bytes.length,
      title,
    }));
    return { status: 200, body: { seed, samples: listed } };
  },
});

const readSample = harnessOperation({
  id: 'readSample',
  method: 'get',
  path: '/todoku/v1/samples/{kind}/{name}',
  tag: 'Samples',
  summary: { ja: '見本のファイルをダウンロードする', en: 'Download a sample file' },
  query,
  answers: {
    200: {
      description: 'The file, byte for byte: a roster may be in Shift JIS on purpose.',
      content: { 'application/octet-stream': bytes },
      headers: { 'content-disposition': 'The name of the file.' },
    },
  },
  async handle(_context: HarnessContext, { params: { kind, name }, query: { seed } }) {
    const found = (await made(seedOf(seed))).find((one) => one.name === `${kind}/${name}`);
    if (found === undefined) throw new ServiceError('not-found');
    // A name that is known has no character that would have to be quoted.
    const headers = { 'content-disposition': `attachment; filename="${name}"` };
    return { status: 200, headers, body: found.bytes };
  },
});

/** Loaded when somebody asks: they bring every way to secure a credential. */
async function made(seed: number) {
  const { samples } = await import('#scenarios/samples');
  return samples(seed);
}

/** Throws ServiceError `query-invalid`. */
function seedOf(given = '1'): number {
  const seed = Number(given);
  if (seed > seedMax) throw new ServiceError('query-invalid', { name: 'seed', reason: `0…${seedMax}` });
  return seed;
}

export const sampleOperations = [listSamples, readSample];
