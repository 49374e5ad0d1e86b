import type { SmtpReply } from '../../events/index.ts';
import type { ReasonClass } from './reason-class.ts';
import { replyTexts, statusReasons } from './reply-texts.ts';

/** The class of what a host answered; `undefined`, as Sisimai calls it, for words that nobody knows. */
export function reasonOf({ replyCode, enhancedStatusCode, text, stage }: SmtpReply): ReasonClass {
  // https://www.rfc-editor.org/rfc/rfc3463#section-3.2 : the one code that says exactly this, whatever the words are.
  if (enhancedStatusCode === '5.1.1') return 'userunknown';
  const said = replyTexts.find((one) => (one.stage === undefined || one.stage === stage) && one.text.test(text));
  if (said !== undefined) return said.reason;
  const reason = statusReasons.get(enhancedStatusCode?.slice(2) ?? '');
  if (reason !== undefined) return reason;
  // https://www.rfc-editor.org/rfc/rfc5321#section-4.2.3 : "exceeded storage allocation", "command unrecognized" …
  if (replyCode === 552 || replyCode === 452) return 'mailboxfull';
  return replyCode >= 500 && replyCode <= 504 ? 'syntaxerror' : 'undefined';
}
