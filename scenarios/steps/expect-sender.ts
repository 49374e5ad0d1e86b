import { Type } from 'typebox';
import type { Bilingual } from '#sim/errors';
import { perCell } from '../language/index.ts';
import { check } from './check.ts';
import type { ListedCredential } from './school-issues.ts';
import { duration, step, who } from './step.ts';
import { word } from './words.ts';

const states: Readonly<Record<string, Bilingual>> = {
  queued: { ja: '送信待ち', en: 'queued' },
  accepted: { ja: '相手のサーバーが受け付けた', en: 'accepted by the other host' },
  deferred: { ja: '一時的に断られ、再送を待っている', en: 'deferred, to be tried again' },
  rejected: { ja: '相手のサーバーに断られた', en: 'rejected by the other host' },
  'given-up': { ja: '送信をあきらめた', en: 'given up' },
};

/** `相手のサーバーに断られた（550）` */
function stateWords(state: string, replyCode: number | undefined): Bilingual {
  const { ja, en } = word(states, state);
  return replyCode === undefined ? { ja, en } : { ja: `${ja}（${replyCode}）`, en: `${en} (${replyCode})` };
}

function pastOf({ ja, en }: Bilingual): Bilingual {
  return { ja: `「${ja}」でした`, en: `it was ${en}` };
}

export const expectSender = step({
  verb: 'expect.sender',
  description: {
    ja: '送信側が知りうる最新のメールの状態を確かめます。',
    en: 'Checks what the sender can know of the latest mail to a student.',
  },
  value: Type.Object(
    {
      state: Type.String({ enum: Object.keys(states) }),
      replyCode: Type.Optional(Type.Integer({ minimum: 200, maximum: 599 })),
      within: Type.Optional(duration),
      who,
    },
    { additionalProperties: false },
  ),
  sentence(value) {
    const cell = perCell(value.state);
    if (cell !== undefined) {
      return { ja: `送信側から見える状態が合う（${cell.ja}）`, en: `The sender sees the right state (${cell.en})` };
    }
    const { ja, en } = stateWords(value.state, value.replyCode);
    return { ja: `送信側から見えるのは「${ja}」だけ`, en: `All the sender can see: ${en}` };
  },
  async run(play, value) {
    const student = play.student(value.who);
    await check(
      play,
      'sender',
      stateWords(value.state, value.replyCode),
      async () => {
        const { credentials } = await student.school.call<{ credentials: readonly ListedCredential[] }>(
          'GET',
          `/credentials?studentNumber=${encodeURIComponent(student.studentNumber)}`,
        );
        const last = credentials.flatMap(({ mails }) => mails).at(-1);
        const seen =
          last === undefined
            ? { ja: 'メールはありません', en: 'there was no mail' }
            : pastOf(stateWords(last.state, last.replyCode));
        return {
          holds: last?.state === value.state && (value.replyCode === undefined || last.replyCode === value.replyCode),
          actual: seen,
        };
      },
      value.within,
    );
  },
});
