import { describe, expect, it } from 'vitest';
import { asksInOrder, decides, type Row, service } from '../decision-table.ts';
import { softbank } from './softbank.ts';
import { ymobile } from './ymobile.ts';

const address = 'hanako@softbank.ne.jp.test';
const dropped = '250, dropped';
const alumni = 'hanako@alumni.example';

/** Rows that hold for both services of one system. */
const common: readonly Row[] = [
  ['no such user', { hasMailbox: false }, `550 at RCPT: Invalid recipient: <${address}> < unknown-user`],
  [
    'an envelope domain without any DNS record, asked before the address',
    { hasMailbox: false, missingDomains: ['openbadge.net'] },
    '553 at MAIL: openbadge.net does not exist < envelope-domain-missing',
  ],
  ['an envelope domain with a TXT record alone', { domainsWithoutMail: ['openbadge.net'] }, 'inbox < otherwise'],
  [
    'a From domain without any DNS record: SoftBank looks at the envelope',
    { from: 'info@gone.example', missingDomains: ['gone.example'] },
    'inbox < otherwise',
  ],
  [
    'the contract ended',
    { settings: { account: 'ended' } },
    `550 at RCPT: Invalid recipient: <${address}> < account-ended`,
  ],
  [
    'a sender with a hundred unknown addresses within the hour',
    { history: { unknownLastHour: 100 }, settings: { allowedSenders: [service] } },
    '421 at RCPT: Too many unknown recipients, try again later < unknown-users',
  ],
  [
    'the hundred and first address of a message',
    { recipientsBefore: 100 },
    '552 at RCPT: Too many recipients < too-many-recipients',
  ],
  ['more than 1 MB', { sizeBytes: 1024 ** 2 + 1 }, '552 at DATA: Message too large < message-too-large'],
  ['1 MB', { sizeBytes: 1024 ** 2 }, 'inbox < otherwise'],
  ['no From', { fields: { from: [] } }, '550 at DATA: From header is missing < from-missing'],
  [
    'an empty Message-ID',
    { fields: { 'message-id': [''] } },
    '550 at DATA: Message-ID header is missing < message-id-missing',
  ],
  ['nothing set', {}, 'inbox < otherwise'],
  ['full', { usedBytes: 200 * 1024 ** 2 }, '552 at DATA: Mailbox full < mailbox-full'],

  ['forged: refused by default', { headerSpf: 'fail' }, `${dropped} < spoofed`],
  ['no SPF record of the From domain', { headerSpf: 'none' }, `${dropped} < spoofed`],
  ['the From domain passes, the envelope does not', { spf: 'fail', headerSpf: 'pass' }, 'inbox < otherwise'],
  ['a name server that did not answer', { headerSpf: 'temperror' }, 'inbox < otherwise'],
  [
    'the allow list does not save from なりすまし拒否',
    { headerSpf: 'fail', settings: { allowedSenders: [service] } },
    `${dropped} < spoofed`,
  ],
  [
    'nor does ともだちメール安心',
    { headerSpf: 'fail', settings: { friendMail: true, contacts: [service] } },
    `${dropped} < spoofed`,
  ],
  [
    'the rescue list does: the forwarding address in To',
    { headerSpf: 'fail', recipients: [alumni], settings: { rescueList: [alumni] } },
    'inbox < otherwise',
  ],
  [
    'the rescue list does: a word of the header',
    { headerSpf: 'fail', otherHeader: 'list-id: <class.mihon-u.ac.jp>', settings: { rescueList: ['class.mihon-u'] } },
    'inbox < otherwise',
  ],
  [
    'the sender’s own address on the rescue list is no help',
    { headerSpf: 'fail', settings: { rescueList: [service] } },
    `${dropped} < spoofed`,
  ],
  [
    'the rescue list saves from nothing else',
    { headerSpf: 'fail', recipients: [alumni], settings: { rescueList: [alumni], refusesLinks: 'all' } },
    `${dropped} < refused-link`,
  ],
  ['forged, not refused', { headerSpf: 'fail', settings: { refusesSpoofed: false } }, 'inbox < otherwise'],

  [
    'links refused stand above the allow list',
    { settings: { refusesLinks: 'all', allowedSenders: [service] } },
    `${dropped} < refused-link`,
  ],
  [
    'links refused, in the phone book that comes first',
    { settings: { refusesLinks: 'all', friendMail: true, contacts: [service] } },
    'inbox < contact',
  ],
  ['listed links refused, no listed host', { settings: { refusesLinks: 'listed' } }, 'inbox < otherwise'],
  [
    'listed links refused, a listed host',
    { settings: { refusesLinks: 'listed', listedLinkHosts: ['wallet.openbadge.test'] } },
    `${dropped} < refused-link`,
  ],
  ['links refused, no link in the mail', { links: [], settings: { refusesLinks: 'all' } }, 'inbox < otherwise'],
  [
    'on both lists: the allow list is asked first',
    { settings: { allowedSenders: [service], blockedSenders: [service] } },
    'inbox < allowed-sender',
  ],
  ['refuse list', { settings: { blockedSenders: ['openbadge.net'] } }, `${dropped} < blocked-sender`],
  ['mobile phones only', { settings: { refusesPcMail: true } }, `${dropped} < pc-mail`],
  [
    'mobile phones only, on the allow list',
    { settings: { refusesPcMail: true, allowedSenders: ['openbadge.net'] } },
    'inbox < allowed-sender',
  ],
  ['high bias, filter off', { settings: { junkBias: 'high', spamFilter: 'off' } }, 'inbox < otherwise'],
  [
    'high bias, on the allow list',
    { settings: { junkBias: 'high', allowedSenders: [service] } },
    'inbox < allowed-sender',
  ],
  [
    'refused, and mobile phones only',
    { settings: { blockedSenders: [service], refusesPcMail: true } },
    `${dropped} < blocked-sender`,
  ],
  [
    'mobile phones only, and high bias',
    { settings: { refusesPcMail: true, junkBias: 'high' } },
    `${dropped} < pc-mail`,
  ],
  [
    'high bias, reported as not junk',
    { settings: { junkBias: 'high', trustedSenders: [service] } },
    'inbox < trusted-sender',
  ],
  ['filter standard, forwarded', { recipients: [alumni] }, 'inbox < otherwise'],
];

