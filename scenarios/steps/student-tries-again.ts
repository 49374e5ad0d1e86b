import { Type } from 'typebox';
import { need } from './screen-of.ts';
import { ofWhom, on, step, who } from './step.ts';

export const studentTriesAgain = step({
  verb: 'student.triesAgain',
  description: {
    ja: '学生が、エラー画面の「再試行」を押します。',
    en: 'The student presses "Try again" on a screen that says what went wrong.',
  },
  value: Type.Object({ on, who }, { additionalProperties: false }),
  sentence: (value) => ({
    ja: `${ofWhom(value.who).ja}が「再試行」を押す`,
    en: `${ofWhom(value.who).en} presses "Try again"`,
  }),
  async run(play, value) {
    const handset = play.student(value.who).handset(value.on);
    need(await handset.screen(), 'network-error', 'service-unavailable', 'error', 'form-expired', 'update-required');
    await handset.press('retry');
  },
});
