import { Type } from 'typebox';
import { ServiceError } from '../../errors/index.ts';
import { issuanceProgress, resumeIssuance, scheduleIssuance } from '../../issuer/index.ts';
import { type Instant, parseInstant } from '../../kernel/index.ts';
import { schoolToken } from '../security-schemes.ts';
import { serviceOperation } from '../service-context.ts';
import { closed, count, instant } from '../vocabulary.ts';

/** A hundred thousand student numbers. */
const bodyBytesMax = 4 * 1_048_576;

const asked = Type.Object(
  {
    period: Type.Optional(Type.String({ maxLength: 10, description: 'That of the newest roster when absent.' })),
    at: Type.Optional(Type.String({ maxLength: 40, description: 'RFC 3339 with an offset; now when absent.' })),
    studentNumbers: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 32 }), {
        minItems: 1,
        maxItems: 100_000,
        description: 'Everyone on the roster of the period when absent.',
      }),
    ),
  },
  closed,
);

const scheduled = Type.Object({ issuance: Type.String() }, closed);

const progress = Type.Object(
  {
    issuance: Type.String(),
    period: Type.String(),
    at: instant,
    state: Type.Enum(['scheduled', 'running', 'interrupted', 'finished']),
    issued: count,
    skipped: count,
    remaining: count,
    failed: Type.Array(Type.Object({ studentNumber: Type.String(), code: Type.String() }, closed)),
  },
  closed,
);

export const issue = serviceOperation({
  id: 'scheduleIssuance',
  method: 'post',
  path: '/schools/{school}/issuances',
  tag: 'Issuances',
  summary: { ja: '学生証を発行する（日時も指定できる）', en: 'Issue student IDs, now or at a time' },
  security: schoolToken,
  body: { content: { 'application/json': asked }, bytesMax: bodyBytesMax, optional: true },
  answers: { 202: { description: 'It will be done.', content: { 'application/json': scheduled } } },
  async handle({ world }, { params, body }) {
    const { period, at, studentNumbers } = body ?? {};
    const given = {
      school: params.school,
      period: period ?? null,
      at: instantOf(at),
      studentNumbers: studentNumbers ?? null,
    };
    return { status: 202, body: await world.perform(scheduleIssuance, given) };
  },
});

export const readIssuance = serviceOperation({
  id: 'getIssuance',
  method: 'get',
  path: '/schools/{school}/issuances/{issuance}',
  tag: 'Issuances',
  summary: { ja: '発行の進み具合を見る', en: 'See how far an issuance is' },
  security: schoolToken,
  answers: { 200: { description: 'How far it is.', content: { 'application/json': progress } } },
  handle: ({ world }, { params: { school, issuance } }) => ({
    status: 200,
    body: issuanceProgress(world, school, issuance),
  }),
});

export const resume = serviceOperation({
  id: 'resumeIssuance',
  method: 'post',
  path: '/schools/{school}/issuances/{issuance}/resume',
  tag: 'Issuances',
  summary: { ja: '途中で止まった発行を続ける', en: 'Let an interrupted issuance go on' },
  security: schoolToken,
  answers: {
    202: { description: 'It goes on, when it was interrupted.', content: { 'application/json': scheduled } },
  },
  handle: async ({ world }, { params: { school, issuance } }) => ({
    status: 202,
    body: await world.perform(resumeIssuance, { school, issuance }),
  }),
});

function instantOf(at: string | undefined): Instant | null {
  if (at === undefined) return null;
  const found = parseInstant(at);
  if (found === undefined) throw new ServiceError('request-invalid', { pointer: '/at', reason: 'no RFC 3339 time' });
  return found;
}
