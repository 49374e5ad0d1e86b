import { formatInstant, parseDuration } from '#sim/kernel';
import { duration, step } from './step.ts';

export const clockAdvance = step({
  verb: 'clock.advance',
  description: { ja: '仮想時間を進めます。', en: 'Virtual time moves on.' },
  value: duration,
  sentence: (value) => ({ ja: `${value} が過ぎる`, en: `${value} go by` }),
  async run(play, value) {
    const from = formatInstant(play.world.clock.now());
    await play.world.advance(parseDuration(value) ?? 0);
    await play.record('clock.advanced', { from, to: formatInstant(play.world.clock.now()) });
  },
});
