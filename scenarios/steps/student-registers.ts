import { Type } from 'typebox';
import type { Screen } from '#drivers/handset';
import { passwordWords } from './password-words.ts';
import type { PlayedStudent } from './play.ts';
import { need } from './screen-of.ts';
import { ofWhom, on, step, who } from './step.ts';

/**
 * Fills the account form and confirms it (manual 3-4). Ends on `activation-wait`, or on the form again with what is
 * wrong. Throws Unmet when the form is not there.
 */
export async function register(
  student: PlayedStudent,
  options: { password?: string | undefined; name?: string | undefined; on?: string | undefined },
): Promise<Screen> {
  const handset = student.handset(options.on);
  need(await handset.screen(), 'registration');
  await handset.fill('name', options.name ?? student.name);
  await handset.fill('password', options.password ?? student.password);
  const next = await handset.press('register');
  return next.screen === 'registration-confirm' ? handset.press('confirm') : next;
}

export const studentRegisters = step({
  verb: 'student.registers',
  description: { ja: '学生がアカウント情報を登録します。', en: 'The student fills in the account form.' },
  value: Type.Object(
    { password: Type.Optional(Type.String()), name: Type.Optional(Type.String()), on, who },
    { additionalProperties: false },
  ),
  sentence: (value) => ({
    ja: `${ofWhom(value.who).ja}が氏名と${passwordWords(value.password).ja}を入力して登録する`,
    en: `${ofWhom(value.who).en} fills in name and ${passwordWords(value.password).en} and registers`,
  }),
  async run(play, value) {
    await register(play.student(value.who), value);
  },
});
