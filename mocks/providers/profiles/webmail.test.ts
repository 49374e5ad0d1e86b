import { describe } from 'vitest';
import { decides, type Row, service } from '../decision-table.ts';
import { gmail } from './gmail.ts';
import { icloud } from './icloud.ts';
import { yahooJp } from './yahoo-jp.ts';

const nothingPasses = { spf: 'fail', dkim: 'fail', dmarc: 'fail' } as const;
const unpublished = { spf: 'none', dkim: 'none', dmarc: 'none' } as const;
const alumni = 'hanako@alumni.example';

describe('Gmail', () => {
  const address = 'hanako@gmail.com.test';
  decides(gmail, address, [
    [
      'no such user',
      { hasMailbox: false },
      '550 5.1.1 at RCPT: The email account that you tried to reach does not exist. < unknown-user',
    ],
    [
      'disabled',
      { settings: { account: 'disabled' } },
      '550 5.2.1 at RCPT: The email account that you tried to reach is disabled. < account-disabled',
    ],
    ['nothing set', {}, 'inbox < otherwise'],
    [
      'full, though let through by a filter',
      { usedBytes: 3_001, settings: { quotaBytes: 10_000, allowedSenders: [service] } },
      '452 4.2.2 at RCPT: The email account that you tried to reach is over quota. < mailbox-full',
    ],
    [
      'full for long',
      { usedBytes: 3_001, settings: { quotaBytes: 10_000, overQuota: 'permanent' } },
      '552 5.2.2 at RCPT: The email account that you tried to reach is over quota and inactive. < mailbox-full-for-long',
    ],
    [
      'a host without a name',
      { clientHasName: false },
      '550 5.7.25 at DATA: The IP address sending this message does not have a PTR record setup, or the corresponding forward DNS entry does not match the sending IP. < client-nameless',
    ],
    [
      'a connection in the clear',
      { isEncrypted: false },
      '421 4.7.29 at DATA: Your email has been rate limited because this message was not sent over a TLS connection. < unencrypted',
    ],
    ...([{ from: '' }, { fields: { subject: ['a', 'b'] } }, { fields: { from: [service, service] } }] as const).map(
      (given): Row => [
        `a header that RFC 5322 forbids: ${JSON.stringify(given)}`,
        given,
        '550 5.7.1 at DATA: This message is not RFC 5322 compliant. To reduce the amount of spam sent to Gmail, this message has been blocked. < header-malformed',
      ],
    ),
    [
      'readers report the sender as spam',
      { settings: { senderSpamRate: 'high', allowedSenders: [service] } },
      '421 4.7.28 at DATA: Gmail has detected an unusual rate of unsolicited mail. To protect our users from spam, mail has been temporarily rate limited. < spam-rate',
    ],
    [
      'the 5,001st promotion of the day without one click to unsubscribe',
      { settings: { tab: 'promotions' }, history: { lastDay: 5_000 } },
      'junk < bulk-unsubscribe',
    ],
    [
      'the same with one click',
      {
        settings: { tab: 'promotions' },
        fields: { 'list-unsubscribe-post': ['List-Unsubscribe=One-Click'] },
        history: { lastDay: 5_000 },
      },
      'inbox + tab-promotions < otherwise',
    ],
    [
      'the 5,000th promotion of the day',
      { settings: { tab: 'promotions' }, history: { lastDay: 4_999 } },
      'inbox + tab-promotions < otherwise',
    ],
    ['full to the last byte', { usedBytes: 3_000, settings: { quotaBytes: 10_000 } }, 'inbox < otherwise'],
    [
      'DMARC fails under p=reject, though let through by a filter',
      { ...nothingPasses, settings: { allowedSenders: [service] } },
      "550 5.7.26 at DATA: Unauthenticated email from openbadge.net is not accepted due to domain's DMARC policy. < dmarc-reject",
    ],
    [
      'DMARC fails under p=quarantine',
      { dkim: 'pass', dmarc: 'fail', policy: 'quarantine' },
      'junk < dmarc-quarantine',
    ],
    ['DMARC fails under p=none, DKIM passes', { spf: 'fail', dmarc: 'fail', policy: 'none' }, 'inbox < otherwise'],
    [
      'neither SPF nor DKIM, and no policy',
      unpublished,
      '550 5.7.26 at DATA: Your email has been blocked because the sender is unauthenticated. Gmail requires all senders to authenticate with either SPF or DKIM. < unauthenticated',
    ],
    ['SPF alone', { dkim: 'none', dmarc: 'none' }, 'inbox < otherwise'],
    ['DKIM alone', { spf: 'fail', dmarc: 'none' }, 'inbox < otherwise'],
    ['the 5,001st of the day, all right', { history: { lastDay: 5_000 } }, 'inbox < otherwise'],
    ['the 5,000th of the day without DMARC', { dmarc: 'none', history: { lastDay: 4_999 } }, 'inbox < otherwise'],
    [
      'the 5,001st of the day without DMARC',
      { dmarc: 'none', history: { lastDay: 5_000 } },
      '421 4.7.0 at DATA: This mail has been rate limited because the sender does not meet the requirements for bulk senders. < bulk-sender-rules',
    ],
    [
      'more than the hourly limit',
      { settings: { hourlyLimit: 10 }, history: { lastHour: 10 } },
      '421 4.7.0 at RCPT: Our system has detected an unusual rate of mail originating from your domain. Please try again later. < rate-limit',
    ],
    ['below the hourly limit', { settings: { hourlyLimit: 10 }, history: { lastHour: 9 } }, 'inbox < otherwise'],
    ['high bias', { settings: { junkBias: 'high' } }, 'junk < junk-score'],
    ['high bias, no link in the mail', { settings: { junkBias: 'high' }, links: [] }, 'inbox < otherwise'],
    ['high bias, in the contacts', { settings: { junkBias: 'high', contacts: [service] } }, 'inbox < contact'],
    [
      'high bias, let through by domain',
      { settings: { junkBias: 'high', allowedSenders: ['openbadge.net'] } },
      'inbox < allowed-sender',
    ],
    [
      'high bias, reported as not junk',
      { settings: { junkBias: 'high', trustedSenders: [service] } },
      'inbox < trusted-sender',
    ],
    [
      'high bias, only other addresses and domains let through',
      { settings: { junkBias: 'high', allowedSenders: ['info@openbadge.net', 'notopenbadge.net', 'badge.net'] } },
      'junk < junk-score',
    ],
    [
      'blocked and let through',
      { settings: { blockedSenders: [service.toUpperCase()], allowedSenders: [service], contacts: [service] } },
      'junk < blocked-sender',
    ],
    ['into a tab', { settings: { tab: 'updates' } }, 'inbox + tab-updates < otherwise'],
    ['into another tab', { settings: { tab: 'promotions' } }, 'inbox + tab-promotions < otherwise'],
  ]);
});

