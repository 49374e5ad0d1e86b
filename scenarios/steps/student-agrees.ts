import { Type } from 'typebox';
import type { Handset, Screen } from '#drivers/handset';
import { need } from './screen-of.ts';
import { ofWhom, on, step, who } from './step.ts';

/** Ticks both boxes of the consent screen and goes on (manual 3-3). Throws Unmet when it is not there. */
export async function agree(handset: Handset): Promise<Screen> {
  need(await handset.screen(), 'terms');
  await handset.press('agree-terms');
  await handset.press('agree-privacy-policy');
  return handset.press('continue');
}

export const studentAgrees = step({
  verb: 'student.agrees',
  description: {
    ja: '学生が利用規約と個人情報保護方針に同意します。',
    en: 'The student agrees to the terms and the privacy policy.',
  },
  value: Type.Object({ on, who }, { additionalProperties: false }),
  sentence: (value) => ({
    ja: `${ofWhom(value.who).ja}が利用規約と個人情報保護方針に同意する`,
    en: `${ofWhom(value.who).en} agrees to the terms and the privacy policy`,
  }),
  async run(play, value) {
    await agree(play.student(value.who).handset(value.on));
  },
});
