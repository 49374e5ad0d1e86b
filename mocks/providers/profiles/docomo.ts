import {
  always,
  failsDmarc,
  fromDomainTakesNoMail,
  hasListedLink,
  hasLongLine,
  hasTooManyRecipients,
  headerFromOf,
  headerFromWords,
  holdsVirus,
  isAllowed,
  isBlockedAddress,
  isBlockedDomain,
  isContact,
  isForwardedFrom,
  isFull,
  isOutsideContacts,
  isPcMail,
  isSpoofed,
  isSpoofedMobile,
  isTrusted,
  isUnproven,
  looksLikeJunkTo,
} from '../conditions/index.ts';
import type { Condition, Profile, ReplyTemplate, Rule, Verdict } from '../profile.ts';
import { choice, flag } from '../question.ts';
import { commonSettings } from '../setting.ts';
import { carrierSettings, endedContract, throttledClient } from './contract.ts';

const thirtyDaysMs = 30 * 86_400_000;
const replies = 'https://note.com/sendmagic/n/neb6bbe7e51cf';
const easySettings = 'https://www.dekyo.or.jp/soudan/contents/taisaku/2-4docomo-details.html';
const order = 'https://note.com/sendmagic/n/n604d2bb68ecf';
const omakase = 'https://www.nttdocomo.co.jp/service/omakase_block/setting/';
const massMail = 'https://www.docomo.ne.jp/service/imode_mail/notice/mass_send/';
const senderDuties = 'https://www.docomo.ne.jp/service/docomo_mail/smtp_notice/';

/** A filter of the user answers in the words of an unknown user, but only after the data. */
const filtered: Verdict = {
  type: 'rejected',
  reply: { replyCode: 550, text: 'Unknown user {address}', stage: 'DATA' },
};
const inbox: Verdict = { type: 'delivered', folder: 'inbox' };
const junk: Verdict = { type: 'delivered', folder: 'junk' };

/** docomo looks at the domain of the From field, not at the envelope. */
const isSpoofedAtAll: Condition = isSpoofed('spoofed', {
  setting: 'refusesSpoofed',
  judged: headerFromWords,
  isOn: (question) => choice(question, 'refusesSpoofed') === 'all',
  identities: headerFromOf,
  isForged: isUnproven,
});

/** The setting can only be judged in a world with a zone. */
const isOfMissingDomain: Condition = {
  ...fromDomainTakesNoMail,
  setting: 'refusesMissingDomains',
  holds: (question) => flag(question, 'refusesMissingDomains') && fromDomainTakesNoMail.holds(question),
};

const unknownUser: ReplyTemplate = { replyCode: 550, text: 'Unknown user {address}', stage: 'RCPT' };

/** 電話帳優先受信なし: then the phone book exempts nobody. */
const isContactFirst: Condition = {
  ...isContact,
  holds: (question) => choice(question, 'omakaseBlock') !== 'auto-without-contacts' && isContact.holds(question),
};

const systemRules: readonly Rule[] = [
  endedContract(unknownUser, replies),
  throttledClient(massMail),
  {
    when: hasTooManyRecipients(100),
    verdict: { type: 'rejected', reply: { replyCode: 552, text: 'Too many recipients', stage: 'RCPT' } },
    source: 'https://www.hde.co.jp/mmta/ (the number); the facts page "mail" §3.2 has the reply',
  },
  {
    when: hasLongLine,
    verdict: { type: 'rejected', reply: { replyCode: 500, text: 'Line Too Long', stage: 'DATA' } },
    source: `${senderDuties}; ${replies} (the line end counts)`,
  },
  {
    when: isFull,
    verdict: { type: 'rejected', reply: { replyCode: 552, text: 'Too much mail data {address}', stage: 'DATA' } },
    source: replies,
  },
  {
    when: failsDmarc('dmarc-reject', ['reject']),
    verdict: filtered,
    source: 'assumption: "not delivered" of the sender’s duties is taken for a refusal, asked before the user’s lists',
  },
];