describe('Yahoo! JAPAN', () => {
  const address = 'hanako@yahoo.co.jp.test';
  const spoofing = { refusesSpoofed: true };
  decides(yahooJp, address, [
    [
      'no such user, told after the data',
      { hasMailbox: false },
      `554 at DATA: delivery error: dd This user doesn't have a yahoo.co.jp account (${address}) [-5] < unknown-user`,
    ],
    ['nothing set', {}, 'inbox < otherwise'],
    ['full', { usedBytes: 10 * 1024 ** 3 }, '552 5.2.2 at DATA: Mailbox full < mailbox-full'],
    ['neither SPF nor DKIM nor DMARC', unpublished, 'junk < without-authentication'],
    ['the same, in the contacts', { ...unpublished, settings: { contacts: [service] } }, 'inbox < contact'],
    ['DKIM alone', { spf: 'fail', dmarc: 'none' }, 'inbox < otherwise'],
    ['forged, refused', { ...nothingPasses, settings: spoofing }, '250, dropped < spoofed'],
    [
      'forged, refused, though let through',
      { ...nothingPasses, settings: { ...spoofing, allowedSenders: [service] } },
      '250, dropped < spoofed',
    ],
    [
      'forged, refused, sender on the rescue list',
      { ...nothingPasses, settings: { ...spoofing, rescueList: [service], allowedSenders: [service] } },
      'inbox < allowed-sender',
    ],
    [
      'forwarded, so that SPF fails: DKIM proves it',
      { spf: 'fail', dkim: 'pass', settings: spoofing },
      'inbox < otherwise',
    ],
    [
      'forwarded and changed on the way, the forwarding address on the rescue list',
      { ...nothingPasses, recipients: [alumni], settings: { ...spoofing, rescueList: [alumni] } },
      'junk < without-authentication',
    ],
    [
      'refused',
      { settings: { blockedSenders: [service], allowedSenders: [service] } },
      '250, dropped < blocked-sender',
    ],
    ['high bias', { settings: { junkBias: 'high' } }, 'junk < junk-score'],
    ['high bias, let through', { settings: { junkBias: 'high', allowedSenders: [service] } }, 'inbox < allowed-sender'],
    ['high bias, reported', { settings: { junkBias: 'high', trustedSenders: [service] } }, 'inbox < trusted-sender'],
  ]);
});

describe('iCloud', () => {
  const address = 'hanako@icloud.com.test';
  decides(icloud, address, [
    ['no such user', { hasMailbox: false }, `550 5.1.1 at RCPT: <${address}>: user does not exist < unknown-user`],
    ['nothing set', {}, 'inbox < otherwise'],
    [
      'the host is on a block list',
      { settings: { senderReputation: 'blocked' } },
      '550 5.7.0 at MAIL: Blocked - see https://support.proofpoint.com/dnsbl-lookup.cgi < blocked-host',
    ],
    [
      'full of photos',
      { settings: { otherUsedBytes: 5 * 1024 ** 3 - 6_999, contacts: [service] } },
      `552 5.2.2 at RCPT: <${address}>: user is over quota < mailbox-full`,
    ],
    ['nearly full of photos', { settings: { otherUsedBytes: 5 * 1024 ** 3 - 7_000 } }, 'inbox < otherwise'],
    [
      'DMARC fails under p=reject',
      nothingPasses,
      '554 5.7.1 at DATA: [CS01] Message rejected due to local policy. Please visit https://support.apple.com/en-us/HT204137 < dmarc-reject',
    ],
    ['DMARC fails under p=quarantine', { ...nothingPasses, policy: 'quarantine' }, 'junk < dmarc-quarantine'],
    ['DMARC fails under p=none', { ...nothingPasses, policy: 'none' }, 'inbox < otherwise'],
    ['blocked', { settings: { blockedSenders: [service] } }, '250, dropped < blocked-sender'],
    [
      'high bias, let through by a rule',
      { settings: { junkBias: 'high', allowedSenders: [service] } },
      'inbox < allowed-sender',
    ],
    ['high bias', { settings: { junkBias: 'high' } }, 'junk < junk-score'],
    ['high bias, in the contacts', { settings: { junkBias: 'high', contacts: [service] } }, 'inbox < contact'],
    ['high bias, reported', { settings: { junkBias: 'high', trustedSenders: [service] } }, 'inbox < trusted-sender'],
  ]);
});
