import { Type } from 'typebox';
import { checkVerdict, gateVerdict } from './gate-verdict.ts';
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
  sentence: ({ verdict }) =>
    verdict === 'refused'
      ? { ja: 'ゲートで学生証の画像をかざすと、通行できない', en: 'The gate scans the picture and refuses it' }
      : { ja: 'ゲートで学生証の画像をかざすと、通行できる', en: 'The gate scans the picture and accepts it' },
  async run(play, value) {
    await checkVerdict(play, await play.gate.scan(String(play.kept(value.picture))), value);
  },
});
