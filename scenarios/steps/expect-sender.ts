import { Type } from 'typebox';
import type { Bilingual } from '#sim/errors';
import { reasonClasses } from '#sim/mail';
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
  bounced: { ja: 'いったん受け付けられたあと、エラーメールで戻ってきた', en: 'accepted and sent back later' },
};

interface Known {
  readonly state: string;
  readonly replyCode?: number | undefined;
  /** As Sisimai names it. */
  readonly reason?: string | undefined;
}

/** `相手のサーバーに断られた（550、宛先のアドレスがありません）` */
function stateWords({ state, replyCode, reason }: Known): Bilingual {
  const { ja, en } = word(states, state);
  const why = reason === undefined ? undefined : word(reasonClasses, reason);
  const inJapanese = [replyCode, why?.ja].filter((part) => part !== undefined).join('、');
  const inEnglish = [replyCode, why?.en].filter((part) => part !== undefined).join(': ');
  return inJapanese === '' ? { ja, en } : { ja: `${ja}（${inJapanese}）`, en: `${en} (${inEnglish})` };
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
      reason: Type.Optional(
        Type.String({
          enum: Object.keys(reasonClasses),
          description: '受信側の返答やエラーメールから分かる理由 / Why, as the words of the other host tell',
        }),
      ),
      within: Type.Optional(duration),
      who,
    },
    { additionalProperties: false },
  ),
  sentence(value) {
    const cell = perCell(value.state);
    if (cell !== undefined) {
      const why = value.reason === undefined ? undefined : word(reasonClasses, value.reason);
      return {
        ja: `送信側から見える状態が合う（${cell.ja}）${why === undefined ? '' : `。理由: ${why.ja}`}`,
        en: `The sender sees the right state (${cell.en})${why === undefined ? '' : `, as ${why.en}`}`,
      };
    }
    const { ja, en } = stateWords(value);
    return { ja: `送信側から見えるのは「${ja}」だけ`, en: `All the sender can see: ${en}` };
  },
  async run(play, value) {
    const student = play.student(value.who);
    await check(
      play,
      'sender',
      stateWords(value),
      async () => {
        const { credentials } = await student.school.call<{ credentials: readonly ListedCredential[] }>(
          'GET',
          `/credentials?studentNumber=${encodeURIComponent(student.studentNumber)}`,
        );
        const last = credentials.flatMap(({ mails }) => mails).at(-1);
        const seen =
          last === undefined
            ? { ja: 'メールはありません', en: 'there was no mail' }
            : pastOf(stateWords({ ...last, reason: last.reasonClass }));
        return {
          holds:
            last?.state === value.state &&
            (value.replyCode === undefined || last.replyCode === value.replyCode) &&
            (value.reason === undefined || last.reasonClass === value.reason),
          actual: seen,
        };
      },
      value.within,
    );
  },
});
