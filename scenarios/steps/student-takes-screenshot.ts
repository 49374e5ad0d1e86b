import { Type } from 'typebox';
import { ofWhom, on, step, who } from './step.ts';
import { showId } from './student-shows-id.ts';

export const studentTakesScreenshot = step({
  verb: 'student.takesScreenshot',
  description: {
    ja: '学生が、学生証の画面を画像として保存します。',
    en: 'The student keeps a picture of the screen that shows the student ID.',
  },
  value: Type.Object(
    { keep: Type.String({ description: 'A name for the picture, for gate.scansPicture' }), on, who },
    { additionalProperties: false },
  ),
  sentence: (value) => ({
    ja: `${ofWhom(value.who).ja}が学生証の画面をスクリーンショットに撮る`,
    en: `${ofWhom(value.who).en} takes a screenshot of the student ID`,
  }),
  async run(play, value) {
    const handset = play.student(value.who).handset(value.on);
    await showId(handset);
    // All that a scanner could read off the picture.
    await play.keep(value.keep, await handset.qrCode(), 'picture');
  },
});
