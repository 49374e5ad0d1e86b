import { Type } from 'typebox';
import { importRoster } from '../../issuer/index.ts';
import { bytes } from '../operation/index.ts';
import { schoolToken } from '../security-schemes.ts';
import { serviceOperation } from '../service-context.ts';
import { bilingual, closed, count } from '../vocabulary.ts';

/** A hundred thousand rows of Japanese text. */
const rosterBytesMax = 32 * 1_048_576;

const issue = Type.Object({ line: count, column: Type.String(), code: Type.String(), reason: bilingual }, closed);

const importedRoster = Type.Object(
  {
    roster: Type.String(),
    period: Type.String(),
    encoding: Type.Enum(['utf-8', 'utf-8-bom', 'shift_jis']),
    accepted: count,
    rejected: Type.Array(issue),
    warnings: Type.Array(issue),
    mapped: Type.Array(Type.Object({ from: Type.String(), to: Type.String(), addresses: count }, closed)),
  },
  closed,
);

export const importRosterFile = serviceOperation({
  id: 'importRoster',
  method: 'post',
  path: '/schools/{school}/rosters',
  tag: 'Rosters',
  summary: { ja: '名簿（CSV）を取り込む', en: 'Import a roster (CSV)' },
  security: schoolToken,
  query: Type.Object({
    period: Type.Optional(
      Type.String({ maxLength: 100, description: 'The academic year: 2026. The current one when absent.' }),
    ),
  }),
  // Whatever it calls itself: what it is in is found out from the bytes. None at all is an empty roster.
  body: { content: { 'text/csv': bytes, '*/*': bytes }, bytesMax: rosterBytesMax, optional: true },
  answers: {
    201: {
      description: 'The good rows were taken; the others are named with the reason.',
      content: { 'application/json': importedRoster },
    },
  },
  async handle({ world }, { params, query, body }) {
    const given = { school: params.school, period: query.period, bytes: body ?? new Uint8Array() };
    return { status: 201, body: await importRoster(world, given) };
  },
});
