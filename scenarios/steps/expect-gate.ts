import { Type } from 'typebox';
import type { Bilingual } from '#sim/errors';
import { type EventOf, eventsAfter } from '#sim/events';
import { check } from './check.ts';
import { step } from './step.ts';
import { word } from './words.ts';

const reasons: Readonly<Record<string, Bilingual>> = {
  revoked: { ja: '失効', en: 'revoked' },
  suspended: { ja: '一時停止', en: 'suspended' },
  expired: { ja: '期限切れ', en: 'expired' },
};

/** `（status、失効）`, or nothing. */
function aboutWords(words: readonly (string | Bilingual | undefined)[]): Bilingual {
  const given = words.flatMap((one): Bilingual[] => {
    if (one === undefined || one === '') return [];
    return [typeof one === 'string' ? { ja: one, en: one } : one];
  });
  if (given.length === 0) return { ja: '', en: '' };
  return { ja: `（${given.map(({ ja }) => ja).join('、')}）`, en: ` (${given.map(({ en }) => en).join(', ')})` };
}

function verdictWords(verdict: string, about: readonly (string | Bilingual | undefined)[]): Bilingual {
  const { ja, en } = aboutWords(about);
  return verdict === 'accepted'
    ? { ja: `通行できる${ja}`, en: `accepted${en}` }
    : { ja: `通行できない${ja}`, en: `refused${en}` };
}

export const expectGate = step({
  verb: 'expect.gate',
  description: { ja: 'ゲートの直近の判定を確かめます。', en: "Checks the gate's last verdict." },
  value: Type.Object(
    {
      verdict: Type.String({ enum: ['accepted', 'refused'] }),
      reason: Type.Optional(
        Type.String({ description: 'The code of a check that must have refused: `revoked`, `suspended`' }),
      ),
      check: Type.Optional(Type.String({ description: 'A named check that must have refused' })),
    },
    { additionalProperties: false },
  ),
  sentence(value) {
    const { ja, en } = aboutWords([value.check, value.reason && word(reasons, value.reason)]);
    return value.verdict === 'refused'
      ? { ja: `ゲートの判定は「通行できない」${ja}`, en: `The gate's verdict is refused${en}` }
      : { ja: 'ゲートの判定は「通行できる」', en: "The gate's verdict is accepted" };
  },
  async run(play, value) {
    const wanted = verdictWords(value.verdict, [value.check, value.reason && word(reasons, value.reason)]);
    await check(play, 'gate', wanted, () => {
      const last = eventsAfter(play.world, 0).findLast(
        (event): event is EventOf<'gate.scanned'> => event.type === 'gate.scanned',
      );
      const refusing = last?.data.checks.filter(({ valid }) => !valid) ?? [];
      const actual =
        last === undefined
          ? { ja: 'まだ読み取られていません', en: 'it was never scanned' }
          : verdictWords(
              last.data.verdict,
              refusing.flatMap(({ id, code }) => [id, code]),
            );
      return {
        holds:
          last?.data.verdict === value.verdict &&
          (value.check === undefined || refusing.some(({ id }) => id === value.check)) &&
          (value.reason === undefined || refusing.some(({ code }) => code === value.reason)),
        actual,
      };
    });
  },
});
