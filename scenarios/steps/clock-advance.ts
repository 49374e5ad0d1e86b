import { formatInstant, parseDuration } from '#sim/kernel';
import { durationWords, perCell } from '../language/index.ts';
import { duration, step } from './step.ts';

export const clockAdvance = step({
  verb: 'clock.advance',
  description: { ja: '仮想時間を進めます。', en: 'Virtual time moves on.' },
  value: duration,
  sentence(value) {
    const cell = perCell(value);
    if (cell !== undefined) return { ja: `時間が過ぎる（${cell.ja}）`, en: `Time goes by (${cell.en})` };
    const { ja, en } = durationWords(value);
    return { ja: `${ja}が過ぎる`, en: `${en} ${/^1 \w+$/.test(en) ? 'goes' : 'go'} by` };
  },
  async run(play, value) {
    const from = formatInstant(play.world.clock.now());
    await play.world.advance(parseDuration(value) ?? 0);
    await play.record('clock.advanced', { from, to: formatInstant(play.world.clock.now()) });
  },
});
