import { Type } from 'typebox';
import type { Handset, Screen } from '#drivers/handset';
import { need } from './screen-of.ts';
import { ofWhom, on, step, who } from './step.ts';
import { onDevice } from './words.ts';

/** Brings the student ID onto the screen. Throws Unmet when the app does not get there. */
export async function showId(handset: Handset): Promise<Screen> {
  let screen = await handset.screen();
  if (screen.app !== 'wallet') screen = await handset.openApp('wallet');
  if (screen.screen === 'credential-list') screen = await handset.press('show-id');
  need(screen, 'student-id');
  return screen;
}

export const studentShowsId = step({
  verb: 'student.showsId',
  description: { ja: '学生がアプリで学生証を表示します。', en: 'The student shows the student ID in the app.' },
  value: Type.Object({ on, who }, { additionalProperties: false }),
  sentence(value) {
    const device = onDevice(value.on);
    return {
      ja: `${ofWhom(value.who).ja}が${device.ja && `${device.ja}、`}アプリで学生証を表示する`,
      en: `${ofWhom(value.who).en} shows the student ID in the app${device.en}`,
    };
  },
  async run(play, value) {
    await showId(play.student(value.who).handset(value.on));
  },
});