describe('SoftBank', () => {
  asksInOrder(softbank, address, {
    rows: common,
    conditions: ['spoofed', 'contact', 'refused-link', 'allowed-sender', 'blocked-sender', 'pc-mail', 'spam-filter'],
  });

  it('takes three entries on the rescue list and three hundred on the others', () => {
    expect(softbank.settings.rescueList).toMatchObject({ entriesMax: 3 });
    expect(softbank.settings.allowedSenders).toMatchObject({ entriesMax: 300 });
  });

  decides(softbank, address, [
    ...common,
    ['high bias: the filter is on by default', { settings: { junkBias: 'high' } }, `${dropped} < spam-filter`],
    [
      'filter strong, forwarded',
      { recipients: [alumni], settings: { spamFilter: 'strong' } },
      `${dropped} < forwarded-or-empty`,
    ],
    [
      'filter strong, empty',
      { text: '', html: '', settings: { spamFilter: 'strong' } },
      `${dropped} < forwarded-or-empty`,
    ],
  ]);
});

describe('Y!mobile', () => {
  decides(ymobile, address, [
    ...common,
    ['high bias: the filter sorts into junk', { settings: { junkBias: 'high' } }, 'junk < spam-filter'],
    [
      'filter strong, forwarded',
      { recipients: [alumni], settings: { spamFilter: 'strong' } },
      'junk < forwarded-or-empty',
    ],
  ]);
});
