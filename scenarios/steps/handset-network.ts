import { Type } from 'typebox';
import { perCell } from '../language/index.ts';
import { on, step, who } from './step.ts';
import { deviceOr } from './words.ts';

const states: Readonly<Record<string, { readonly ja: string; readonly en: string }>> = {
  on: { ja: '電波の届くところに戻る', en: 'is online again' },
  off: { ja: '圏外になる', en: 'goes offline' },
  'lost-after-request': { ja: '次の通信の途中で切れる', en: 'will lose the answer to its next request' },
};

export const handsetNetwork = step({
  verb: 'handset.network',
  description: { ja: '端末の通信状態を変えます。', en: 'The network of the handset changes.' },
  value: Type.Object({ state: Type.String({ enum: Object.keys(states) }), on, who }, { additionalProperties: false }),
  sentence(value) {
    const device = deviceOr(value.on);
    const cell = perCell(value.state);
    if (cell !== undefined) {
      return { ja: `${device.ja}の通信が途切れる（${cell.ja}）`, en: `The network of ${device.en} fails (${cell.en})` };
    }
    const state = states[value.state] ?? { ja: value.state, en: value.state };
    return { ja: `${device.ja}が${state.ja}`, en: `${device.en.replace(/^t/, 'T')} ${state.en}` };
  },
  async run(play, value) {
    await play
      .student(value.who)
      .handset(value.on)
      .setNetwork(value.state as 'on');
  },
});
