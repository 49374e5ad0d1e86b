import { Type } from 'typebox';
import { formatInstant, parseDuration } from '#sim/kernel';
import { durationWords } from '../language/index.ts';
import { duration, schoolWords, step, who } from './step.ts';

/** What the issuer tells a school of one credential. */
export interface ListedCredential {
  readonly credential: string;
  readonly studentNumber: string;
  readonly period: string;
  readonly state: string;
  readonly mails: readonly {
    readonly message: string;
    readonly kind: string;
    readonly state: string;
    readonly replyCode?: number;
    readonly reasonClass?: string;
  }[];
}

export const schoolIssues = step({
  verb: 'school.issues',
  description: { ja: '学校がスマート学生証を発行します。', en: 'The school issues the smart student ID.' },
  value: Type.Object(
    {
      credential: Type.Optional(Type.Literal('student-id')),
      as: Type.Optional(Type.String({ description: 'A name for the credential, for later steps' })),
      batch: Type.Optional(Type.String({ description: 'A name for the batch, for school.resumes' })),
      period: Type.Optional(Type.String({ description: 'The academic year, such as "2026"' })),
      in: Type.Optional(duration),
      to: Type.Optional(Type.String({ description: 'One student of the cast; everyone of the school when absent' })),
      who,
    },
    { additionalProperties: false },
  ),
  sentence(value) {
    const [toJa, toEn] = value.to === undefined ? ['', ''] : [`学生（${value.to}）に`, ` to the student (${value.to})`];
    const [ofJa, ofEn] =
      value.period === undefined ? ['', ''] : [`${value.period}年度の`, ` for the academic year ${value.period}`];
    const school = schoolWords(value.who);
    if (value.in === undefined) {
      return {
        ja: `${school.ja}が${toJa}${ofJa}スマート学生証を発行する`,
        en: `${school.en} issues the smart student ID${ofEn}${toEn}`,
      };
    }
    const { ja, en } = durationWords(value.in);
    return {
      ja: `${school.ja}が${toJa}${ofJa}スマート学生証の発行を${ja}後に予約する`,
      en: `${school.en} schedules the smart student ID${ofEn} to be issued${toEn} in ${en}`,
    };
  },
  async run(play, value) {
    const school = play.school(value.who);
    const students =
      value.to === undefined ? play.students.filter((student) => student.school === school) : [play.student(value.to)];
    const at = play.world.clock.now() + (value.in === undefined ? 0 : (parseDuration(value.in) ?? 0));
    const { issuance } = await school.call<{ issuance: string }>('POST', '/issuances', {
      ...(value.to === undefined ? {} : { studentNumbers: students.map((student) => student.studentNumber) }),
      at: formatInstant(at),
      ...(value.period === undefined ? {} : { period: value.period }),
    });
    if (value.batch !== undefined) await play.keep(value.batch, issuance, 'issuance');
    if (value.in !== undefined) return;
    // The issuer works through the batch by itself; a clerk sees the result on the next look.
    await play.world.advance(0);
    const [first] = students;
    if (value.as === undefined || first === undefined) return;
    const { credentials } = await school.call<{ credentials: readonly ListedCredential[] }>(
      'GET',
      `/credentials?studentNumber=${encodeURIComponent(first.studentNumber)}`,
    );
    const newest = credentials.at(-1);
    if (newest !== undefined) await play.keep(value.as, newest.credential, 'credential');
  },
});
