import { Type } from 'typebox';
import type { Screen } from '#drivers/handset';
import type { Play, PlayedStudent } from './play.ts';
import { need } from './screen-of.ts';
import { ofWhom, on, step, who } from './step.ts';
import { openLinkOf } from './student-opens-link.ts';
import { onDevice } from './words.ts';

/** Opens the activation mail's link and presses its button (manual 3-5). Throws Unmet when it cannot go on. */
export async function activate(play: Play, student: PlayedStudent, device?: string): Promise<Screen> {
  need(await openLinkOf(play, student, 'activation', device), 'activation');
  return student.handset(device).press('activate');
}

export const studentActivates = step({
  verb: 'student.activates',
  description: {
    ja: '学生が仮登録のお知らせメールからアカウントを有効にします。',
    en: 'The student activates the account from the activation mail.',
  },
  value: Type.Object({ on, who }, { additionalProperties: false }),
  sentence(value) {
    const device = onDevice(value.on);
    return {
      ja: `${ofWhom(value.who).ja}が仮登録のお知らせメールのボタンから${device.ja}アカウントを有効にする`,
      en: `${ofWhom(value.who).en} activates the account from the activation mail${device.en}`,
    };
  },
  async run(play, value) {
    await activate(play, play.student(value.who), value.on);
  },
});
