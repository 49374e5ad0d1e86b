import { Type } from 'typebox';
import { on, step, who } from './step.ts';

export const handsetBattery = step({
  verb: 'handset.battery',
  description: {
    ja: '端末の電池が切れる、または充電されます。',
    en: 'The battery of the handset runs out, or is charged.',
  },
  value: Type.Object({ is: Type.String({ enum: ['empty', 'charged'] }), on, who }, { additionalProperties: false }),
  sentence: ({ is }) =>
    is === 'empty'
      ? { ja: '端末の電池が切れる', en: 'The battery of the handset runs out' }
      : { ja: '端末を充電して電源を入れる', en: 'The handset is charged and turned on' },
  async run(play, value) {
    await play
      .student(value.who)
      .handset(value.on)
      .setBattery(value.is as 'empty');
  },
});
