import { Type } from 'typebox';
import { findStudent } from '#sim/issuer';
import { check } from './check.ts';
import { ofWhom, step, who } from './step.ts';

const verdicts = {
  accepted: { ja: '本人と確認できる', en: 'accepted' },
  refused: { ja: '本人と確認できない', en: 'refused' },
} as const;

const sameForm = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

/** For when no phone can show anything, or nothing can be looked up: no QR code, and no network. */
export const counterChecksRegister = step({
  verb: 'counter.checksRegister',
  description: {
    ja: '窓口の係が、スマートフォンを使わずに、本人確認書類と学校の学籍簿で学生を確認します。',
    en: "A clerk checks a student without the phone: by another proof of identity, and the school's own register.",
  },
  value: Type.Object(
    {
      verdict: Type.String({ enum: ['accepted', 'refused'] }),
      name: Type.Optional(Type.String({ description: "The name on the document; the student's own when absent" })),
      studentNumber: Type.Optional(Type.String()),
      who,
    },
    { additionalProperties: false },
  ),
  sentence(value) {
    const person =
      value.name === undefined
        ? ofWhom(value.who)
        : { ja: `「${value.name}」という人`, en: `a person called "${value.name}"` };
    const verdict = verdicts[value.verdict as keyof typeof verdicts] ?? { ja: value.verdict, en: value.verdict };
    return {
      ja: `窓口の係が本人確認書類と学籍簿で${person.ja}を確かめると、${verdict.ja}`,
      en: `A clerk checks ${person.en.replace(/^The/, 'the')} by an identity document and the school's register: ${verdict.en}`,
    };
  },
  async run(play, value) {
    const student = play.student(value.who);
    const name = value.name ?? student.name;
    const number = value.studentNumber ?? student.ownNumber;
    const row = findStudent(play.world, student.school.slug, number);
    const isListed = row !== undefined;
    const isSame = isListed && sameForm(row.name) === sameForm(name);
    const verdict = isSame ? 'accepted' : 'refused';
    await play.record('counter.checked', {
      counter: 'student-counter',
      verdict,
      checks: [
        {
          id: 'register-listed',
          valid: isListed,
          sentence: isListed
            ? { ja: '学籍簿に学籍番号があります。', en: 'The register has the student number.' }
            : { ja: '学籍簿に学籍番号がありません。', en: 'The register does not have the student number.' },
        },
        {
          id: 'register-name',
          valid: isSame,
          sentence: isSame
            ? {
                ja: '本人確認書類の氏名が学籍簿と一致しています。',
                en: 'The name on the document is that of the register.',
              }
            : {
                ja: '本人確認書類の氏名が学籍簿と一致しません。',
                en: 'The name on the document is not that of the register.',
              },
        },
      ],
    });
    const wanted = verdicts[value.verdict as keyof typeof verdicts];
    await check(play, 'counter', wanted, () => ({
      holds: verdict === value.verdict,
      actual: { ja: `${verdicts[verdict].ja}という結果でした`, en: `it was ${verdicts[verdict].en}` },
    }));
  },
});
