import type { SmtpReply, Transmission } from '#sim/events';
import type { World } from '#sim/kernel';
import type { Judgement } from '../providers/index.ts';
import { headerSection, multipartReport, sendBack } from './bounce.ts';
import { mailboxDefaults } from './parameters.ts';

/**
 * What au tells of an account in a mail of its own, "Mail System Error - Returned Mail", by the rule that refused:
 * https://github.com/sisimai/p5-sisimai/blob/master/lib/Sisimai/Lhost/EZweb.pm
 */
const accountRules: ReadonlySet<string> = new Set(['account-limited', 'account-disabled', 'mailbox-full']);

/**
 * Whether au takes a message although its account cannot receive, and sends it back later. No source says when au does
 * which: assumption, `mailbox.lateBounceMs` of the world.
 */
export function isBouncedLate(world: World, provider: string, { outcome, trail }: Judgement): boolean {
  const { lateBounceMs } = world.parameters('mailbox', mailboxDefaults);
  const isOfAccount = accountRules.has(trail.at(-1)?.rule ?? '');
  return lateBounceMs !== 0 && provider === 'au' && outcome === 'rejected' && isOfAccount;
}

/** The reply to a message that is {@link isBouncedLate}, which it begins; undefined when it is refused at once. */
export function takenForLateBounce(
  world: World,
  provider: string,
  transmission: Transmission,
  judgement: Judgement,
): SmtpReply | undefined {
  if (!isBouncedLate(world, provider, judgement)) return undefined;
  const { reply } = judgement;
  const { lateBounceMs } = world.parameters('mailbox', mailboxDefaults);
  const recipient = transmission.forwardPath;
  const host = 'ezweb.ne.jp';
  sendBack(world, { host, transmission, recipient, reply }, lateBounceMs, (report) =>
    multipartReport(world, {
      host,
      report,
      from: 'Mail Administrator <Postmaster@ezweb.ne.jp>',
      to: transmission.reversePath,
      subject: 'Mail System Error - Returned Mail',
      // One text for all of them, as au's mails have it.
      notice: [
        '次のあて先へのメッセージはエラーのため送信できませんでした。',
        '',
        reply.text,
        '',
        `<${recipient}>: 550 user unknown (in reply to RCPT TO command)`,
      ],
      status: [
        `Reporting-MTA: dns; ${host}`,
        '',
        `Final-Recipient: rfc822; ${recipient}`,
        'Action: failed',
        'Status: 5.0.0',
      ],
      returned: { type: 'message/rfc822', data: headerSection(transmission.data) },
    }),
  );
  return { replyCode: 250, text: 'Ok', stage: 'DATA' };
}
