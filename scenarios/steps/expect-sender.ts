import { Type } from 'typebox';
import { check } from './check.ts';
import type { ListedCredential } from './school-issues.ts';
import { duration, step, who } from './step.ts';

const states: Readonly<Record<string, { readonly ja: string; readonly en: string }>> = {
  queued: { ja: '送信待ち', en: 'queued' },
  accepted: { ja: '相手のサーバーが受け付けた', en: 'accepted by the other host' },
  deferred: { ja: '一時的に断られ、再送を待っている', en: 'deferred, to be tried again' },
  rejected: { ja: '相手のサーバーに断られた', en: 'rejected by the other host' },
  'given-up': { ja: '送信をあきらめた', en: 'given up' },
};

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
    const state = states[value.state] ?? { ja: value.state, en: value.state };
    const code = value.replyCode === undefined ? '' : ` (${value.replyCode})`;
    return { ja: `送信側から見えるのは「${state.ja}」だけ${code}`, en: `All the sender can see: ${state.en}${code}` };
  },
  async run(play, value) {
    const student = play.student(value.who);
    await check(
      play,
      'sender',
      { ja: `${value.state} ${value.replyCode ?? ''}`.trim(), en: `${value.state} ${value.replyCode ?? ''}`.trim() },
      async () => {
        const { credentials } = await student.school.call<{ credentials: readonly ListedCredential[] }>(
          'GET',
          `/credentials?studentNumber=${encodeURIComponent(student.studentNumber)}`,
        );
        const last = credentials.flatMap(({ mails }) => mails).at(-1);
        const text = last === undefined ? 'no mail' : `${last.state} ${last.replyCode ?? ''}`.trim();
        return {
          holds: last?.state === value.state && (value.replyCode === undefined || last.replyCode === value.replyCode),
          actual: { ja: `${text} でした`, en: `it was ${text}` },
        };
      },
      value.within,
    );
  },
});
