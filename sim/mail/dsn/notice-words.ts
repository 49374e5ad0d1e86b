import type { SmtpReply, SmtpStage } from '../../events/index.ts';
import { parseReplyLine } from './reply-line.ts';

const stages: Readonly<Record<string, SmtpStage>> = { MAIL: 'MAIL', RCPT: 'RCPT', DATA: 'DATA', END: 'DATA' };

/** How far behind an address its reply may stand in the notice. */
const reach = 1_000;

/**
 * The command that was refused, as the notice (on one line) tells it: `(in reply to end of DATA command)` by Postfix,
 * `>>> DATA` in a transcript by sendmail.
 */
export function stageOf(text: string, recipient: string): SmtpStage | undefined {
  const after = behind(text, recipient);
  const command = /\(in reply to (MAIL|RCPT|DATA|end) /i.exec(after)?.[1] ?? />>> (MAIL|RCPT|DATA)\b/i.exec(after)?.[1];
  return command === undefined ? undefined : stages[command.toUpperCase()];
}

/** What the host said, where only the notice tells it: au’s do. */
export function saidOf(text: string, recipient: string): SmtpReply | undefined {
  // au puts the state of the account before the address: facts of Sisimai's Lhost/EZweb.
  const account = /The user\(s\) account is [a-z ]{1,40}\./i.exec(text)?.[0];
  const line = /^[^:]{0,4}: (?:host \S{1,255} said: )?([^(]{1,512})/i.exec(behind(text, recipient))?.[1]?.trim() ?? '';
  const reply = parseReplyLine(line);
  return account === undefined ? reply : { replyCode: reply?.replyCode ?? 550, text: account };
}

/** The text behind the recipient's address; the whole text where the address is not in it. */
function behind(text: string, recipient: string): string {
  const at = text.toLowerCase().indexOf(recipient.toLowerCase());
  return at === -1 ? text.slice(0, reach) : text.slice(at + recipient.length, at + recipient.length + reach);
}
