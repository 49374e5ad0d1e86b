import { Type } from 'typebox';
import { check } from './check.ts';
import { on, step, who, whose } from './step.ts';
import { showId } from './student-shows-id.ts';

const verdicts = {
  accepted: { ja: '通行できる', en: 'accepted' },
  refused: { ja: '通行できない', en: 'refused' },
} as const;

export const gateScans = step({
  verb: 'gate.scans',
  description: { ja: 'ゲートがアプリの学生証を読み取ります。', en: 'A gate scans the student ID that the app shows.' },
  value: Type.Object(
    {
      verdict: Type.String({ enum: ['accepted', 'refused'] }),
      reason: Type.Optional(Type.String({ description: 'The code of the check that refuses' })),
      on,
      who,
    },
    { additionalProperties: false },
  ),
  sentence(value) {
    const { ja, en } = whose(value.who);
    return value.verdict === 'refused'
      ? { ja: `ゲートで${ja}学生証をかざすと、通行できない`, en: `The gate scans the student ID${en} and refuses it` }
      : { ja: `ゲートで${ja}学生証をかざすと、通行できる`, en: `The gate scans the student ID${en} and accepts it` };
  },
  async run(play, value) {
    const handset = play.student(value.who).handset(value.on);
    await showId(handset);
    const result = await play.gate.scan(await handset.qrCode());
    const wanted = verdicts[value.verdict as keyof typeof verdicts];
    const refusing = result.checks.filter((one) => !one.valid);
    await check(play, 'gate', wanted, () => ({
      holds:
        result.verdict === value.verdict &&
        (value.reason === undefined || refusing.some((one) => one.code === value.reason)),
      actual: {
        ja: `${verdicts[result.verdict].ja}。${refusing.map((one) => one.sentence.ja).join('')}`,
        en: `it was ${verdicts[result.verdict].en}. ${refusing.map((one) => one.sentence.en).join(' ')}`,
      },
    }));
  },
});
