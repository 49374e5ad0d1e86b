import { Type } from 'typebox';
import type { Bilingual } from '#sim/errors';
import { check } from './check.ts';
import type { ListedCredential } from './school-issues.ts';
import { step, who } from './step.ts';
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
    const counts = Object.entries(value.credentials).filter(([, n]) => n !== undefined);
    const ja = counts.map(([state, n]) => `${word(states, state).ja} ${n}件`).join('、');
    const en = counts.map(([state, n]) => `${n} ${word(states, state).en}`).join(', ');
    return { ja: `発行側の記録では、学生証は${ja}`, en: `The issuer's records hold: ${en}` };
  },
  async run(play, value) {
    const student = play.student(value.who);
    const { credentials } = await student.school.call<{ credentials: readonly ListedCredential[] }>(
      'GET',
      `/credentials?studentNumber=${encodeURIComponent(student.studentNumber)}`,
    );
    const found = (group: string): number => credentials.filter(({ state }) => groups[group]?.includes(state)).length;
    const wanted = Object.entries(value.credentials).filter(([, n]) => n !== undefined);
    const print = (numbers: readonly (readonly [string, unknown])[]): string =>
      numbers.map(([state, n]) => `${state} ${n}`).join(', ');
    await check(play, 'issuer', { ja: print(wanted), en: print(wanted) }, () => {
      const actual = print(wanted.map(([group]) => [group, found(group)]));
      return {
        holds: wanted.every(([group, n]) => found(group) === Number(n)),
        actual: { ja: `記録は ${actual} でした`, en: `the records say ${actual}` },
      };
    });
  },
});
