import { Type } from 'typebox';
import { faults, healFault } from '#sim/faults';
import { step } from './step.ts';

export const faultHeal = step({
  verb: 'fault.heal',
  description: { ja: '不具合が直ります。', en: 'What went wrong is mended.' },
  value: Type.Object({ fault: Type.String({ enum: Object.keys(faults) }) }, { additionalProperties: false }),
  sentence: (value) => ({ ja: `不具合（${value.fault}）が直る`, en: `The fault ${value.fault} is healed` }),
  async run(play, value) {
    await play.world.perform(healFault, { fault: value.fault });
  },
});
