import { Type } from 'typebox';
import { recordsOf } from '#mocks/dns';
import { receive } from '#mocks/smtp';
import { perCell } from '../language/index.ts';
import { lookalikeMail } from './lookalike-mail.ts';
import { service } from './service-address.ts';
import { step, who } from './step.ts';

export const strangerSendsLookalike = step({
  verb: 'stranger.sendsLookalike',
  description: {
    ja: 'だれかが、発行のお知らせを装い、よそへ導くリンクの付いたメールを学生に送ります。',
    en: 'Somebody sends the student a mail that looks like the issue notice, with a link that leads elsewhere.',
  },
  value: Type.Object(
    {
      from: Type.String({
        pattern: '^[^@\\s]+@[^@\\s]+$',
        examples: ['openbadge.service@gmail.com'],
        description: "The address in From; the service's own is forged, any other is sent from its own host",
      }),
      host: Type.String({
        pattern: '^[a-z0-9-]+(\\.[a-z0-9-]+)*\\.(example|invalid|test)$',
        examples: ['openbadge-wallet.example'],
        description: 'Where its link leads; no real host',
      }),
      who,
    },
    { additionalProperties: false },
  ),
  sentence({ from, host }) {
    const sender = perCell(from) ?? { ja: from, en: from };
    return {
      ja: `だれかが発行のお知らせを装ったメールを送る（差出人 ${sender.ja}、リンク先 ${host}）`,
      en: `Somebody sends a mail that looks like the issue notice (from ${sender.en}, its link leads to ${host})`,
    };
  },
  async run(play, { from, host, who: name }) {
    const student = play.student(name);
    const domain = from.slice(from.lastIndexOf('@') + 1);
    // Nobody else sends from the service's host; who has an account at a mail provider sends from there.
    const [clientAddress] = from === service ? [] : recordsOf(play.world, domain, 'A');
    await play.world.perform(receive, {
      helo: domain,
      reversePath: from,
      forwardPaths: [student.address],
      ...(clientAddress !== undefined && { clientAddress }),
      opensMailboxes: false,
      data: lookalikeMail({
        from,
        to: student.address,
        issuerName: student.school.name.ja,
        recipientName: student.name,
        host,
        sentAt: play.world.clock.now(),
      }),
    });
  },
});
