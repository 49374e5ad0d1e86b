import {
  always,
  envelopeDomainIsMissing,
  hasRefusedLink,
  hasTooManyRecipients,
  headerFromOf,
  headerFromWords,
  isAllowed,
  isBlocked,
  isContactWhere,
  isForwardedOrEmpty,
  isFull,
  isLargerThan,
  isPcMail,
  isRescued,
  isSpoofed,
  isTrusted,
  isUnproven,
  lacksField,
  looksLikeJunkTo,
} from '../conditions/index.ts';
import type { Condition, Profile, ReplyTemplate, Rule, Verdict } from '../profile.ts';
import { flag } from '../question.ts';
import { commonSettings } from '../setting.ts';
import { carrierSettings, endedContract, throttledClient } from './contract.ts';

const thirtyDaysMs = 30 * 86_400_000;
const replies = 'https://note.com/sendmagic/n/n5afbf98aeb25';
const order = 'https://note.com/sendmagic/n/n2c8b608b866e';
/** The whole table, nine places: those of mail by telephone number (7, 8) are for no mail of the Internet. */
const places = 'http://mensbros.com/mob/pageShw.php?site=MENS&ima=2953&cd=info_spammail_sb';
/** SoftBank's notes to those who send, as they stood in 2008. */
const senderNotes = 'http://megalodon.jp/ref/2008-0911-1438-33/creation.mb.softbank.jp/mail/mail_attention.html';
const rescue = 'https://cdn.softbank.jp/mobile/support/mail/antispam/email-i/antispoof-rescue/';
const strength = 'https://www.softbank.jp/mobile/support/mail/antispam/spammailfilter/';

const inbox: Verdict = { type: 'delivered', folder: 'inbox' };
const dropped: Verdict = { type: 'dropped' };

/** The domain of the From field must be proven by SPF; a domain without a record counts as forged. */
const isSpoofedFrom: Condition = isSpoofed('spoofed', {
  setting: 'refusesSpoofed',
  judged: headerFromWords,
  isOn: (question) => flag(question, 'refusesSpoofed'),
  identities: headerFromOf,
  isForged: isUnproven,
});

const unknownUser: ReplyTemplate = { replyCode: 550, text: 'Invalid recipient: <{address}>', stage: 'RCPT' };

/** A limit of the system is no filter of the user: the sender hears of it. */
function refusal(text: string, stage: ReplyTemplate['stage'], replyCode = 550): Verdict {
  return { type: 'rejected', reply: { replyCode, text, stage } };
}

const unsaid = `${senderNotes} (that it is refused; the reply is an assumption)`;

const systemRules: readonly Rule[] = [
  endedContract(unknownUser, replies),
  throttledClient(senderNotes),
  { when: hasTooManyRecipients(100), verdict: refusal('Too many recipients', 'RCPT', 552), source: unsaid },
  { when: isLargerThan(1024 ** 2), verdict: refusal('Message too large', 'DATA', 552), source: unsaid },
  { when: lacksField('From'), verdict: refusal('From header is missing', 'DATA'), source: unsaid },
  { when: lacksField('Message-ID'), verdict: refusal('Message-ID header is missing', 'DATA'), source: unsaid },
  {
    when: isFull,
    verdict: refusal('Mailbox full', 'DATA', 552),
    source: 'assumption: no source found for a full mailbox',
  },
];

/** SoftBank and Y!mobile stand on one system: they differ in what their content filter does with what it finds. */
export function softbankRules(filterVerdict: Verdict, filterSource: string): readonly Rule[] {
  return [
    ...systemRules,
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
    quotaBytes: 200 * 1024 ** 2,
    quotaSource: 'assumption: no source found for the size of the mailbox',
    entriesMax: 300,
    entriesSource: 'https://selfcare.softbank.jp/cca/help/j/white.html',
  }),
  ...carrierSettings,
  refusesSpoofed: {
    type: 'flag',
    default: true,
    name: { ja: 'なりすまし拒否', en: 'refuse forged senders' },
    source: 'facts page "mail" §3.1: on by default in contracts since 2011-11-16',
  },
  rescueList: {
    type: 'addresses',
    default: [],
    entriesMax: 3,
    name: { ja: 'なりすましメールの救済リスト', en: 'rescue list' },
    source: 'https://news.mynavi.jp/column/iphone_setting/016/',
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
    source: strength,
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
  unknownUser: { reply: unknownUser, source: replies },
  orderSource: `${order}; ${places}`,
  rules: softbankRules({ type: 'dropped' }, replies),
  acceptedText: { text: 'Ok' },
  retention: {
    junk: { keptMs: thirtyDaysMs, source: 'assumption: nothing is sorted into junk by the carrier' },
    trash: { keptMs: thirtyDaysMs, source: 'assumption: as Gmail' },
  },
  search: { folders: ['inbox', 'junk', 'trash', 'archive'], source: 'assumption' },
};
