import { describe, expect, it } from 'vitest';
import { decides, orderOf, service } from '../decision-table.ts';
import { docomo } from './docomo.ts';

const address = 'hanako@docomo.ne.jp.test';
const filtered = `550 at DATA: Unknown user ${address}`;
const alumni = 'hanako@alumni.example';
const forged = { headerSpf: 'fail' } as const;

describe('docomo', () => {
  it('asks in the order of its own table of priorities', () => {
    const order = orderOf(docomo);
    const known = [
      'blocked-address',
      'forwarded-from',
      'allowed-sender',
      'blocked-domain',
      'spoofed',
      'pc-mail',
      'spoofed-mobile',
      'virus',
      'listed-link',
    ];
    expect(order.filter((each) => known.includes(each))).toEqual(known);
  });

  decides(docomo, address, [
    ['no such user', { hasMailbox: false }, `550 at RCPT: Unknown user ${address} < unknown-user`],
    ['nothing set', {}, 'inbox < otherwise'],
    ['full', { usedBytes: 5 * 1024 ** 3 }, `552 at DATA: Too much mail data ${address} < mailbox-full`],
    ['a line of 1,001 bytes', { lineBytes: 1_001 }, '500 at DATA: Line Too Long < line-too-long'],
    ['a line of 1,000 bytes', { lineBytes: 1_000 }, 'inbox < otherwise'],
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
    ['contacts only', { settings: { omakaseBlock: 'contacts-only' } }, 'junk < contacts-only'],
    [
      'contacts only, in the phone book',
      { settings: { omakaseBlock: 'contacts-only', contacts: ['openbadge.net'] } },
      'inbox < contact',
    ],
  ]);
});
