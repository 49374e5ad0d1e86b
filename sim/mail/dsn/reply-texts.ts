import type { SmtpStage } from '../../events/index.ts';
import type { ReasonClass } from './reason-class.ts';

/** Words by which a host says why. Every pattern takes time in proportion to the text: hosts may answer anything. */
export interface ReplyText {
  readonly text: RegExp;
  /** The same words mean something else at another stage. */
  readonly stage?: SmtpStage;
  readonly reason: ReasonClass;
  /** Where it is known from; `assumption: …` when no source was found. */
  readonly source: string;
}

const docomo = 'https://note.com/sendmagic/n/neb6bbe7e51cf';
const docomoSisimai = 'https://github.com/sisimai/p5-sisimai/blob/master/lib/Sisimai/Rhost/NTTDOCOMO.pm';
const au = 'https://github.com/sisimai/p5-sisimai/blob/master/lib/Sisimai/Rhost/KDDI.pm';
const auAccount = 'https://github.com/sisimai/p5-sisimai/blob/master/lib/Sisimai/Lhost/EZweb.pm';
const softbank = 'https://note.com/sendmagic/n/n5afbf98aeb25';
const gmail = 'https://support.google.com/a/answer/81126';
const icloud = 'https://note.com/sendmagic/n/n079f49339312';
const microsoft = 'https://note.com/sendmagic/n/ne72a2b6e3938';

/** The first one that fits is right: what is said at one stage only stands before what is said at any. */
export const replyTexts: readonly ReplyText[] = [
  { text: /^Unknown user \S+@\S/i, stage: 'RCPT', reason: 'userunknown', source: docomo },
  // Also when nobody tells the stage: to go on sending to nobody harms less than to stop sending to somebody.
  { text: /^Unknown user \S+@\S/i, reason: 'filtered', source: docomoSisimai },
  { text: /^Too much mail data\b/i, reason: 'mailboxfull', source: docomoSisimai },
  { text: /^Too many recipients\b/i, reason: 'toomanyconn', source: docomoSisimai },
  { text: /\bLine Too Long\b/i, reason: 'syntaxerror', source: 'assumption: as every reply of 500 to 504' },
  // `550 : User unknown`, the address left blank, is a filter of the reader.
  { text: /^: User unknown/i, reason: 'filtered', source: au },
  { text: /^<[^<>\s]+>: User unknown/i, reason: 'userunknown', source: au },
  {
    text: /^<[^<>\s]+>: Relay access denied/i,
    reason: 'norelaying',
    source: 'https://note.com/sendmagic/n/n875d8dcb6cb8',
  },
  { text: /^The user\(s\) account is temporarily over quota/i, reason: 'mailboxfull', source: auAccount },
  { text: /^The user\(s\) account is (disabled|temporarily limited)/i, reason: 'suspend', source: auAccount },
  {
    text: /^Each of the following recipients was rejected by a remote mail server/i,
    reason: 'filtered',
    source: `${auAccount} (with X-SPASIGN: NG, which such a mail of au bears)`,
  },
  { text: /^Invalid recipient: <[^<>\s]+>/i, reason: 'userunknown', source: softbank },
  { text: /^[\w.-]+ does not exist$/i, stage: 'MAIL', reason: 'rejected', source: softbank },
  { text: /\[CS01\]/, reason: 'policyviolation', source: icloud },
  { text: /\bsupport\.proofpoint\.com\b/i, reason: 'blocked', source: icloud },
  { text: /\(S2017062302\)/, stage: 'RCPT', reason: 'userunknown', source: microsoft },
  { text: /\(AS3140\)/, reason: 'blocked', source: microsoft },
  {
    text: /\bdoesn't have a yahoo\.co\.jp account\b/i,
    reason: 'userunknown',
    source: 'https://github.com/sisimai/p5-sisimai/blob/master/lib/Sisimai/Reason/UserUnknown.pm',
  },
  { text: /^Message too large$/i, reason: 'mesgtoobig', source: softbank },
  { text: /\b(From|Message-ID) header is missing\b/i, reason: 'notcompliantrfc', source: softbank },
  { text: /\bnot RFC 5322 compliant\b/i, reason: 'notcompliantrfc', source: gmail },
  { text: /\bPTR record\b/i, reason: 'requireptr', source: gmail },
  // "rate limited" too, but for another reason.
  { text: /\bnot sent over a TLS connection\b/i, reason: 'policyviolation', source: gmail },
  {
    text: /^Too many unknown recipients\b/i,
    reason: 'blocked',
    source: 'assumption: a host that meets too many unknown addresses shuts its sender out for a while',
  },
  { text: /\b(unusual rate of|rate limited)\b/i, reason: 'speeding', source: gmail },
  {
    text: /\btoo much mail from\b/i,
    reason: 'speeding',
    source: 'assumption: the words of Postfix with a policy server',
  },
  { text: /\bgreylist/i, reason: 'greylisted', source: 'assumption: hosts that greylist use the word' },
  { text: /\bDMARC\b/i, reason: 'blocked', source: 'assumption: as Gmail’s 5.7.26 is measured' },
];

/** What an enhanced status code means whatever its class, 4 or 5: RFC 3463 §3. */
export const statusReasons: ReadonlyMap<string, ReasonClass> = new Map([
  ['1.1', 'userunknown'],
  ['1.2', 'hostunknown'],
  ['1.10', 'hostunknown'],
  ['2.1', 'suspend'],
  ['2.2', 'mailboxfull'],
  ['2.3', 'mesgtoobig'],
  ['3.4', 'mesgtoobig'],
  ['4.4', 'hostunknown'],
  ['4.7', 'expired'],
  // Gmail; measured with Sisimai 4.25.15.
  ['7.26', 'blocked'],
  ['7.1', 'policyviolation'],
]);
