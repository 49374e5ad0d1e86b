import { Type } from 'typebox';
import type { Bilingual } from '#sim/errors';
import { perCell } from '../language/index.ts';
import { check } from './check.ts';
import type { ListedCredential } from './school-issues.ts';
import { step, who, whose } from './step.ts';
import { word } from './words.ts';

const count = Type.Optional(Type.Union([Type.Integer({ minimum: 0 }), Type.String({ pattern: '^\\$' })]));

/** How the states of a credential count for a clerk: what a student can still use is active. */
const groups: Readonly<Record<string, readonly string[]>> = {
  active: ['issued', 'notified', 'claimed'],
  claimed: ['claimed'],
  superseded: ['superseded'],
  revoked: ['revoked'],
  expired: ['expired', 'unclaimed-expired'],
};

const states: Readonly<Record<string, Bilingual>> = {
  active: { ja: '有効', en: 'active' },
  claimed: { ja: '受領済み', en: 'claimed' },
  superseded: { ja: '差し替え済み', en: 'superseded' },
  revoked: { ja: '失効', en: 'revoked' },
  expired: { ja: '期限切れ', en: 'expired' },
};

type Count = readonly [state: string, n: number | string | undefined];

/** `有効1件、差し替え済み0件` */
function countsInWords(counts: readonly Count[]): Bilingual {
  const given = counts.filter(([, n]) => n !== undefined);
  const words = given.map(([state, n]): Bilingual => {
    const { ja, en } = word(states, state);
    const cell = perCell(n);
    return cell === undefined
      ? { ja: `${ja}${n}件`, en: `${n} ${en}` }
      : { ja: `${ja}の件数（${cell.ja}）`, en: `${en} (${cell.en})` };
  });
  return { ja: words.map(({ ja }) => ja).join('、'), en: words.map(({ en }) => en).join(', ') };
}

export const expectIssuer = step({
  verb: 'expect.issuer',
  description: {
    ja: '発行側の記録（学生証の件数）を確かめます。',
    en: "Checks the issuer's records: how many credentials of a student are in which state.",
  },
  value: Type.Object(
    {
      credentials: Type.Object(
        { active: count, claimed: count, superseded: count, revoked: count, expired: count },
        { additionalProperties: false },
      ),
      who,
    },
    { additionalProperties: false },
  ),
  sentence(value) {
    const { ja, en } = countsInWords(Object.entries(value.credentials));
    const whoseId = whose(value.who);
    return {
      ja: `発行側の記録では、${whoseId.ja}学生証は${ja}`,
      en: `The issuer's records${whoseId.en} hold: ${en}`,
    };
  },
  async run(play, value) {
    const student = play.student(value.who);
    const { credentials } = await student.school.call<{ credentials: readonly ListedCredential[] }>(
      'GET',
      `/credentials?studentNumber=${encodeURIComponent(student.studentNumber)}`,
    );
    const found = (group: string): number => credentials.filter(({ state }) => groups[group]?.includes(state)).length;
    const wanted = Object.entries(value.credentials).filter(([, n]) => n !== undefined);
    await check(play, 'issuer', countsInWords(wanted), () => {
      const { ja, en } = countsInWords(wanted.map(([group]) => [group, found(group)]));
      return {
        holds: wanted.every(([group, n]) => found(group) === Number(n)),
        actual: { ja: `記録では${ja}でした`, en: `the records say ${en}` },
      };
    });
  },
});
