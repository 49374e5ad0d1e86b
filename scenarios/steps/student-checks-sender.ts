import { Type } from 'typebox';
import { linksOf, scannedTarget } from '#mocks/mailbox';
import { check } from './check.ts';
import { findMail, placeOf } from './find-mail.ts';
import { service } from './service-address.ts';
import { mailKind, ofWhom, step, who } from './step.ts';
import { mailKinds, word } from './words.ts';

const verdicts = {
  true: { ja: '本物と分かる', en: 'it is genuine' },
  false: { ja: '本物ではないと分かる', en: 'it is not genuine' },
} as const;

export const studentChecksSender = step({
  verb: 'student.checksSender',
  description: {
    ja: '学生がメールの差出人（service@openbadge.net）とリンク先を確かめます。',
    en: 'The student checks that a mail comes from service@openbadge.net and leads to the service.',
  },
  value: Type.Object({ of: mailKind, genuine: Type.Boolean(), who }, { additionalProperties: false }),
  sentence({ of, genuine, who: name }) {
    const mail = word(mailKinds, of);
    const verdict = verdicts[`${genuine}`];
    return {
      ja: `${ofWhom(name).ja}が${mail.ja}の差出人とリンク先を確かめると、${verdict.ja}`,
      en: `${ofWhom(name).en} checks the sender and the links of ${mail.en}: ${verdict.en}`,
    };
  },
  async run(play, { of, genuine, who: name }) {
    const student = play.student(name);
    const mail = findMail(play, student, { of });
    await student.mailApp().open(placeOf(student, mail));
    const targets = linksOf(play.world, mail.captured).map((link) => URL.parse(scannedTarget(link)));
    const leadsToService = targets.some((target) => target?.origin === play.world.origins.wallet);
    const hosts = [...new Set(targets.flatMap((target) => target?.hostname ?? []))].join(', ') || '-';
    await check(play, 'mail', verdicts[`${genuine}`], () => ({
      holds: (mail.from.address === service && leadsToService) === genuine,
      actual: {
        ja: `差出人は ${mail.from.address}、リンク先は ${hosts} でした`,
        en: `it came from ${mail.from.address} and led to ${hosts}`,
      },
    }));
  },
});
