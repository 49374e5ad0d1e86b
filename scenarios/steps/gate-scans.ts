import { Type } from 'typebox';
import { checkVerdict, gateVerdict, verdictWords } from './gate-verdict.ts';
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
    const verdict = verdictWords(value);
    return {
      ja: `ゲートで${ja}学生証をかざすと、${verdict.ja}`,
      en: `The gate scans the student ID${en} and ${verdict.en}`,
    };
  },
  async run(play, value) {
    const handset = play.student(value.who).handset(value.on);
    await showId(handset);
    await checkVerdict(play, await play.gate.scan(await handset.qrCode()), value);
  },
});
