import { Type } from 'typebox';
import { faults, healFault } from '#sim/faults';
import { step } from './step.ts';

export const faultHeal = step({
  verb: 'fault.heal',
  description: { ja: '不具合が直ります。', en: 'What went wrong is mended.' },
  value: Type.Object({ fault: Type.String({ enum: Object.keys(faults) }) }, { additionalProperties: false }),
  sentence: (value) => faults[value.fault]?.healed ?? { ja: '不具合が直る', en: 'The fault is mended' },
  async run(play, value) {
    await play.world.perform(healFault, { fault: value.fault });
  },
});
