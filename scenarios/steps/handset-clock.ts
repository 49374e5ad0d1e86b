import { Type } from 'typebox';
import { parseDuration } from '#sim/kernel';
import { durationWords, perCell } from '../language/index.ts';
import { duration, on, step, who } from './step.ts';

const signs: Readonly<Record<string, number>> = { right: 0, ahead: 1, behind: -1 };

export const handsetClock = step({
  verb: 'handset.clock',
  description: {
    ja: '端末の時計を変えます。right は日時の自動設定です。',
    en: 'The clock of the handset changes; right means that it is set automatically.',
  },
  value: Type.Object(
    {
      is: Type.String({ enum: Object.keys(signs) }),
      by: Type.Optional(duration),
      on,
      who,
    },
    { additionalProperties: false },
  ),
  sentence(value) {
    if (value.is === 'right') {
      return { ja: '端末の日時の自動設定をオンにする', en: 'Automatic date and time are turned on on the handset' };
    }
    const by = perCell(value.by) ?? (value.by === undefined ? { ja: '', en: '' } : durationWords(value.by));
    const cell = perCell(value.is);
    if (cell !== undefined) {
      return {
        ja: `端末の時計が${by.ja}ずれる（${cell.ja}）`,
        en: `The clock of the handset is ${by.en} off (${cell.en})`,
      };
    }
    return value.is === 'ahead'
      ? { ja: `端末の時計が${by.ja}進む`, en: `The clock of the handset runs ${by.en} ahead` }
      : { ja: `端末の時計が${by.ja}遅れる`, en: `The clock of the handset falls ${by.en} behind` };
  },
  async run(play, value) {
    const skewMs = (signs[value.is] ?? 0) * (parseDuration(value.by ?? '') ?? 0);
    await play.student(value.who).handset(value.on).setClock(skewMs);
  },
});
