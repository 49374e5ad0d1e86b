import { describe } from 'vitest';
import { asksInOrder, decides, type Row, service } from '../decision-table.ts';
import { docomo } from './docomo.ts';

const address = 'hanako@docomo.ne.jp.test';
const filtered = `550 at DATA: Unknown user ${address}`;
const alumni = 'hanako@alumni.example';
const forged = { headerSpf: 'fail' } as const;

describe('docomo', () => {
  const rows: readonly Row[] = [
    ['no such user', { hasMailbox: false }, `550 at RCPT: Unknown user ${address} < unknown-user`],
    ['nothing set', {}, 'inbox < otherwise'],
    ['full', { usedBytes: 5 * 1024 ** 3 }, `552 at DATA: Too much mail data ${address} < mailbox-full`],
    ['a line of 1,001 bytes with its end', { lineBytes: 999 }, '500 at DATA: Line Too Long < line-too-long'],
    ['a line of 1,000 bytes with its end', { lineBytes: 998 }, 'inbox < otherwise'],
    ['the contract ended', { settings: { account: 'ended' } }, `550 at RCPT: Unknown user ${address} < account-ended`],
    [
      'a sender with a hundred unknown addresses within the hour',
      { history: { unknownLastHour: 100 }, settings: { allowedSenders: [service] } },
      '421 at RCPT: Too many unknown recipients, try again later < unknown-users',
    ],
    ['ninety-nine unknown addresses', { history: { unknownLastHour: 99 } }, 'inbox < otherwise'],
    [
      'no limit of unknown addresses',
      { history: { unknownLastHour: 100 }, settings: { unknownUsersMax: 0 } },
      'inbox < otherwise',
    ],
    [
      'the hundred and first address of a message',
      { recipientsBefore: 100 },
      '552 at RCPT: Too many recipients < too-many-recipients',
    ],
    ['the hundredth address of a message', { recipientsBefore: 99 }, 'inbox < otherwise'],
    ...['ha..nako', '.hanako', 'hanako.', '-hanako', '"ha..nako"'].map(
      (localPart): Row => [
        `an address that RFC 5321 forbids and docomo gave out: ${localPart}`,
        { forwardPath: `${localPart}@docomo.ne.jp.test` },
        'inbox < otherwise',
      ],
    ),
    ['DMARC fails under p=reject', { dmarc: 'fail' }, `${filtered} < dmarc-reject`],
    ['DMARC fails under p=quarantine', { dmarc: 'fail', policy: 'quarantine' }, 'inbox + sender-warning < otherwise'],
    ['DMARC fails under p=none', { dmarc: 'fail', policy: 'none' }, 'inbox + sender-warning < otherwise'],

    ['refused by address', { settings: { blockedSenders: [service] } }, `${filtered} < blocked-address`],
    [
      'refused and received by address: the refusal is asked first',
      { settings: { blockedSenders: [service.toUpperCase()], allowedSenders: [service] } },
      `${filtered} < blocked-address`,
    ],
    ['refused by domain', { settings: { blockedSenders: ['openbadge.net'] } }, `${filtered} < blocked-domain`],
    [
      'refused by domain and received by address: receiving is asked first',
      { settings: { blockedSenders: ['openbadge.net'], allowedSenders: [service] } },
      'inbox < allowed-sender',
    ],
    [
      'another address of the domain on the receive list',
      { settings: { easySetting: 'strong', allowedSenders: ['info@openbadge.net', 'notopenbadge.net', 'badge.net'] } },
      `${filtered} < pc-mail`,
    ],

    ['forged, nothing set', { ...forged }, 'inbox < otherwise'],
    ['forged, refused', { ...forged, settings: { refusesSpoofed: 'all' } }, `${filtered} < spoofed`],
    [
      'no SPF record of the From domain, refused',
      { headerSpf: 'none', settings: { refusesSpoofed: 'all' } },
      `${filtered} < spoofed`,
    ],
    [
      'the envelope alone fails: docomo looks at the From field',
      { spf: 'fail', headerSpf: 'pass', settings: { refusesSpoofed: 'all' } },
      'inbox < otherwise',
    ],
    [
      'the envelope alone passes (a mailing service): docomo looks at the From field',
      { spf: 'pass', ...forged, settings: { refusesSpoofed: 'all' } },
      `${filtered} < spoofed`,
    ],
    [
      'forged, but on the receive list',
      { ...forged, settings: { refusesSpoofed: 'all', allowedSenders: [service] } },
      'inbox < allowed-sender',
    ],
    [
      'forwarded, so that SPF fails, and the forwarding address is listed',
      { ...forged, recipients: [alumni], settings: { refusesSpoofed: 'all', forwardedFrom: [alumni] } },
      'inbox < forwarded-from',
    ],
    [
      'mail of another carrier that it did not send, mobile spoofing refused',
      { from: 'taro@ezweb.ne.jp.test', ...forged, settings: { refusesSpoofed: 'mobile' } },
      `${filtered} < spoofed-mobile`,
    ],
    [
      'a forged sender that is no carrier, mobile spoofing refused',
      { ...forged, settings: { refusesSpoofed: 'mobile' } },
      'inbox < otherwise',
    ],
    ['a From domain without A and MX', { domainsWithoutMail: ['openbadge.net'] }, `${filtered} < from-domain-missing`],
    [
      'an envelope domain without A and MX: docomo looks at the From field',
      { reversePath: 'bounce@esp.example', domainsWithoutMail: ['esp.example'] },
      'inbox < otherwise',
    ],
    ['a From domain that does not exist', { missingDomains: ['openbadge.net'] }, `${filtered} < from-domain-missing`],
    [
      'a From domain that does not exist, not refused',
      { missingDomains: ['openbadge.net'], settings: { refusesMissingDomains: false } },
      'inbox < otherwise',
    ],

    ['PC mail refused', { settings: { refusesPcMail: true } }, `${filtered} < pc-mail`],
    ['easy setting strong', { settings: { easySetting: 'strong' } }, `${filtered} < pc-mail`],
    ['easy setting kids', { settings: { easySetting: 'kids' } }, `${filtered} < pc-mail`],
    [
      'easy setting strong stands above what is set one by one',
      { settings: { easySetting: 'strong', refusesPcMail: false } },
      `${filtered} < pc-mail`,
    ],
    [
      'easy setting strong, on the receive list',
      { settings: { easySetting: 'strong', junkBias: 'high', allowedSenders: ['openbadge.net'] } },
      'inbox < allowed-sender',
    ],
    [
      'easy setting strong, only in the phone book',
      { settings: { easySetting: 'strong', contacts: [service] } },
      `${filtered} < pc-mail`,
    ],
    [
      'easy setting strong, mail of a carrier',
      { settings: { easySetting: 'strong' }, from: 'taro@ezweb.ne.jp.test' },
      'inbox < otherwise',
    ],
    [
      'easy setting strong, forged mail of a carrier',
      { settings: { easySetting: 'strong' }, from: 'taro@ezweb.ne.jp.test', ...forged },
      `${filtered} < spoofed-mobile`,
    ],
    ['easy setting weak', { settings: { easySetting: 'weak' } }, 'inbox < otherwise'],
    [
      'easy setting weak, a listed host in the body',
      { settings: { easySetting: 'weak', listedLinkHosts: ['wallet.openbadge.test'] } },
      `${filtered} < listed-link`,
    ],
    [
      'listed links refused, another host in the body',
      { settings: { refusesListedLinks: true, listedLinkHosts: ['openbadge.test'] } },
      'inbox < otherwise',
    ],
    ['a listed host, not refused', { settings: { listedLinkHosts: ['wallet.openbadge.test'] } }, 'inbox < otherwise'],
    ['a virus', { text: 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE' }, `${filtered} < virus`],

    ['high bias: Omakase Block is on by default', { settings: { junkBias: 'high' } }, 'junk < omakase-block'],
    ['high bias, Omakase Block off', { settings: { junkBias: 'high', omakaseBlock: 'off' } }, 'inbox < otherwise'],
    ['high bias, in the phone book', { settings: { junkBias: 'high', contacts: [service] } }, 'inbox < contact'],
    [
      'high bias, reported as not junk',
      { settings: { junkBias: 'high', trustedSenders: [service] } },
      'inbox < trusted-sender',
    ],
    [
      'high bias, in the phone book that does not come first',
      { settings: { junkBias: 'high', omakaseBlock: 'auto-without-contacts', contacts: [service] } },
      'junk < omakase-block',
    ],
    [
      'refused by address, and forwarded from a listed address',
      { recipients: [alumni], settings: { blockedSenders: [service], forwardedFrom: [alumni] } },
      `${filtered} < blocked-address`,
    ],
    [
      'forwarded from a listed address, and on the receive list',
      { recipients: [alumni], settings: { allowedSenders: [service], forwardedFrom: [alumni] } },
      'inbox < forwarded-from',
    ],
    [
      'refused by domain, and forged',
      { ...forged, settings: { blockedSenders: ['openbadge.net'], refusesSpoofed: 'all' } },
      `${filtered} < blocked-domain`,
    ],
    [
      'forged, and PC mail refused',
      { ...forged, settings: { refusesPcMail: true, refusesSpoofed: 'all' } },
      `${filtered} < spoofed`,
    ],
    [
      'PC mail refused, and a virus',
      { text: 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE', settings: { refusesPcMail: true } },
      `${filtered} < pc-mail`,
    ],
    [
      'a virus, and a listed link',
      {
        text: 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE',
        settings: { refusesListedLinks: true, listedLinkHosts: ['wallet.openbadge.test'] },
      },
      `${filtered} < virus`,
    ],
    ['contacts only', { settings: { omakaseBlock: 'contacts-only' } }, 'junk < contacts-only'],
    [
      'contacts only, in the phone book',
      { settings: { omakaseBlock: 'contacts-only', contacts: ['openbadge.net'] } },
      'inbox < contact',
    ],
  ];
  decides(docomo, address, rows);

  // docomo's nine places: PC mail (6) and mail that claims to be of a carrier (7) never hold together.
  const order = ['blocked-address', 'forwarded-from', 'allowed-sender', 'blocked-domain', 'spoofed'];
  asksInOrder(docomo, address, { rows, conditions: [...order, 'pc-mail', 'virus', 'listed-link'] });
});
