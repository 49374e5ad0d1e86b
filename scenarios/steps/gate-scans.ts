import { Type } from 'typebox';
import { checkVerdict, gateVerdict } from './gate-verdict.ts';
import { on, step, who, whose } from './step.ts';
import { showId } from './student-shows-id.ts';
import { ofDevice } from './words.ts';

export const gateScans = step({
  verb: 'gate.scans',
  description: { ja: 'ゲートがアプリの学生証を読み取ります。', en: 'A gate scans the student ID that the app shows.' },
  value: Type.Object({ ...gateVerdict, on, who }, { additionalProperties: false }),
  sentence(value) {
    const ja = `${whose(value.who).ja}${ofDevice(value.on).ja}`;
    const en = `${ofDevice(value.on).en}${whose(value.who).en}`;
    return value.verdict === 'refused'
      ? { ja: `ゲートで${ja}学生証をかざすと、通行できない`, en: `The gate scans the student ID${en} and refuses it` }
      : { ja: `ゲートで${ja}学生証をかざすと、通行できる`, en: `The gate scans the student ID${en} and accepts it` };
  },
  async run(play, value) {
    const handset = play.student(value.who).handset(value.on);
    await showId(handset);
    await checkVerdict(play, await play.gate.scan(await handset.qrCode()), value);
  },
});
