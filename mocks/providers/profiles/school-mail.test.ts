import { describe } from 'vitest';
import { decides, service } from '../decision-table.ts';
import { m365 } from './m365.ts';
import { plain } from './plain.ts';
import { schoolGateway } from './school-gateway.ts';

const address = 's26001@mihon-u.ac.jp.test';
const nothingPasses = { spf: 'fail', dkim: 'fail', dmarc: 'fail' } as const;
const virus = { text: 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE' };

describe('Microsoft 365 of a university', () => {
  const unavailable = '550 5.5.0 at RCPT: Requested action not taken: mailbox unavailable (S2017062302)';
  decides(m365, address, [
    ['no such user', { hasMailbox: false }, `${unavailable} < unknown-user`],
    [
      'a quoted local part',
      { hasMailbox: false, forwardPath: '"a..b"@mihon-u.ac.jp.test' },
      `${unavailable} < address-grammar`,
    ],
    ['graduated', { settings: { enrolment: 'ended' } }, `${unavailable} < not-enrolled`],
    [
      'the host is on the block list',
      { settings: { senderReputation: 'blocked' } },
      "550 5.7.1 at MAIL: Unfortunately, messages from your host weren't sent. Part of its network is on our block list (AS3140). < blocked-host",
    ],
    ['full', { usedBytes: 50 * 1024 ** 3 }, '552 5.2.2 at DATA: Mailbox full < mailbox-full'],
    ['nothing set', {}, 'inbox < otherwise'],
    [
      'DMARC fails under p=reject',
      nothingPasses,
      '550 5.7.509 at DATA: Access denied, sending domain openbadge.net does not pass DMARC verification and has a DMARC policy of reject. < dmarc-reject',
    ],
    [
      'DMARC fails under p=quarantine',
      { ...nothingPasses, policy: 'quarantine' },
      'quarantine (user) < dmarc-quarantine',
    ],
    [
      'a virus, though a safe sender',
      { ...virus, settings: { allowedSenders: [service] } },
      'quarantine (admin) < virus',
    ],
    [
      'phishing with high confidence, though a safe sender',
      { settings: { threat: 'high-confidence-phishing', allowedSenders: [service] } },
      'quarantine (admin) < high-confidence-phishing',
    ],
    [
      'spam with high confidence',
      { settings: { threat: 'high-confidence-spam' } },
      'quarantine (user) < high-confidence-spam',
    ],
    [
      'spam with high confidence, but a safe sender',
      { settings: { threat: 'high-confidence-spam', allowedSenders: ['openbadge.net'] } },
      'inbox < allowed-sender',
    ],
    ['spam', { settings: { junkBias: 'high' } }, 'junk < junk-score'],
    ['spam, in the contacts', { settings: { junkBias: 'high', contacts: [service] } }, 'inbox < contact'],
    ['spam, reported', { settings: { junkBias: 'high', trustedSenders: [service] } }, 'inbox < trusted-sender'],
    [
      'blocked and safe',
      { settings: { blockedSenders: [service], allowedSenders: [service] } },
      'junk < blocked-sender',
    ],
    ['out of focus', { settings: { focusedInbox: 'other' } }, 'inbox + focused-other < otherwise'],
  ]);
});

describe('a school’s gateway', () => {
  const later = (seconds: number) => `451 4.7.1 at RCPT: Greylisted, please try again in ${seconds} seconds < greylist`;
  decides(schoolGateway, address, [
    [
      'no such user',
      { hasMailbox: false },
      `550 5.1.1 at RCPT: <${address}>: Recipient address rejected: User unknown in local recipient table < unknown-user`,
    ],
    ['a sender that never came', { history: { firstTriedAt: undefined } }, later(300)],
    ['the same too early', { history: { firstTriedAt: 1_000_000 - 299_999 } }, later(1)],
    ['the same after the wait', { history: { firstTriedAt: 1_000_000 - 300_000 } }, 'inbox < otherwise'],
    [
      'a wait of fifteen minutes',
      { history: { firstTriedAt: 400_000 }, settings: { greylistMs: 900_000 } },
      later(300),
    ],
    [
      'greylisting off',
      { history: { firstTriedAt: undefined }, settings: { greylisting: false } },
      'inbox < otherwise',
    ],
    [
      'more than the hourly limit',
      { settings: { hourlyLimit: 100 }, history: { lastHour: 100 } },
      '450 4.7.1 at RCPT: Error: too much mail from openbadge.net < rate-limit',
    ],
    ['full', { usedBytes: 1024 ** 3 }, `552 5.2.2 at DATA: <${address}>: Mailbox is full < mailbox-full`],
    ['a virus', virus, '250, dropped < virus'],
    [
      'DMARC fails under p=reject',
      nothingPasses,
      '550 5.7.1 at DATA: rejected by DMARC policy for openbadge.net < dmarc-reject',
    ],
    [
      'DMARC fails under p=quarantine',
      { ...nothingPasses, policy: 'quarantine' },
      'quarantine (user) < dmarc-quarantine',
    ],
    ['high bias', { settings: { junkBias: 'high' } }, 'quarantine (user) < junk-score'],
    ['high bias, allowed', { settings: { junkBias: 'high', allowedSenders: [service] } }, 'inbox < allowed-sender'],
    ['high bias, reported', { settings: { junkBias: 'high', trustedSenders: [service] } }, 'inbox < trusted-sender'],
    ['refused', { settings: { blockedSenders: [service] } }, 'quarantine (user) < blocked-sender'],
  ]);
});

describe('plain', () => {
  decides(plain, address, [
    [
      'no such user',
      { hasMailbox: false },
      `550 5.1.1 at RCPT: <${address}>: Recipient address rejected: User unknown < unknown-user`,
    ],
    [
      'everything against it',
      { ...nothingPasses, ...virus, settings: { junkBias: 'high', blockedSenders: [service] } },
      'inbox < otherwise',
    ],
    [
      'no storage at all',
      { settings: { quotaBytes: 0 } },
      `552 5.2.2 at DATA: <${address}>: Mailbox full < mailbox-full`,
    ],
    ['set to take everything for junk', { settings: { junkBias: 'certain' } }, 'junk < junk'],
  ]);
});
