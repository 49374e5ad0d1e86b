import { describe } from 'vitest';
import { asksInOrder, decides, type Row, service } from '../decision-table.ts';
import { au } from './au.ts';

const address = 'hanako@au.com.test';
const filtered = '550 at DATA: : User unknown';
const verified = 'inbox + sender-verified < otherwise';
const alumni = 'hanako@alumni.example';
const high = { refusesSpoofed: 'high' };

const carrier = 'taro@docomo.ne.jp.test';

describe('au', () => {
  const rows: readonly Row[] = [
    ['no such user', { hasMailbox: false }, `550 at RCPT: <${address}>: User unknown < unknown-user`],
    [
      'an address that au never gave out',
      { hasMailbox: false, forwardPath: 'hana+ko@au.com.test' },
      '554 at RCPT: <hana+ko@au.com.test>: Relay access denied < address-grammar',
    ],
    [
      'dots at odd places are no bad syntax',
      { hasMailbox: false, forwardPath: '"hana..ko."@au.com.test' },
      '550 at RCPT: <"hana..ko."@au.com.test>: User unknown < unknown-user',
    ],
    [
      'unpaid',
      { settings: { account: 'limited' } },
      '550 at RCPT: The user(s) account is temporarily limited. < account-limited',
    ],
    [
      'disabled',
      { settings: { account: 'disabled' } },
      '550 at RCPT: The user(s) account is disabled. < account-disabled',
    ],
    [
      'the contract ended',
      { settings: { account: 'ended' } },
      `550 at RCPT: <${address}>: User unknown < account-ended`,
    ],
    [
      'a sender with a hundred unknown addresses within the hour',
      { history: { unknownLastHour: 100 } },
      '421 at RCPT: Too many unknown recipients, try again later < unknown-users',
    ],
    ['full', { usedBytes: 1024 ** 3 }, '552 at DATA: The user(s) account is temporarily over quota. < mailbox-full'],
    ['nothing set', {}, verified],
    ['nothing set, DMARC does not pass', { dmarc: 'none' }, 'inbox < otherwise'],
    [
      'a virus, though always received',
      { text: 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE', settings: { alwaysReceived: [service] } },
      '250, dropped < virus',
    ],

    ['高: the From domain alone is unproven', { headerSpf: 'none', settings: high }, '250, dropped < spoofed-high'],
    [
      '高: the envelope alone is unproven',
      { spf: 'softfail', headerSpf: 'pass', settings: high },
      '250, dropped < spoofed-high',
    ],
    ['高: both proven', { settings: high }, verified],
    [
      '高: DKIM does not help, au asks SPF',
      { spf: 'fail', dkim: 'pass', settings: high },
      '250, dropped < spoofed-high',
    ],
    [
      '中: the envelope is contradicted',
      { spf: 'fail', headerSpf: 'pass', settings: { refusesSpoofed: 'middle' } },
      '250, dropped < spoofed-middle',
    ],
    ['中: the From domain alone fails', { headerSpf: 'fail', settings: { refusesSpoofed: 'middle' } }, verified],
    ['中: no SPF record is no contradiction', { spf: 'none', settings: { refusesSpoofed: 'middle' } }, verified],
    ['低: a forged sender that is no carrier', { spf: 'fail', settings: { refusesSpoofed: 'low' } }, verified],
    [
      '低: a forged carrier',
      { spf: 'fail', from: carrier, settings: { refusesSpoofed: 'low' } },
      '250, dropped < spoofed-mobile',
    ],
    ['高: over IPv6 au proves nothing', { client: 'ipv6', settings: high }, '250, dropped < spoofed-high'],
    [
      '中: over IPv6 nothing is contradicted',
      { client: 'ipv6', spf: 'fail', settings: { refusesSpoofed: 'middle' } },
      verified,
    ],
    [
      '低: the carrier itself over IPv6',
      { client: 'ipv6', from: carrier, settings: { refusesSpoofed: 'low' } },
      '250, dropped < spoofed-mobile',
    ],
    ['低: the carrier itself', { from: carrier, settings: { refusesSpoofed: 'low' } }, verified],
    [
      '高, a forged carrier: the level is asked first',
      { from: carrier, spf: 'fail', settings: high },
      '250, dropped < spoofed-high',
    ],
    [
      'a forged carrier on the refuse list: nobody is told',
      { from: carrier, spf: 'fail', settings: { refusesSpoofed: 'low', blockedSenders: [carrier] } },
      '250, dropped < spoofed-mobile',
    ],
    [
      'the receive list does not save from なりすまし規制',
      { spf: 'fail', settings: { ...high, allowedSenders: [service] } },
      '250, dropped < spoofed-high',
    ],
    ['必ず受信 does', { spf: 'fail', settings: { ...high, alwaysReceived: [service] } }, 'inbox < always-received'],
    [
      '必ず受信 of the forwarding address in To',
      { spf: 'fail', recipients: [alumni], settings: { ...high, alwaysReceived: [alumni] } },
      'inbox < always-received',
    ],
    [
      '必ず受信 of a forwarding address that is only in Bcc',
      { spf: 'fail', settings: { ...high, alwaysReceived: [alumni] } },
      '250, dropped < spoofed-high',
    ],

    ['refuse list', { settings: { blockedSenders: ['openbadge.net'] } }, `${filtered} < blocked-sender`],
    [
      'refuse list, 拒否通知メール返信 off',
      { settings: { blockedSenders: ['openbadge.net'], answersRefusals: false } },
      '250, dropped < blocked-sender-untold',
    ],
    [
      'on both lists: the refuse list is asked first',
      { settings: { blockedSenders: [service], allowedSenders: [service] } },
      `${filtered} < blocked-sender`,
    ],
    [
      'on both lists, 必ず受信',
      { settings: { blockedSenders: [service], alwaysReceived: [service] } },
      'inbox < always-received',
    ],
    [
      'HTML refused, in the address book that is received',
      { settings: { refusesHtml: true, receivesContacts: true, contacts: [service] } },
      'inbox < contact',
    ],
    [
      'on the receive list and in the address book that is received',
      { settings: { allowedSenders: [service], receivesContacts: true, contacts: [service] } },
      'inbox < allowed-sender',
    ],
    [
      'HTML and links refused: HTML is asked first',
      { settings: { refusesHtml: true, refusesLinks: 'all' } },
      `${filtered} < html-mail`,
    ],
    [
      'links and PC mail refused: links are asked first',
      { settings: { refusesLinks: 'all', refusesPcMail: true } },
      `${filtered} < refused-link`,
    ],
    [
      'PC mail refused and taken for junk: the sender is told',
      { settings: { refusesPcMail: true, omakaseFilter: true, junkBias: 'high' } },
      `${filtered} < pc-mail`,
    ],
    ...(['refusesHtml', 'refusesPcMail'] as const).map(
      (setting): Row => [
        `${setting}, 拒否通知メール返信 off`,
        { settings: { [setting]: true, answersRefusals: false } },
        `250, dropped < ${setting === 'refusesHtml' ? 'html-mail' : 'pc-mail'}-untold`,
      ],
    ),
    [
      'links refused, 拒否通知メール返信 off',
      { settings: { refusesLinks: 'all', answersRefusals: false } },
      '250, dropped < refused-link-untold',
    ],
    ['HTML refused', { settings: { refusesHtml: true } }, `${filtered} < html-mail`],
    ['HTML refused, plain text', { html: '', settings: { refusesHtml: true } }, verified],
    ['links refused', { settings: { refusesLinks: 'all' } }, `${filtered} < refused-link`],
    [
      'HTML, links and PC mail refused, on the receive list',
      { settings: { refusesHtml: true, refusesLinks: 'all', refusesPcMail: true, allowedSenders: [service] } },
      'inbox < allowed-sender',
    ],
    [
      'links refused, in the address book that is received',
      { settings: { refusesLinks: 'all', receivesContacts: true, contacts: [service] } },
      'inbox < contact',
    ],
    [
      'links refused, in the address book that is not',
      { settings: { refusesLinks: 'all', contacts: [service] } },
      `${filtered} < refused-link`,
    ],
    ['PC mail refused', { settings: { refusesPcMail: true } }, `${filtered} < pc-mail`],
    ['junior setting', { settings: { easySetting: 'junior' } }, `${filtered} < pc-mail`],
    [
      'おまかせ規制 tells nobody',
      { settings: { omakaseFilter: true, junkBias: 'high' } },
      '250, dropped < omakase-filter',
    ],
    ['high bias, おまかせ規制 off', { settings: { junkBias: 'high' } }, verified],
    [
      'オススメ, high bias',
      { settings: { easySetting: 'recommended', junkBias: 'high' } },
      '250, dropped < omakase-filter',
    ],
    ['オススメ, forged', { spf: 'none', settings: { easySetting: 'recommended' } }, '250, dropped < spoofed-high'],
    ...['ha..nako', '.hanako', 'hanako.', '-hanako'].map(
      (localPart): Row => [
        `an address that RFC 5321 forbids and au gave out: ${localPart}`,
        { forwardPath: `${localPart}@au.com.test` },
        verified,
      ],
    ),
  ];
  decides(au, address, rows);

  // The manual's twelve places; なりすまし規制 is three conditions, of which 高 and 中 never hold together.
  asksInOrder(au, address, {
    rows,
    conditions: [
      'virus',
      'always-received',
      'spoofed-high',
      'spoofed-mobile',
      'blocked-sender',
      'allowed-sender',
      'contact',
      'html-mail',
      'refused-link',
      'pc-mail',
      'omakase-filter',
    ],
  });
});
