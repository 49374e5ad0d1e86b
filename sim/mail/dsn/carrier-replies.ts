import type { SmtpReply } from '../../events/index.ts';
import type { ReasonClass } from './reason-class.ts';

/** For tests: a host's words, and what must be read from them. */
export interface CarrierReply {
  readonly case: string;
  readonly address: string;
  readonly reply: SmtpReply;
  readonly reason: ReasonClass;
  /** What Sisimai 4.25.15 reads from our report of it, where that is not the same: sisimai.test.ts measures it. */
  readonly sisimai?: string;
}

const docomo = 'hanako@docomo.ne.jp';
const au = 'hanako@ezweb.ne.jp';
const softbank = 'hanako@i.softbank.jp';
const gmail = 'hanako@gmail.com';
const icloud = 'hanako@icloud.com';
const outlook = 'hanako@outlook.jp';

function row(
  name: string,
  address: string,
  stage: NonNullable<SmtpReply['stage']>,
  line: readonly [replyCode: number, enhancedStatusCode: string, text: string],
  reason: ReasonClass,
  sisimai?: string,
): CarrierReply {
  const [replyCode, enhancedStatusCode, text] = line;
  const status = enhancedStatusCode === '' ? {} : { enhancedStatusCode };
  const reply = { replyCode, ...status, text, stage };
  return { case: name, address, reply, reason, ...(sisimai !== undefined && { sisimai }) };
}

