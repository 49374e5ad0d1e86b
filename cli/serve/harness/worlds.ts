import { Type } from 'typebox';
import { ServiceError } from '#sim/errors';
import { parseInstant } from '#sim/kernel';
import { harnessOperation, harnessToken } from './harness-context.ts';

const world = Type.Object({
  world: Type.String(),
  issuer: Type.String(),
  wallet: Type.String(),
  verifier: Type.String(),
  mailDomain: Type.String(),
  now: Type.String(),
});

const listWorlds = harnessOperation({
  id: 'listWorlds',
  method: 'get',
  path: '/todoku/v1/worlds',
  tag: 'Worlds',
  summary: { ja: '開いている世界の一覧', en: 'The worlds that are open side by side' },
  security: harnessToken,
  answers: {
    200: {
      description: 'All of them, with their addresses and tokens.',
      content: { 'application/json': Type.Object({ worlds: Type.Array(world) }, { additionalProperties: false }) },
    },
  },
  handle: ({ worlds }) => ({ status: 200, body: { worlds: [...worlds.list()] } }),
});

const openWorld = harnessOperation({
  id: 'openWorld',
  method: 'post',
  path: '/todoku/v1/worlds',
  tag: 'Worlds',
  summary: {
    ja: '世界をもう1つ開く（ポート・時計・メールのドメインは別）',
    en: 'Opens one more world, with ports, a clock and a mail domain of its own',
  },
  security: harnessToken,
  body: {
    content: {
      'application/json': Type.Object(
        {
          name: Type.String({ minLength: 1, maxLength: 32 }),
          seed: Type.Optional(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })),
          startsAt: Type.Optional(Type.String({ maxLength: 40, description: 'RFC 3339' })),
        },
        { additionalProperties: false },
      ),
    },
    bytesMax: 4_096,
  },
  answers: { 201: { description: 'It is open.', content: { 'application/json': world } } },
  async handle({ worlds }, { body: { name, seed, startsAt } }) {
    const instant = startsAt === undefined ? undefined : parseInstant(startsAt);
    if (startsAt !== undefined && instant === undefined) {
      throw new ServiceError('request-invalid', { pointer: '/startsAt', reason: 'no RFC 3339 time' });
    }
    const opened = await worlds.open({
      name,
      ...(seed !== undefined && { seed }),
      ...(instant !== undefined && { startsAt: instant }),
    });
    return { status: 201, body: opened };
  },
});

const closeWorld = harnessOperation({
  id: 'closeWorld',
  method: 'delete',
  path: '/todoku/v1/worlds/{world}',
  tag: 'Worlds',
  summary: { ja: '世界を閉じて消す', en: 'Closes a world and removes what was kept of it' },
  security: harnessToken,
  answers: { 204: { description: 'It is gone.' } },
  async handle({ name, worlds }, { params }) {
    if (params.world === name) throw new ServiceError('world-answers-here', { name });
    await worlds.close(params.world);
    return { status: 204 };
  },
});

export const worldOperations = [listWorlds, openWorld, closeWorld];
