import { Type } from 'typebox';
import { faults, injectFault } from '#sim/faults';
import { step } from './step.ts';

const values = Object.values(faults).map((fault) => fault.value);

export const faultInject = step({
  verb: 'fault.inject',
  description: { ja: '不具合を起こします。', en: 'Something goes wrong from here on.' },
  value: Type.Object(
    { fault: Type.String({ enum: Object.keys(faults) }), with: Type.Union(values) },
    { additionalProperties: false },
  ),
  sentence: (value) =>
    faults[value.fault]?.sentence(value.with as Record<string, string>) ?? { ja: value.fault, en: value.fault },
  async run(play, value) {
    await play.world.perform(injectFault, { fault: value.fault, value: value.with as Record<string, string> });
  },
});
