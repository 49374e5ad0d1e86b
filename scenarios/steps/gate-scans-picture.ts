import { Type } from 'typebox';
import { checkVerdict, gateVerdict, verdictWords } from './gate-verdict.ts';
import { keptName, step } from './step.ts';

export const gateScansPicture = step({
  verb: 'gate.scansPicture',
  description: {
    ja: 'ゲートが、画像として保存された学生証（スクリーンショット）を読み取ります。',
    en: 'A gate scans a picture of a student ID, such as a screenshot.',
  },
  value: Type.Object(
    { picture: keptName('The name that student.takesScreenshot gave with `keep`'), ...gateVerdict },
    { additionalProperties: false },
  ),
  sentence(value) {
    const verdict = verdictWords(value);
    return {
      ja: `ゲートで学生証の画像をかざすと、${verdict.ja}`,
      en: `The gate scans the picture of the student ID and ${verdict.en}`,
    };
  },
  async run(play, value) {
    await checkVerdict(play, await play.gate.scan(String(play.kept(value.picture))), value);
  },
});
