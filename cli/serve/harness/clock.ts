import { Type } from 'typebox';
import { ServiceError } from '#sim/errors';
import { formatInstant, parseDuration, parseInstant } from '#sim/kernel';
import { type HarnessContext, harnessOperation, harnessToken } from './harness-context.ts';

const clock = Type.Object({ now: Type.String(), realTime: Type.Boolean() }, { additionalProperties: false });

const tell = ({ world, isRealTime }: HarnessContext) => ({
  now: formatInstant(world.clock.now()),
  realTime: isRealTime,
});

const readClock = harnessOperation({
  id: 'readClock',
  method: 'get',
  path: '/todoku/v1/clock',
  tag: 'Clock',
  summary: { ja: '世界の時刻を見る', en: 'What time it is in the world' },
  security: harnessToken,
  answers: { 200: { description: 'The clock.', content: { 'application/json': clock } } },
  handle: (context) => ({ status: 200, body: tell(context) }),
});

const moveClock = harnessOperation({
  id: 'moveClock',
  method: 'post',
  path: '/todoku/v1/clock',
  tag: 'Clock',
  summary: {
    ja: '世界の時刻を進める（途中の予定もすべて動く）',
    en: 'Lets time pass: every timer due on the way fires',
  },
  security: harnessToken,
  body: {
    content: {
      'application/json': Type.Object(
        {
          advance: Type.Optional(Type.String({ maxLength: 40, description: '90s, 10m, 1d12h' })),
          advanceTo: Type.Optional(Type.String({ maxLength: 40, description: 'RFC 3339' })),
        },
        { additionalProperties: false },
      ),
    },
    bytesMax: 4_096,
  },
  answers: { 200: { description: 'The clock afterwards.', content: { 'application/json': clock } } },
  async handle(context, { body: { advance, advanceTo } }) {
    const { world, isRealTime } = context;
    if (isRealTime) throw new ServiceError('clock-real');
    if ((advance === undefined) === (advanceTo === undefined)) {
      throw new ServiceError('request-invalid', { pointer: '/', reason: 'either advance or advanceTo' });
    }
    if (advance !== undefined) {
      const durationMs = parseDuration(advance);
      if (durationMs === undefined) {
        throw new ServiceError('request-invalid', { pointer: '/advance', reason: '90s, 10m, 1d12h' });
      }
      await world.advance(durationMs);
    } else {
      const to = parseInstant(advanceTo ?? '');
      if (to === undefined) {
        throw new ServiceError('request-invalid', { pointer: '/advanceTo', reason: 'no RFC 3339 time' });
      }
      await world.advanceTo(to);
    }
    return { status: 200, body: tell(context) };
  },
});

export const clockOperations = [readClock, moveClock];
