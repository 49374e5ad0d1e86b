import { Type } from 'typebox';
import type { Screen } from '#drivers/handset';
import type { Bilingual } from '#sim/errors';
import type { Identity } from '#sim/verify';
import { perCell } from '../language/index.ts';
import { check } from './check.ts';
import { on, step, who, whose } from './step.ts';
import { showId } from './student-shows-id.ts';

const verdicts = {
  accepted: { ja: '本人と確認できる', en: 'accepted' },
  refused: { ja: '本人と確認できない', en: 'refused' },
} as const;

export const counterChecks = step({
  verb: 'counter.checks',
  description: {
    ja: '窓口の係が、名乗った人と表示された学生証を照合します。',
    en: 'A clerk compares who the person says to be with the student ID that is shown.',
  },
  value: Type.Object(
    {
      verdict: Type.String({ enum: ['accepted', 'refused'] }),
      name: Type.Optional(
        Type.String({ description: "The name that the person gives; the student's own when absent" }),
      ),
      studentNumber: Type.Optional(Type.String()),
      on,
      who,
    },
    { additionalProperties: false },
  ),
  sentence(value) {
    const claim = value.name === undefined ? whose(value.who) : called(value.name);
    return value.verdict === 'refused'
      ? {
          ja: `窓口で${claim.ja}学生証を確かめると、本人と確認できない`,
          en: `At the counter the student ID${claim.en} does not fit the person`,
        }
      : {
          ja: `窓口で${claim.ja}学生証を確かめると、本人と確認できる`,
          en: `At the counter the student ID${claim.en} fits the person`,
        };
  },
  async run(play, value) {
    const student = play.student(value.who);
    const handset = student.handset(value.on);
    const shown = await showId(handset);
    const result = await play.counter.check(await handset.qrCode(), identityOn(shown), {
      name: value.name ?? student.name,
      studentNumber: value.studentNumber ?? student.ownNumber,
    });
    const refusing = result.checks.filter((one) => !one.valid);
    const wanted = verdicts[value.verdict as keyof typeof verdicts];
    await check(play, 'counter', wanted, () => ({
      holds: result.verdict === value.verdict,
      actual: {
        ja: `${verdicts[result.verdict].ja}。${refusing.map((one) => one.sentence.ja).join(' ')}`,
        en: `it was ${verdicts[result.verdict].en}. ${refusing.map((one) => one.sentence.en).join(' ')}`,
      },
    }));
  },
});

function called(name: string): Bilingual {
  const cell = perCell(name);
  return cell === undefined
    ? { ja: `「${name}」と名乗る人の`, en: ` of a person who says to be "${name}"` }
    : { ja: `名乗る人（${cell.ja}）の`, en: ` of a person who gives a name (${cell.en})` };
}

/** What a clerk reads off the card: the lines behind its labels. */
function identityOn(screen: Screen): Identity {
  const line = (label: string): string | undefined =>
    screen.texts
      .map(({ ja }) => ja)
      .find((text) => text.startsWith(`${label}: `))
      ?.slice(label.length + 2);
  const name = line('氏名');
  const studentNumber = line('学籍番号');
  return { ...(name !== undefined && { name }), ...(studentNumber !== undefined && { studentNumber }) };
}
