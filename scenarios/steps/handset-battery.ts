import { Type } from 'typebox';
import { on, step, who } from './step.ts';
import { deviceOr } from './words.ts';

export const handsetBattery = step({
  verb: 'handset.battery',
  description: {
    ja: '端末の電池が切れる、または充電されます。',
    en: 'The battery of the handset runs out, or is charged.',
  },
  value: Type.Object({ is: Type.String({ enum: ['empty', 'charged'] }), on, who }, { additionalProperties: false }),
  sentence(value) {
    const { ja, en } = deviceOr(value.on);
    return value.is === 'empty'
      ? { ja: `${ja}の電池が切れる`, en: `The battery of ${en} runs out` }
      : { ja: `${ja}を充電して電源を入れる`, en: `${en.replace(/^t/, 'T')} is charged and turned on` };
  },
  async run(play, value) {
    await play
      .student(value.who)
      .handset(value.on)
      .setBattery(value.is as 'empty');
  },
});