/** Every text of the facts on how a blocked or failed mail looks, and those of our own profiles beside them. */
export const carrierReplies: readonly CarrierReply[] = [
  row('docomo, no such user', docomo, 'RCPT', [550, '', `Unknown user ${docomo}`], 'userunknown'),
  row('docomo, a filter: the same after the data', docomo, 'DATA', [550, '', `Unknown user ${docomo}`], 'filtered'),
  row('docomo, full', docomo, 'DATA', [552, '', `Too much mail data ${docomo}`], 'mailboxfull'),
  row('docomo, a long line', docomo, 'DATA', [500, '', 'Line Too Long'], 'syntaxerror'),
  row('docomo, many recipients', docomo, 'RCPT', [552, '', 'Too many recipients'], 'toomanyconn'),
  row('docomo, order of commands', docomo, 'DATA', [503, '', 'Bad sequence of commands'], 'syntaxerror'),
  row('au, no such user', au, 'RCPT', [550, '', `<${au}>: User unknown`], 'userunknown'),
  row('au, a filter: the address left blank', au, 'DATA', [550, '', ': User unknown'], 'filtered'),
  row('au, full', au, 'RCPT', [550, '', 'The user(s) account is temporarily over quota.'], 'mailboxfull'),
  row('au, unpaid', au, 'RCPT', [550, '', 'The user(s) account is temporarily limited.'], 'suspend', 'onhold'),
  row('au, disabled', au, 'RCPT', [550, '', 'The user(s) account is disabled.'], 'suspend', 'onhold'),
  row('au, bad syntax', au, 'RCPT', [554, '', `<${au}>: Relay access denied`], 'norelaying'),
  row('SoftBank, no such user', softbank, 'RCPT', [550, '', `Invalid recipient: <${softbank}>`], 'userunknown'),
  row(
    'SoftBank, sender without DNS',
    softbank,
    'MAIL',
    [553, '', 'openbadge.invalid does not exist'],
    'rejected',
    'hostunknown',
  ),
  row(
    'Gmail, no such user',
    gmail,
    'RCPT',
    [550, '5.1.1', 'The email account that you tried to reach does not exist.'],
    'userunknown',
  ),
  row(
    'Gmail, DMARC',
    gmail,
    'DATA',
    [550, '5.7.26', "Unauthenticated email from openbadge.net is not accepted due to domain's DMARC policy."],
    'blocked',
    'policyviolation',
  ),
  row(
    'Gmail, disabled',
    gmail,
    'RCPT',
    [550, '5.2.1', 'The email account that you tried to reach is disabled.'],
    'suspend',
  ),
  row(
    'Gmail, full, for now',
    gmail,
    'RCPT',
    [452, '4.2.2', 'The email account that you tried to reach is over quota.'],
    'mailboxfull',
  ),
  row(
    'Gmail, full',
    gmail,
    'RCPT',
    [552, '5.2.2', 'The email account that you tried to reach is over quota.'],
    'mailboxfull',
  ),
  row(
    'Gmail, too fast',
    gmail,
    'RCPT',
    [421, '4.7.0', 'Our system has detected an unusual rate of mail originating from your domain.'],
    'speeding',
    'securityerror',
  ),
  row(
    'Gmail, no reverse DNS',
    gmail,
    'DATA',
    [550, '5.7.25', 'The IP address sending this message does not have a PTR record setup.'],
    'requireptr',
    'blocked',
  ),
  row(
    'Gmail, no TLS',
    gmail,
    'DATA',
    [421, '4.7.29', 'Your email has been rate limited because this message was not sent over a TLS connection.'],
    'policyviolation',
    'securityerror',
  ),
  row(
    'Gmail, bad form',
    gmail,
    'DATA',
    [550, '5.7.1', 'This message is not RFC 5322 compliant.'],
    'notcompliantrfc',
    'securityerror',
  ),
  row('SoftBank, bad form', softbank, 'DATA', [550, '', 'Message-ID header is missing'], 'notcompliantrfc', 'onhold'),
  row('SoftBank, too big', softbank, 'DATA', [552, '', 'Message too large'], 'mesgtoobig', 'exceedlimit'),
  row(
    'docomo, many unknown users',
    docomo,
    'RCPT',
    [421, '', 'Too many unknown recipients, try again later'],
    'blocked',
    'userunknown',
  ),
  row('iCloud, no such user', icloud, 'RCPT', [550, '5.1.1', `<${icloud}>: user does not exist`], 'userunknown'),
  row(
    'iCloud, policy',
    icloud,
    'DATA',
    [554, '5.7.1', '[CS01] Message rejected due to local policy.'],
    'policyviolation',
  ),
  row('iCloud, full', icloud, 'RCPT', [552, '5.2.2', `<${icloud}>: user is over quota`], 'mailboxfull'),
  row(
    'iCloud, block list',
    icloud,
    'MAIL',
    [550, '5.7.0', 'Blocked - see https://support.proofpoint.com/dnsbl-lookup.cgi'],
    'blocked',
  ),
  row(
    'Outlook, no such user',
    outlook,
    'RCPT',
    [550, '5.5.0', 'Requested action not taken: mailbox unavailable (S2017062302)'],
    'userunknown',
  ),
  row(
    'Outlook, block list',
    outlook,
    'MAIL',
    [550, '5.7.1', "messages from your host weren't sent. Part of its network is on our block list (AS3140)."],
    'blocked',
    'securityerror',
  ),
  row('Outlook, full', outlook, 'DATA', [552, '5.2.2', 'Mailbox full'], 'mailboxfull'),
  row(
    'Outlook, DMARC',
    outlook,
    'DATA',
    [550, '5.7.509', 'Access denied, sending domain openbadge.net does not pass DMARC verification'],
    'blocked',
    'securityerror',
  ),
  row(
    'Yahoo! JAPAN, no such user',
    'hanako@yahoo.co.jp',
    'DATA',
    [554, '', "delivery error: dd This user doesn't have a yahoo.co.jp account (hanako@yahoo.co.jp) [-5]"],
    'userunknown',
    'filtered',
  ),
  row(
    'a gateway, greylisting',
    'a@mihon.ed.jp',
    'RCPT',
    [451, '4.7.1', 'Greylisted, please try again in 300 seconds'],
    'greylisted',
    'blocked',
  ),
  row(
    'a gateway, too much',
    'a@mihon.ed.jp',
    'RCPT',
    [450, '4.7.1', 'Error: too much mail from openbadge.net'],
    'speeding',
    'blocked',
  ),
  row(
    'no host for the domain',
    'a@docomo.jp',
    'RCPT',
    [550, '5.1.2', 'Bad destination system address: no host takes mail for the domain'],
    'hostunknown',
  ),
  row('too big', 'a@example.test', 'MAIL', [552, '5.3.4', 'Message size exceeds fixed limit'], 'mesgtoobig'),
  row('words that nobody knows', 'a@example.test', 'DATA', [554, '', 'No thanks'], 'undefined', 'onhold'),
];

/** A report of our own host about a carrier's reply. */
export function undeliveredTo(address: string, reply: SmtpReply) {
  const now = Date.UTC(2026, 3, 1, 0, 0, 2);
  return {
    report: 'dsn_0001',
    action: 'failed',
    reportingHost: 'mail.openbadge.net',
    remoteHost: address.slice(address.lastIndexOf('@') + 1),
    reversePath: 'service@openbadge.net',
    recipient: address,
    envelopeId: 'msg_0001.abcdefghijklmnop',
    reply,
    queuedAt: now - 2_000,
    now,
    retryUntil: now + 432_000_000,
    data: Buffer.from(
      [
        'Date: Wed, 1 Apr 2026 09:00:00 +0900',
        'From: service@openbadge.net',
        `To: <${address}>`,
        'Subject: =?UTF-8?B?44CQ6KaL5pys5aSn5a2m44CR?=',
        'Message-ID: <msg_0001.abcdefghijklmnop@openbadge.net>',
        '',
        'https://wallet.openbadge.test/receive/live-token-1',
        '',
      ].join('\r\n'),
    ),
  } as const;
}
