import type { Authentication, SpfCheck } from '../authentication.ts';
import {
  always,
  hasRefusedLink,
  holdsVirus,
  isAllowed,
  isBlocked,
  isContactWhere,
  isContradicted,
  isForwardedFrom,
  isFull,
  isHtmlMail,
  isPcMail,
  isSetTo,
  isSpoofed,
  isSpoofedMobile,
  isUnproven,
  looksLikeJunkTo,
  passesDmarc,
} from '../conditions/index.ts';
import type { Condition, Profile, ReplyTemplate, Rule, Verdict } from '../profile.ts';
import { choice, flag, isListed } from '../question.ts';
import { commonSettings } from '../setting.ts';
import { carrierSettings, endedContract, throttledClient } from './contract.ts';

const thirtyDaysMs = 30 * 86_400_000;
const replies = 'https://note.com/sendmagic/n/n875d8dcb6cb8';
/** The table of priorities: of a manual (SM-G900J, page 115), and of who sends much to au. */
const order = 'https://note.com/sendmagic/n/nbbf9780041c0 ; https://manualsdump.com (SM-G900J, p. 115)';
const details = 'https://www.dekyo.or.jp/soudan/contents/taisaku/2-4au-details.html';
/** Which identity each level asks for; that SPF is asked over IPv4 alone is on the page of SPF records. */
const spoofLevels = 'https://mfilter.ezweb.ne.jp/jsp/md/help_detail.jsp?target=03206.html';
const sisimai = 'https://github.com/sisimai/p5-sisimai/blob/master/lib/Sisimai/Lhost/EZweb.pm';

const inbox: Verdict = { type: 'delivered', folder: 'inbox' };
const dropped: Verdict = { type: 'dropped' };
/** The address is left blank after the data: so a refusal by a filter can be told from an unknown user. */
const filtered: Verdict = { type: 'rejected', reply: { replyCode: 550, text: ': User unknown', stage: 'DATA' } };

const unknownUser: ReplyTemplate = { replyCode: 550, text: '<{address}>: User unknown', stage: 'RCPT' };
const spfPage = 'https://www.au.com/mobile/service/mail/attention/spf-record/';

/** au asks SPF of IPv4 addresses alone: what comes over IPv6 proves nothing to it. */
function overIpv4(
  identities: (found: Authentication) => readonly SpfCheck[],
): (found: Authentication) => readonly SpfCheck[] {
  return (found) =>
    found.client === 'ipv4' ? identities(found) : identities(found).map((check) => ({ ...check, result: 'none' }));
}

/** 高: one of both identities is not proven. */
const isSpoofedHigh: Condition = isSpoofed('spoofed-high', {
  setting: 'refusesSpoofed',
  judged: { ja: '高: 封筒の差出人とFromの両方', en: 'high: envelope and From' },
  isOn: (question) => choice(question, 'refusesSpoofed') === 'high',
  identities: overIpv4(({ spf }) => [spf.envelope, spf.headerFrom]),
  isForged: isUnproven,
});

/** 中: the envelope is known to be wrong. */
const isSpoofedMiddle: Condition = isSpoofed('spoofed-middle', {
  setting: 'refusesSpoofed',
  judged: { ja: '中: 封筒の差出人', en: 'middle: the envelope' },
  isOn: (question) => choice(question, 'refusesSpoofed') === 'middle',
  identities: overIpv4(({ spf }) => [spf.envelope]),
  isForged: isContradicted,
});

/** The user may have switched off that senders are told of a refusal. */
function refusing(when: Condition): readonly Rule[] {
  const silently: Condition = {
    ...when,
    condition: `${when.condition}-untold`,
    holds: (question) => !flag(question, 'answersRefusals') && when.holds(question),
  };
  return [
    { when: silently, verdict: dropped, source: 'assumption: without 拒否通知メール返信 the sender is told nothing' },
    { when, verdict: filtered, source: order },
  ];
}

/** An entry with 必ず受信 means the sender, or the address in To or Cc that forwards. */
const isAlwaysReceived: Condition = {
  ...isForwardedFrom('always-received', 'alwaysReceived'),
  holds: (question) => isListed(question, 'alwaysReceived') || isForwardedFrom('', 'alwaysReceived').holds(question),
  matched: {
    ja: '差出人か宛先（To・Cc）が「{setting}」に登録されています。',
    en: 'The From address, or one of To and Cc, is on the list "{setting}".',
  },
  passed: {
    ja: '差出人も宛先（To・Cc）も「{setting}」に登録されていません。',
    en: 'Neither the From address nor To and Cc are on the list "{setting}".',
  },
};

const accountRules: readonly Rule[] = [
  endedContract(unknownUser, replies),
  {
    when: isSetTo('account-limited', 'account', 'limited', {
      ja: '料金の未払いなどで、利用が一時的に制限されています。',
      en: 'The account is limited for a time, such as for unpaid fees.',
    }),
    verdict: {
      type: 'rejected',
      reply: { replyCode: 550, text: 'The user(s) account is temporarily limited.', stage: 'RCPT' },
    },
    source: sisimai,
  },
  {
    when: isSetTo('account-disabled', 'account', 'disabled', {
      ja: '利用が停止されています。',
      en: 'The account is disabled.',
    }),
    verdict: { type: 'rejected', reply: { replyCode: 550, text: 'The user(s) account is disabled.', stage: 'RCPT' } },
    source: sisimai,
  },
  throttledClient(replies),
  {
    when: isFull,
    verdict: {
      type: 'rejected',
      reply: { replyCode: 552, text: 'The user(s) account is temporarily over quota.', stage: 'DATA' },
    },
    source: `${sisimai} (text; the code and the stage are an assumption)`,
  },
];