const userRules: readonly Rule[] = [
  { when: isBlockedAddress, verdict: filtered, source: order },
  { when: isForwardedFrom('forwarded-from', 'forwardedFrom'), verdict: inbox, source: order },
  { when: isAllowed, verdict: inbox, source: order },
  { when: isBlockedDomain, verdict: filtered, source: order },
  { when: isSpoofedAtAll, verdict: filtered, source: order },
  {
    when: isOfMissingDomain,
    verdict: filtered,
    source: `${senderDuties}; ${easySettings}; assumption: its place among the others`,
  },
  { when: isPcMail, verdict: filtered, source: order },
  { when: isSpoofedMobile('refusesSpoofed', ['mobile', 'all']), verdict: filtered, source: order },
  { when: holdsVirus, verdict: filtered, source: order },
  { when: hasListedLink, verdict: filtered, source: order },
];

const omakaseRules: readonly Rule[] = [
  { when: isContactFirst, verdict: inbox, source: omakase },
  { when: isOutsideContacts, verdict: junk, source: omakase },
  { when: isTrusted, verdict: inbox, source: 'assumption: a report as not junk exempts the address' },
  { when: looksLikeJunkTo('omakase-block', 'omakaseBlock'), verdict: junk, source: omakase },
];

export const docomo: Profile = {
  provider: 'docomo',
  name: { ja: 'ドコモメール', en: 'docomo mail' },
  settings: {
    ...commonSettings({
      allowedSenders: { ja: '受信リスト設定', en: 'receive list' },
      blockedSenders: { ja: '拒否リスト設定', en: 'refuse list' },
      contacts: { ja: '電話帳', en: 'phone book' },
      quotaBytes: 5 * 1024 ** 3,
      quotaSource: 'assumption: no source found for the size of the mailbox',
    }),
    ...carrierSettings,
    easySetting: {
      type: 'choice',
      choices: ['off', 'weak', 'strong', 'kids'],
      default: 'off',
      name: { ja: 'かんたん設定', en: 'easy setting' },
    },
    forwardedFrom: {
      type: 'addresses',
      default: [],
      name: { ja: '受信リスト設定（転送元・メーリングリストアドレス）', en: 'receive list of forwarding addresses' },
    },
    refusesPcMail: { type: 'flag', default: false, name: { ja: 'PCメール拒否', en: 'refuse mail from PCs' } },
    refusesSpoofed: {
      type: 'choice',
      choices: ['off', 'mobile', 'all'],
      default: 'off',
      name: { ja: 'なりすましメールの拒否設定', en: 'refuse forged senders' },
    },
    refusesMissingDomains: {
      type: 'flag',
      default: true,
      name: { ja: '存在しないドメインからのメール拒否', en: 'refuse domains that do not exist' },
    },
    refusesListedLinks: {
      type: 'flag',
      default: false,
      name: { ja: '特定URL付メール拒否設定', en: 'refuse mail with listed links' },
    },
    // The carrier's own list is not public: a world names the hosts that shall be on it.
    listedLinkHosts: {
      type: 'addresses',
      default: [],
      name: { ja: '拒否の対象となるURLのホスト', en: 'listed hosts' },
    },
    omakaseBlock: {
      type: 'choice',
      choices: ['off', 'auto', 'auto-without-contacts', 'contacts-only'],
      default: 'auto',
      name: { ja: '迷惑メールおまかせブロック', en: 'Omakase Block' },
      source: omakase,
    },
  },
  presets: {
    // What each stands for: https://www.dekyo.or.jp/soudan/contents/taisaku/2-4docomo-details.html
    easySetting: {
      weak: { refusesListedLinks: true, refusesMissingDomains: true },
      strong: { refusesListedLinks: true, refusesMissingDomains: true, refusesPcMail: true, refusesSpoofed: 'mobile' },
      kids: { refusesListedLinks: true, refusesMissingDomains: true, refusesPcMail: true, refusesSpoofed: 'mobile' },
    },
  },
  unknownUser: { reply: unknownUser, source: replies },
  orderSource: order,
  rules: [
    ...systemRules,
    ...userRules,
    ...omakaseRules,
    {
      when: failsDmarc('dmarc-warning', ['none', 'quarantine']),
      verdict: { type: 'marked', mark: 'sender-warning' },
      source: senderDuties,
    },
    { when: always, verdict: inbox, source: replies },
  ],
  acceptedText: { text: 'Ok' },
  retention: {
    junk: { keptMs: thirtyDaysMs, source: 'assumption: as Gmail' },
    trash: { keptMs: thirtyDaysMs, source: 'assumption: as Gmail' },
  },
  search: { folders: ['inbox', 'junk', 'trash', 'archive'], source: 'assumption' },
};
