import { Type } from 'typebox';
import { type ResolutionParty, resolutionParties } from './resolution-party.ts';

const closed = { additionalProperties: false };
const slug = (description: string, example: string) =>
  Type.String({ pattern: '^[a-z][a-z0-9-]*$', examples: [example], description });

export const defaultStart = '2026-04-01T09:00:00+09:00';
const largestSeed = 2 ** 32 - 1;
/** With the limit of cells they bound what checking every step in every cell costs. */
export const mostSteps = 300;
export const mostMembers = 50;

const bilingual = (description: string, example: { readonly ja: string; readonly en: string }) =>
  Type.Object(
    { ja: Type.String({ minLength: 1, maxLength: 2000 }), en: Type.String({ minLength: 1, maxLength: 2000 }) },
    { ...closed, description, examples: [example] },
  );

/** The label of the case; its leaves may be `$column`. */
export const resolutionSchema = Type.Object(
  {
    cause: slug('原因 / The cause', 'junk-folder'),
    party: Type.Enum(Object.keys(resolutionParties) as ResolutionParty[], {
      description: '対応する人 / Who puts it right',
    }),
    contacts: Type.Optional(
      Type.Integer({ minimum: 0, description: '解決までの問い合わせの回数 / How often support is asked' }),
    ),
  },
  { ...closed, description: '診断のためのラベル / What the case turns out to be' },
);

/** The keys of a scenario file. `cast`, `matrix`, `steps` and `resolution` are looked into by parts of their own. */
export const fileSchema = Type.Object(
  {
    id: Type.String({
      pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$',
      examples: ['S-2.2-01'],
      description: 'カタログの ID（ファイル名と同じ） / The id of the catalogue, and the name of the file',
    }),
    title: bilingual('題名 / The title', { ja: '題名', en: 'Title' }),
    description: Type.Optional(bilingual('説明 / What it is about', { ja: '説明', en: 'Description' })),
    manual: Type.Optional(
      Type.Array(Type.String({ pattern: '^(\\d{1,2}-\\d{1,2}|contact)$', examples: ['2-2'] }), {
        description: 'マニュアルの節 / The sections of the manual that it plays',
      }),
    ),
    stated: Type.Optional(
      Type.Enum(['manual', 'implied', 'inferred', 'own'], {
        description:
          'マニュアルに明記・含意・推定・自作（既定） / The manual says so, implies it, comparable services behave so, or a case of your own (the default)',
      }),
    ),
    tags: Type.Optional(Type.Array(slug('目印 / A tag', 'docomo'), { description: '目印 / Tags to select by' })),
    seed: Type.Integer({ minimum: 0, maximum: largestSeed, description: '乱数の種 / The seed of everything random' }),
    starts: Type.Optional(
      Type.String({
        pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,3})?)?(Z|[+-]\\d\\d:\\d\\d)$',
        examples: [defaultStart],
        description: '開始時刻（時差つき） / When it starts, with the offset',
      }),
    ),
    cast: Type.Record(Type.String(), Type.Unknown(), {
      minProperties: 1,
      maxProperties: mostMembers,
      examples: [{ school: { use: 'mihon-university' } }],
      description: '登場するもの / Who plays',
    }),
    world: Type.Optional(
      Type.Record(Type.String(), Type.Record(Type.String(), Type.Unknown()), {
        description: '世界の設定 / By module: what differs from its defaults',
      }),
    ),
    limits: Type.Optional(
      Type.Object(
        {
          time: Type.Optional(
            Type.String({
              pattern: '^(\\d{1,9}(ms|s|m|h|d))+$',
              examples: ['30d'],
              description: '仮想時間 / Virtual time',
            }),
          ),
          events: Type.Optional(Type.Integer({ minimum: 1, description: 'イベント数 / Events' })),
        },
        { ...closed, description: '上限 / How far a run may go' },
      ),
    ),
    matrix: Type.Optional(Type.Unknown({ description: '組み合わせ / The cells to play: columns, rows, or both' })),
    steps: Type.Array(Type.Unknown(), {
      minItems: 1,
      maxItems: mostSteps,
      examples: [[{ 'clock.advance': '10m' }]],
      description: '手順 / Steps, one actor.verb an item',
    }),
    resolution: Type.Optional(Type.Unknown()),
    never: Type.Optional(
      Type.Array(slug('不変条件 / An invariant', 'mail-leaves-the-simulation'), {
        description: '起きてはならないこと / Invariants on top of the usual ones',
      }),
    ),
  },
  closed,
);
