import type { SmtpReply } from '../events/index.ts';

/**
 * How hosts say "no such user" where RFC 3463's 5.1.1 is missing: facts page "mail" §3.2. Each must name the address
 * or a code of its own, because docomo and au answer with nearly the same words when a filter of the user refused.
 */
const texts: readonly RegExp[] = [
  // docomo
  /^Unknown user \S+@\S+/i,
  // au; `550 : User unknown`, without the address, is its filter.
  /^<\S+@[^\s@]+>: User unknown/i,
  // SoftBank
  /^Invalid recipient: <\S+@[^\s@]+>/i,
  // Outlook and Microsoft 365
  /mailbox unavailable.*\(S2017062302\)/i,
];

/** Yahoo! JAPAN looks the account up only after the data, in words of its own. */
const textAfterData = /This user doesn't have a yahoo\.co\.jp account/i;

/** Whether a refusal means that the address does not exist, so that nothing more should be sent to it. */
export function isUnknownUser(reply: SmtpReply): boolean {
  if (reply.replyCode < 500) return false;
  if (reply.enhancedStatusCode === '5.1.1' || textAfterData.test(reply.text)) return true;
  // After DATA the same words come from a filter (docomo): only an answer to RCPT is about the address.
  return reply.stage === 'RCPT' && texts.some((text) => text.test(reply.text));
}
