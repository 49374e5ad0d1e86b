import { Type } from 'typebox';
import { conversations } from '#mocks/mailbox';
import { perCell } from '../language/index.ts';
import { check } from './check.ts';
import { mailboxId } from './find-mail.ts';
import { at, mailKind, step, who } from './step.ts';
import { countOf, folders, mailKinds, placeAt, word } from './words.ts';

const count = Type.Union([Type.Integer({ minimum: 1 }), Type.String({ pattern: '^\\$' })], {
  description: 'How many mails share the line of the newest one',
});

export const expectConversation = step({
  verb: 'expect.conversation',
  description: {
    ja: '受信トレイの一覧で、何通のメールが1つのスレッド（1行）にまとまって見えるかを確かめます。',
    en: 'Checks how many mails the list of the inbox shows as one line, a conversation.',
  },
  value: Type.Object({ kind: Type.Optional(mailKind), mails: count, at, who }, { additionalProperties: false }),
  sentence(value) {
    const place = placeAt(word(folders, 'inbox'), value.at, value.who);
    const kind = word(mailKinds, value.kind ?? 'issue-notice');
    const one = kind.en.replace(/^the /, '');
    const cell = perCell(value.mails);
    if (cell !== undefined) {
      return {
        ja: `${place.ja}で、${kind.ja}が何通まとまって1行に見えるかが合う（${cell.ja}）`,
        en: `In ${place.en} the right number of ${one}s share one line (${cell.en})`,
      };
    }
    return value.mails === 1
      ? { ja: `${place.ja}では、${kind.ja}は1通で1行に見える`, en: `In ${place.en} the ${one} has a line of its own` }
      : {
          ja: `${place.ja}では、${kind.ja}が${value.mails}通まとまって1行に見える`,
          en: `In ${place.en} ${countOf(value.mails, one)} share one line`,
        };
  },
  async run(play, value) {
    const mailbox = mailboxId(play, play.student(value.who), value.at);
    const kind = value.kind ?? 'issue-notice';
    await check(play, 'mail', this.sentence(value), () => {
      const lines = conversations(play.world, mailbox).filter((line) => line.some((mail) => mail.kind === kind));
      const newest = lines[0]?.length ?? 0;
      return {
        holds: newest === Number(value.mails),
        actual: {
          ja: `いちばん新しい行は${newest}通（全部で${lines.length}行）`,
          en: `the newest line holds ${newest} (of ${countOf(lines.length, 'line')})`,
        },
      };
    });
  },
});
