import { Type } from 'typebox';
import { ServiceError } from '#sim/errors';
import { activeFaults, faults, healFault, injectFault } from '#sim/faults';
import { harnessOperation, harnessToken } from './harness-context.ts';

const bilingual = Type.Object({ ja: Type.String(), en: Type.String() }, { additionalProperties: false });
const value = Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean()]));
const active = Type.Object({ fault: Type.String(), value }, { additionalProperties: false });

const listFaults = harnessOperation({
  id: 'listFaults',
  method: 'get',
  path: '/todoku/v1/faults',
  tag: 'Faults',
  summary: { ja: '起きている障害と、起こせる障害', en: 'The faults that are on, and all there are' },
  security: harnessToken,
  answers: {
    200: {
      description: 'Both lists. `value` of a fault there is: the JSON Schema of what it needs to know.',
      content: {
        'application/json': Type.Object(
          {
            active: Type.Array(active),
            known: Type.Array(
              Type.Object(
                { fault: Type.String(), description: bilingual, value: Type.Object({}) },
                { additionalProperties: false },
              ),
            ),
          },
          { additionalProperties: false },
        ),
      },
    },
  },
  handle: ({ world }) => ({
    status: 200,
    body: {
      active: activeFaults(world).map(({ fault, value }) => ({ fault, value })),
      known: Object.values(faults).map(({ id, description, value }) => ({ fault: id, description, value })),
    },
  }),
});

const injected = harnessOperation({
  id: 'injectFault',
  method: 'post',
  path: '/todoku/v1/faults',
  tag: 'Faults',
  summary: { ja: '障害を起こす', en: 'Lets something go wrong' },
  security: harnessToken,
  body: {
    content: {
      'application/json': Type.Object(
        { fault: Type.String({ maxLength: 60 }), value: Type.Optional(value) },
        { additionalProperties: false },
      ),
    },
    bytesMax: 4_096,
  },
  answers: { 201: { description: 'It is on.', content: { 'application/json': active } } },
  async handle({ world }, { body: { fault, value = {} } }) {
    const known = Object.hasOwn(faults, fault) ? faults[fault] : undefined;
    if (known === undefined) throw new ServiceError('fault-unknown', { known: Object.keys(faults).join(', ') });
    const reason = misfit(known.value, value);
    if (reason !== undefined) throw new ServiceError('request-invalid', { pointer: '/value', reason });
    await world.perform(injectFault, { fault, value });
    return { status: 201, body: { fault, value } };
  },
});

/** Why a value is none of a fault's; undefined when it is. Their schemas are flat: closed objects of texts with choices. */
function misfit(schema: object, value: Readonly<Record<string, unknown>>): string | undefined {
  const { properties } = schema as { readonly properties: Readonly<Record<string, { readonly enum: string[] }>> };
  const isFit =
    Object.keys(value).every((name) => Object.hasOwn(properties, name)) &&
    Object.entries(properties).every(([name, choice]) => choice.enum.includes(String(value[name])));
  if (isFit) return undefined;
  return Object.entries(properties)
    .map(([name, choice]) => `${name}: ${choice.enum.join(' | ')}`)
    .join('; ');
}

const healed = harnessOperation({
  id: 'healFault',
  method: 'delete',
  path: '/todoku/v1/faults/{fault}',
  tag: 'Faults',
  summary: { ja: '障害を直す', en: 'Ends every fault of that name' },
  security: harnessToken,
  answers: { 204: { description: 'None of that name is on any more.' } },
  async handle({ world }, { params: { fault } }) {
    if (!Object.hasOwn(faults, fault)) {
      throw new ServiceError('fault-unknown', { known: Object.keys(faults).join(', ') });
    }
    await world.perform(healFault, { fault });
    return { status: 204 };
  },
});

export const faultOperations = [listFaults, injected, healed];
