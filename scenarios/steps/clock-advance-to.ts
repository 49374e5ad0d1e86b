import { Type } from 'typebox';
import { formatInstant, parseInstant } from '#sim/kernel';
import { perCell } from '../language/index.ts';
import { step } from './step.ts';

export const clockAdvanceTo = step({
  verb: 'clock.advanceTo',
  description: { ja: '仮想時間を指定の日時まで進めます。', en: 'Virtual time moves to a date and time.' },
  value: Type.String({
    pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d)?(Z|[+-]\\d\\d:\\d\\d)$',
    examples: ['2026-04-10T09:00:00+09:00'],
    description: '日時（時差つき） / A date and time, with the offset',
  }),
  sentence(value) {
    const cell = perCell(value);
    if (cell !== undefined) return { ja: `日時が進む（${cell.ja}）`, en: `Time moves on (${cell.en})` };
    const [, year, month, day, hour, minute] = /^(\d+)-(\d+)-(\d+)T(\d+):(\d+)/.exec(value) ?? [];
    const ja = `${year}年${Number(month)}月${Number(day)}日 ${Number(hour)}:${minute}`;
    return { ja: `${ja}になる`, en: `It becomes ${year}-${month}-${day} ${hour}:${minute}` };
  },
  async run(play, value) {
    const from = formatInstant(play.world.clock.now());
    const to = parseInstant(value);
    if (to === undefined) throw new TypeError(`not an instant: ${value}`);
    await play.world.advanceTo(to);
    await play.record('clock.advanced', { from, to: formatInstant(to) });
  },
});
