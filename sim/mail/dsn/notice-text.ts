import type { SmtpStage } from '../../events/index.ts';
import { formatInstant } from '../../kernel/index.ts';
import { addrSpec } from '../address.ts';
import { replyLine } from './reply-line.ts';
import type { Undelivered } from './undelivered.ts';

/** How hosts, Postfix first, tell at which command they were refused; the report's fields have no place for it. */
const commands: Readonly<Record<SmtpStage, string>> = {
  MAIL: 'MAIL FROM',
  RCPT: 'RCPT TO',
  DATA: 'end of DATA',
};

/**
 * What a person reads first in a delivery status notification. The words "This is the mail system at host" and where the
 * reply stands are Postfix's: programs that read bounces, Sisimai among them, look for these.
 */
export function noticeText({ action, reportingHost, remoteHost, recipient, reply, retryUntil }: Undelivered): string {
  const { stage = 'DATA' } = reply;
  const said = `<${addrSpec(recipient)}>: host ${remoteHost} said: ${replyLine(reply)} (in reply to ${commands[stage]} command)`;
  const until = formatInstant(retryUntil).slice(0, 16).replace('T', ' ');
  return action === 'failed'
    ? `${reportingHost} のメール配送システムからの自動のお知らせです。

次の宛先にメールを届けられませんでした。受信側の返答をご確認ください。

This is the mail system at host ${reportingHost}.
The mail could not be delivered to the following address.

${said}
`
    : `${reportingHost} のメール配送システムからの自動のお知らせです。

次の宛先にまだメールを届けられていません。${until} まで再送を続けますので、送り直す必要はありません。

This is the mail system at host ${reportingHost}.
The mail could not yet be delivered. It will be tried until ${until}; you do not need to send it again.

${said}
`;
}
