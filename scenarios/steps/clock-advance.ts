import { formatInstant, parseDuration } from '#sim/kernel';
import { durationWords } from './duration-words.ts';
import { duration, step } from './step.ts';

export const clockAdvance = step({
  verb: 'clock.advance',
  description: { ja: '仮想時間を進めます。', en: 'Virtual time moves on.' },
  value: duration,
  sentence: (value) => ({ ja: `${durationWords(value).ja}が過ぎる`, en: `${durationWords(value).en} go by` }),
  async run(play, value) {
    const from = formatInstant(play.world.clock.now());
    await play.world.advance(parseDuration(value) ?? 0);
    await play.record('clock.advanced', { from, to: formatInstant(play.world.clock.now()) });
  },
});
