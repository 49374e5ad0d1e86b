import { Type } from 'typebox';
import { type FaultValue, faults, injectFault } from '#sim/faults';
import { step } from './step.ts';

/** Each fault with what it needs to know; one that needs nothing is given its name alone. */
const kinds = Object.values(faults).map(({ id, value }) => {
  const fault = Type.String({ enum: [id] });
  const needsNothing = (value as { readonly required?: readonly string[] }).required === undefined;
  return Type.Object(needsNothing ? { fault } : { fault, with: value }, { additionalProperties: false });
});

interface Injected {
  readonly fault: string;
  readonly with?: FaultValue;
}

export const faultInject = step({
  verb: 'fault.inject',
  description: { ja: '不具合を起こします。', en: 'Something goes wrong from here on.' },
  value: Type.Union(kinds),
  sentence(value) {
    const { fault, with: given = {} } = value as Injected;
    return faults[fault]?.sentence(given) ?? { ja: fault, en: fault };
  },
  async run(play, value) {
    const { fault, with: given = {} } = value as Injected;
    await play.world.perform(injectFault, { fault, value: given });
  },
});
