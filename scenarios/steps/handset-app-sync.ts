import { Type } from 'typebox';
import { perCell } from '../language/index.ts';
import { on, step, who } from './step.ts';
import { deviceOr } from './words.ts';

const states: Readonly<Record<string, { readonly ja: string; readonly en: string }>> = {
  right: { ja: '正しく同期する', en: 'synchronises again' },
  'old-version': {
    ja: '古いバージョンの不具合で同期しなくなる',
    en: 'stops synchronising, for a fault of its version',
  },
  'damaged-storage': { ja: '保存データが壊れて同期しなくなる', en: 'stops synchronising, as its storage is damaged' },
};

export const handsetAppSync = step({
  verb: 'handset.appSync',
  description: {
    ja: '端末のLecoSアプリが、サービスの応答を取り込まなくなります。バージョンの不具合は更新で、どちらの原因も入れ直しで直ります。',
    en: 'The LecoS app of the handset takes over no more what the service answers. An update ends the fault of a version, and a new installation ends either.',
  },
  value: Type.Object({ is: Type.String({ enum: Object.keys(states) }), on, who }, { additionalProperties: false }),
  sentence(value) {
    const device = deviceOr(value.on);
    const cell = perCell(value.is);
    if (cell !== undefined) {
      return {
        ja: `${device.ja}のLecoSアプリが同期しなくなる（原因は${cell.ja}）`,
        en: `The LecoS app of ${device.en} stops synchronising (the cause: ${cell.en})`,
      };
    }
    const state = states[value.is] ?? { ja: value.is, en: value.is };
    return { ja: `${device.ja}のLecoSアプリが${state.ja}`, en: `The LecoS app of ${device.en} ${state.en}` };
  },
  async run(play, value) {
    await play
      .student(value.who)
      .handset(value.on)
      .setAppSync(value.is as 'right');
  },
});
