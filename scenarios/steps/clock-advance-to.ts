import { Type } from 'typebox';
import { formatInstant, parseInstant } from '#sim/kernel';
import { step } from './step.ts';

export const clockAdvanceTo = step({
  verb: 'clock.advanceTo',
  description: { ja: '仮想時間を指定の日時まで進めます。', en: 'Virtual time moves to a date and time.' },
  value: Type.String({
    pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d)?(Z|[+-]\\d\\d:\\d\\d)$',
    description: '2026-04-10T09:00:00+09:00',
  }),
  sentence: (value) => ({ ja: `${value} になる`, en: `It becomes ${value}` }),
  async run(play, value) {
    const from = formatInstant(play.world.clock.now());
    const to = parseInstant(value);
    if (to === undefined) throw new TypeError(`not an instant: ${value}`);
    await play.world.advanceTo(to);
    await play.record('clock.advanced', { from, to: formatInstant(to) });
  },
});