export const au: Profile = {
  provider: 'au',
  name: { ja: 'auメール', en: 'au mail' },
  settings: {
    ...commonSettings({
      allowedSenders: { ja: '受信リスト設定', en: 'receive list' },
      blockedSenders: { ja: '拒否リスト設定', en: 'refuse list' },
      contacts: { ja: 'アドレス帳', en: 'address book' },
      quotaBytes: 1024 ** 3,
      quotaSource: 'assumption: no source found for the size of the mailbox',
    }),
    ...carrierSettings,
    alwaysReceived: {
      type: 'addresses',
      default: [],
      name: { ja: '受信リスト設定（必ず受信）', en: 'receive list, always' },
    },
    easySetting: {
      type: 'choice',
      choices: ['off', 'recommended', 'junior'],
      default: 'off',
      name: { ja: 'オススメ設定', en: 'recommended setting' },
    },
    refusesSpoofed: {
      type: 'choice',
      choices: ['off', 'low', 'middle', 'high'],
      default: 'off',
      name: { ja: 'なりすまし規制', en: 'refuse forged senders' },
    },
    receivesContacts: { type: 'flag', default: false, name: { ja: 'アドレス帳受信設定', en: 'receive from contacts' } },
    refusesHtml: { type: 'flag', default: false, name: { ja: 'HTMLメール規制', en: 'refuse HTML mail' } },
    refusesLinks: {
      type: 'choice',
      choices: ['off', 'all'],
      default: 'off',
      name: { ja: 'URLリンク規制', en: 'refuse mail with links' },
    },
    refusesPcMail: {
      type: 'flag',
      default: false,
      name: { ja: '携帯/PHS以外からのメール拒否', en: 'refuse mail from outside the carriers' },
    },
    omakaseFilter: {
      type: 'flag',
      default: false,
      name: { ja: '迷惑メールおまかせ規制', en: 'Omakase filter' },
    },
    omakaseReport: {
      type: 'flag',
      default: false,
      name: { ja: '迷惑メールおまかせ規制のレポート通知', en: 'daily report of the Omakase filter' },
      source: details,
    },
    answersRefusals: {
      type: 'flag',
      default: true,
      name: { ja: '拒否通知メール返信設定', en: 'tell senders of refusals' },
    },
    account: { ...carrierSettings.account, choices: ['active', 'limited', 'disabled', 'ended'] },
  },
  presets: {
    // https://alpha3166.github.io/blog/20121014.html ; ジュニアオススメ: https://www.dekyo.or.jp/soudan/contents/taisaku/2-4au-details.html
    easySetting: {
      recommended: { omakaseFilter: true, refusesSpoofed: 'high' },
      junior: { refusesPcMail: true },
    },
  },
  addressGrammar: {
    // Dots at odd places were given out until 2009 and still receive: facts page "mail" §3.3.
    allows: (localPart) => /^[a-z0-9._-]{1,30}$/i.test(localPart.replace(/^"(.*)"$/, '$1')),
    reply: { replyCode: 554, text: '<{address}>: Relay access denied', stage: 'RCPT' },
    source: `${replies} (reply; the grammar is an assumption)`,
  },
  unknownUser: { reply: unknownUser, source: replies },
  orderSource: order,
  rules: [
    ...accountRules,
    { when: holdsVirus, verdict: dropped, source: `${order}; assumption: nobody is told` },
    { when: isAlwaysReceived, verdict: inbox, source: order },
    { when: isSpoofedHigh, verdict: dropped, source: spoofLevels },
    { when: isSpoofedMiddle, verdict: dropped, source: spoofLevels },
    {
      when: isSpoofedMobile(
        'refusesSpoofed',
        ['low', 'middle', 'high'],
        overIpv4(({ spf }) => [spf.headerFrom]),
      ),
      verdict: dropped,
      source: spoofLevels,
    },
    ...refusing(isBlocked),
    { when: isAllowed, verdict: inbox, source: order },
    { when: isContactWhere('receivesContacts'), verdict: inbox, source: order },
    ...refusing(isHtmlMail),
    ...refusing(hasRefusedLink),
    ...refusing(isPcMail),
    { when: looksLikeJunkTo('omakase-filter', 'omakaseFilter'), verdict: dropped, source: replies },
    {
      when: passesDmarc,
      verdict: { type: 'marked', mark: 'sender-verified' },
      source: spfPage,
    },
    { when: always, verdict: inbox, source: replies },
  ],
  acceptedText: { text: 'Ok' },
  retention: {
    junk: { keptMs: thirtyDaysMs, source: 'assumption: au has no junk folder of its own; the mail app may' },
    trash: { keptMs: thirtyDaysMs, source: 'assumption: as Gmail' },
  },
  report: {
    setting: 'omakaseReport',
    condition: 'omakase-filter',
    reasonSetting: 'omakaseFilter',
    mail: {
      from: 'report@mfilter.ezweb.ne.jp',
      fromName: '迷惑メールおまかせ規制',
      subject: '迷惑メールおまかせ規制レポート',
    },
    source: `${details} (once a day, the next day between 9 and 17; the words of the mail are an assumption)`,
  },
  search: { folders: ['inbox', 'junk', 'trash', 'archive'], source: 'assumption' },
};
