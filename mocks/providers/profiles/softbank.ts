import {
  always,
  envelopeDomainIsMissing,
  hasRefusedLink,
  isAllowed,
  isBlocked,
  isContactWhere,
  isForwardedOrEmpty,
  isFull,
  isPcMail,
  isRescued,
  isSpoofed,
  isTrusted,
  isUnproven,
  looksLikeJunkTo,
} from '../conditions/index.ts';
import type { Condition, Profile, Rule, Verdict } from '../profile.ts';
import { flag } from '../question.ts';
import { commonSettings } from '../setting.ts';

const thirtyDaysMs = 30 * 86_400_000;
const replies = 'https://note.com/sendmagic/n/n5afbf98aeb25';
const order = 'https://note.com/sendmagic/n/n2c8b608b866e';
const rescue = 'https://cdn.softbank.jp/mobile/support/mail/antispam/email-i/antispoof-rescue/';
const strength = 'https://www.softbank.jp/mobile/support/mail/antispam/spammailfilter/';

const inbox: Verdict = { type: 'delivered', folder: 'inbox' };
const dropped: Verdict = { type: 'dropped' };

/** The domain of the From field must be proven by SPF; a domain without a record counts as forged. */
const isSpoofedFrom: Condition = isSpoofed('spoofed', {
  setting: 'refusesSpoofed',
  isOn: (question) => flag(question, 'refusesSpoofed'),
  identities: ({ spf }) => [spf.headerFrom],
  isForged: isUnproven,
});

/** SoftBank and Y!mobile stand on one system: they differ in what their content filter does with what it finds. */
export function softbankRules(filterVerdict: Verdict, filterSource: string): readonly Rule[] {
  return [
    {
      when: isFull,
      verdict: { type: 'rejected', reply: { replyCode: 552, text: 'Mailbox full', stage: 'DATA' } },
      source: 'assumption: no source found for a full mailbox',
    },
    { when: isRescued, verdict: { type: 'exempted', from: ['spoofed'] }, source: rescue },
    { when: isSpoofedFrom, verdict: dropped, source: order },
    { when: isContactWhere('friendMail'), verdict: inbox, source: order },
    { when: hasRefusedLink, verdict: dropped, source: order },
    { when: isAllowed, verdict: inbox, source: order },
    { when: isBlocked, verdict: dropped, source: order },
    { when: isPcMail, verdict: dropped, source: order },
    { when: isTrusted, verdict: inbox, source: 'assumption: a report as not junk exempts the address' },
    { when: isForwardedOrEmpty, verdict: filterVerdict, source: strength },
    { when: looksLikeJunkTo('spam-filter', 'spamFilter'), verdict: filterVerdict, source: filterSource },
    { when: always, verdict: inbox, source: replies },
  ];
}

const softbankSettings = {
  ...commonSettings({
    allowedSenders: { ja: '受信許可リスト', en: 'allow list' },
    blockedSenders: { ja: '受信拒否リスト', en: 'refuse list' },
    contacts: { ja: '電話帳', en: 'phone book' },
    // assumption: no source found for the size of the mailbox.
    quotaBytes: 200 * 1024 ** 2,
    entriesMax: 300,
  }),
  // Default for contracts since 2011-11-16.
  refusesSpoofed: { type: 'flag', default: true, name: { ja: 'なりすまし拒否', en: 'refuse forged senders' } },
  rescueList: {
    type: 'addresses',
    default: [],
    entriesMax: 3,
    name: { ja: 'なりすましメールの救済リスト', en: 'rescue list' },
  },
  friendMail: { type: 'flag', default: false, name: { ja: 'ともだちメール安心設定', en: 'mail of friends' } },
  refusesLinks: {
    type: 'choice',
    choices: ['off', 'listed', 'all'],
    default: 'off',
    name: { ja: 'URLリンク付きメール拒否', en: 'refuse mail with links' },
  },
  // The carrier's own list is not public: a world names the hosts that shall be on it.
  listedLinkHosts: {
    type: 'addresses',
    default: [],
    name: { ja: '拒否の対象となる特定URLのホスト', en: 'listed hosts' },
  },
  refusesPcMail: {
    type: 'flag',
    default: false,
    name: { ja: 'ケータイ/PHSからのみ許可', en: 'mail of mobile phones only' },
  },
  spamFilter: {
    type: 'choice',
    choices: ['off', 'standard', 'strong'],
    default: 'standard',
    name: { ja: '迷惑メールフィルター', en: 'junk filter' },
  },
} as const;

export const softbank: Profile = {
  provider: 'softbank',
  name: { ja: 'ソフトバンクのメール', en: 'SoftBank mail' },
  settings: softbankSettings,
  atMail: [
    {
      when: envelopeDomainIsMissing,
      verdict: { type: 'rejected', reply: { replyCode: 553, text: '{domain} does not exist', stage: 'MAIL' } },
      source: replies,
    },
  ],
  unknownUser: { reply: { replyCode: 550, text: 'Invalid recipient: <{address}>', stage: 'RCPT' }, source: replies },
  orderSource: `${order} (places 1 to 6; between them and the junk filter nothing is known)`,
  rules: softbankRules({ type: 'dropped' }, replies),
  acceptedText: { text: 'Ok' },
  retention: {
    junk: { keptMs: thirtyDaysMs, source: 'assumption: nothing is sorted into junk by the carrier' },
    trash: { keptMs: thirtyDaysMs, source: 'assumption: as Gmail' },
  },
  search: { folders: ['inbox', 'junk', 'trash', 'archive'], source: 'assumption' },
};
