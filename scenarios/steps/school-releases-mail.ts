import { Type } from 'typebox';
import { releaseHeld } from '#mocks/mailbox';
import { heldMail } from './held-mail.ts';
import { at, mailKind, step } from './step.ts';
import { mailKinds, word } from './words.ts';

export const schoolReleasesMail = step({
  verb: 'school.releasesMail',
  description: {
    ja: '学校のメールの管理者が、検疫にあるメールを解放します。',
    en: "The administrator of the school's mail releases a mail from quarantine.",
  },
  value: Type.Object(
    {
      kind: Type.Optional(mailKind),
      to: Type.Optional(Type.String({ description: 'The student whose mail it is; needed when there are several' })),
      at,
    },
    { additionalProperties: false },
  ),
  sentence(value) {
    const kind = word(mailKinds, value.kind ?? 'issue-notice');
    const whose = value.to === undefined ? { ja: '', en: '' } : { ja: `（${value.to}）`, en: ` of ${value.to}` };
    return {
      ja: `学校のメールの管理者が、検疫にある${kind.ja}${whose.ja}を解放する`,
      en: `The administrator of the school's mail releases ${kind.en}${whose.en} from quarantine`,
    };
  },
  async run(play, value) {
    const { captured } = heldMail(play, play.student(value.to), value.kind, value.at);
    await play.world.perform(releaseHeld, { captured, by: 'admin' });
  },
});
