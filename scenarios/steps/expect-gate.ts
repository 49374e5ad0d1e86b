import { Type } from 'typebox';
import type { Bilingual } from '#sim/errors';
import { type EventOf, eventsAfter } from '#sim/events';
import { check } from './check.ts';
import { step } from './step.ts';

function verdictWords(verdict: string, checks: readonly string[]): Bilingual {
  const about =
    checks.length === 0 ? { ja: '', en: '' } : { ja: `（${checks.join('、')}）`, en: ` (${checks.join(', ')})` };
  return verdict === 'accepted'
    ? { ja: `通行できる${about.ja}`, en: `accepted${about.en}` }
    : { ja: `通行できない${about.ja}`, en: `refused${about.en}` };
}

export const expectGate = step({
  verb: 'expect.gate',
  description: { ja: 'ゲートの直近の判定を確かめます。', en: "Checks the gate's last verdict." },
  value: Type.Object(
    {
      verdict: Type.String({ enum: ['accepted', 'refused'] }),
      check: Type.Optional(Type.String({ description: 'A named check that must have refused' })),
    },
    { additionalProperties: false },
  ),
  sentence: (value) =>
    value.verdict === 'refused'
      ? {
          ja: `ゲートの判定は「通行できない」${value.check === undefined ? '' : `（${value.check}）`}`,
          en: `The gate's verdict is refused${value.check === undefined ? '' : ` (${value.check})`}`,
        }
      : { ja: 'ゲートの判定は「通行できる」', en: "The gate's verdict is accepted" },
  async run(play, value) {
    await check(play, 'gate', verdictWords(value.verdict, value.check === undefined ? [] : [value.check]), () => {
      const last = eventsAfter(play.world, 0).findLast(
        (event): event is EventOf<'gate.scanned'> => event.type === 'gate.scanned',
      );
      const refusing = last?.data.checks.filter(({ valid }) => !valid).map(({ id }) => id) ?? [];
      const { ja, en } =
        last === undefined
          ? { ja: 'まだ読み取られていません', en: 'it was never scanned' }
          : verdictWords(last.data.verdict, refusing);
      return {
        holds: last?.data.verdict === value.verdict && (value.check === undefined || refusing.includes(value.check)),
        actual: { ja, en },
      };
    });
  },
});
