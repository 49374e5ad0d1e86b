import { Type } from 'typebox';
import { ServiceError } from '#sim/errors';
import { perCell } from '../language/index.ts';
import { heldMail } from './held-mail.ts';
import { at, mailKind, ofWhom, step, who } from './step.ts';
import { Unmet } from './unmet.ts';
import { mailKinds, word } from './words.ts';

const outcomes = {
  released: { ja: '解放する', en: 'releases' },
  refused: { ja: '解放しようとするが、許されるのは管理者だけ', en: 'may not release' },
};

export const studentReleasesMail = step({
  verb: 'student.releasesMail',
  description: {
    ja: '学生が検疫のページで、隔離されたメールを解放しようとします。',
    en: 'The student tries to release a mail on the page of the quarantine.',
  },
  value: Type.Object(
    {
      kind: Type.Optional(mailKind),
      outcome: Type.Optional(
        Type.String({ enum: Object.keys(outcomes), description: 'Whether it is let out; released when absent' }),
      ),
      at,
      who,
    },
    { additionalProperties: false },
  ),
  sentence(value) {
    const kind = word(mailKinds, value.kind ?? 'issue-notice');
    const student = ofWhom(value.who);
    const cell = perCell(value.outcome);
    if (cell !== undefined) {
      return {
        ja: `${student.ja}が検疫のページで${kind.ja}を解放しようとする（結果は${cell.ja}）`,
        en: `${student.en} tries to release ${kind.en} on the page of the quarantine (${cell.en})`,
      };
    }
    const outcome = word(outcomes, value.outcome ?? 'released');
    return {
      ja: `${student.ja}が検疫のページで${kind.ja}を${outcome.ja}`,
      en: `${student.en} ${outcome.en} ${kind.en} on the page of the quarantine`,
    };
  },
  async run(play, value) {
    const student = play.student(value.who);
    const { captured } = heldMail(play, student, value.kind, value.at);
    const wanted = value.outcome ?? 'released';
    const outcome = await student
      .mailApp()
      .release(student.addressAt(value.at), captured)
      .then(
        () => 'released',
        (error: unknown) => {
          if (error instanceof ServiceError && error.code === 'quarantine-admin-only') return 'refused';
          throw error;
        },
      );
    if (outcome !== wanted)
      throw new Unmet('mail', found[wanted as keyof typeof found], found[outcome as keyof typeof found]);
  },
});

const found = {
  released: { ja: '学生が解放できる', en: 'the student can release it' },
  refused: { ja: '解放できるのは管理者だけ', en: 'only an administrator can release it' },
};
