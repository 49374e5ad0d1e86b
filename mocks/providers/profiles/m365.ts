import {
  always,
  failsDmarc,
  holdsVirus,
  isAllowed,
  isBlocked,
  isContact,
  isFull,
  isSetTo,
  isTrusted,
  scoresAsJunk,
} from '../conditions/index.ts';
import type { Profile, ReplyTemplate, Rule, Verdict } from '../profile.ts';
import { commonSettings } from '../setting.ts';

const dayMs = 86_400_000;
const thirtyDaysMs = 30 * dayMs;
const replies = 'https://note.com/sendmagic/n/ne72a2b6e3938';
const junkPage = 'https://ci.iii.kyushu-u.ac.jp/posts/m/20210407-junkmail';
const quarantinePage = 'https://www.itc.tcu.ac.jp/ictservice/tcumail/ictservice-tcumail-tcumail-mailspam/';
const highConfidence = 'https://www.meiji.ac.jp/isc/meijimail_spaminfo.html';
const adminOnly = 'https://www.iims.ibaraki.ac.jp/security/kenneki.php';
const enrolled = 'https://www.setsunan.ac.jp/about/facility/information-mc/system/ms365-outlook';

const inbox: Verdict = { type: 'delivered', folder: 'inbox' };
const junk: Verdict = { type: 'delivered', folder: 'junk' };

const unavailable: ReplyTemplate = {
  replyCode: 550,
  enhancedStatusCode: '5.5.0',
  text: 'Requested action not taken: mailbox unavailable (S2017062302)',
  stage: 'RCPT',
};

const refusals: readonly Rule[] = [
  {
    when: isSetTo('blocked-host', 'senderReputation', 'blocked', {
      ja: '送信元のホストがブロックリストに載っています。',
      en: 'The sending host is on the block list.',
    }),
    verdict: {
      type: 'rejected',
      reply: {
        replyCode: 550,
        enhancedStatusCode: '5.7.1',
        text: "Unfortunately, messages from your host weren't sent. Part of its network is on our block list (AS3140).",
        stage: 'MAIL',
      },
    },
    source: replies,
  },
  {
    when: isSetTo('not-enrolled', 'enrolment', 'ended', {
      ja: '在学期間が終わり、アドレスが無効になっています。',
      en: 'The studies are over and the address with them.',
    }),
    verdict: { type: 'rejected', reply: unavailable },
    source: enrolled,
  },
  {
    when: isFull,
    verdict: {
      type: 'rejected',
      reply: { replyCode: 552, enhancedStatusCode: '5.2.2', text: 'Mailbox full', stage: 'DATA' },
    },
    source: 'assumption: reply code as remembered in the facts page "mail" §3.2',
  },
  {
    when: failsDmarc('dmarc-reject', ['reject']),
    verdict: {
      type: 'rejected',
      reply: {
        replyCode: 550,
        enhancedStatusCode: '5.7.509',
        text: 'Access denied, sending domain {domain} does not pass DMARC verification and has a DMARC policy of reject.',
        stage: 'DATA',
      },
    },
    source: 'assumption: reply as remembered; the facts page "mail" §3.2 has 550 5.7.x',
  },
];

const dangers: readonly Rule[] = [
  { when: holdsVirus, verdict: { type: 'quarantined', releasedBy: 'admin' }, source: quarantinePage },
  {
    when: isSetTo('high-confidence-phishing', 'threat', 'high-confidence-phishing', {
      ja: 'フィッシング詐欺の可能性が極めて高いと判定されました。',
      en: 'It was taken for phishing with high confidence.',
    }),
    verdict: { type: 'quarantined', releasedBy: 'admin' },
    source: adminOnly,
  },
];

const filters: readonly Rule[] = [
  {
    when: isSetTo('high-confidence-spam', 'threat', 'high-confidence-spam', {
      ja: '迷惑メールの可能性が極めて高いと判定されました。',
      en: 'It was taken for spam with high confidence.',
    }),
    verdict: { type: 'quarantined', releasedBy: 'user' },
    source: highConfidence,
  },
  {
    when: failsDmarc('dmarc-quarantine', ['quarantine']),
    verdict: { type: 'quarantined', releasedBy: 'user' },
    source: 'assumption: as the policy asks',
  },
  {
    when: scoresAsJunk({ highBias: 60, strangerWithLink: 40, stranger: 20, threshold: 90 }),
    verdict: junk,
    source: junkPage,
  },
];

/** Microsoft 365 as universities have it. */
export const m365: Profile = {
  provider: 'm365',
  name: { ja: '大学のメール（Microsoft 365）', en: 'university mail (Microsoft 365)' },
  settings: {
    ...commonSettings({
      allowedSenders: { ja: '信頼できる差出人とドメイン', en: 'safe senders and domains' },
      blockedSenders: { ja: '受信拒否リスト', en: 'blocked senders and domains' },
      contacts: { ja: '連絡先', en: 'contacts' },
      quotaBytes: 50 * 1024 ** 3,
      quotaSource: enrolled,
    }),
    threat: {
      type: 'choice',
      choices: ['none', 'high-confidence-spam', 'high-confidence-phishing'],
      default: 'none',
      name: { ja: '脅威の判定', en: 'threat found' },
    },
    zap: {
      type: 'choice',
      choices: ['off', 'junk', 'quarantine'],
      default: 'off',
      name: { ja: '配信後の判定変更（ZAP）', en: 'change of mind after delivery (ZAP)' },
    },
    zapAfterMs: { type: 'milliseconds', default: 3_600_000, name: { ja: 'ZAPまでの時間', en: 'time until ZAP' } },
    focusedInbox: {
      type: 'choice',
      choices: ['focused', 'other'],
      default: 'focused',
      name: { ja: '優先受信トレイの振り分け', en: 'focused inbox' },
    },
    linkScanner: {
      type: 'choice',
      choices: ['off', 'scan', 'rewrite'],
      default: 'off',
      name: { ja: '安全なリンク（Safe Links）', en: 'Safe Links' },
    },
    enrolment: {
      type: 'choice',
      choices: ['enrolled', 'ended'],
      default: 'enrolled',
      name: { ja: '在籍の状態', en: 'enrolment' },
    },
    senderReputation: {
      type: 'choice',
      choices: ['good', 'blocked'],
      default: 'good',
      name: { ja: '送信元ホストの評価', en: 'reputation of the sending host' },
    },
  },
  addressGrammar: {
    allows: (localPart) => !localPart.startsWith('"'),
    reply: unavailable,
    source: replies,
  },
  unknownUser: { reply: unavailable, source: replies },
  orderSource: 'assumption: refusals and dangers first, then lists of the user, then the filters that sort',
  rules: [
    ...refusals,
    ...dangers,
    { when: isBlocked, verdict: junk, source: 'assumption' },
    { when: isAllowed, verdict: inbox, source: 'assumption' },
    { when: isContact, verdict: inbox, source: 'assumption' },
    { when: isTrusted, verdict: inbox, source: 'assumption' },
    ...filters,
    {
      when: isSetTo('focused-other', 'focusedInbox', 'other', {
        ja: '優先度の低いメールと判定されました。',
        en: 'It was taken for mail of less weight.',
      }),
      verdict: { type: 'marked', mark: 'focused-other' },
      source: 'assumption: how Outlook sorts into Other is not published',
    },
    { when: always, verdict: inbox, source: 'assumption: what no rule names goes to the inbox' },
  ],
  acceptedText: { enhancedStatusCode: '2.6.0', text: 'Queued mail for delivery' },
  retention: {
    junk: { keptMs: thirtyDaysMs, source: junkPage },
    trash: { keptMs: thirtyDaysMs, source: 'assumption' },
  },
  quarantine: {
    keptMs: thirtyDaysMs,
    digest: {
      from: 'quarantine@messaging.microsoft.com',
      fromName: 'Microsoft 365',
      subject: 'Microsoft 365 セキュリティ: 検疫にメッセージがあります',
    },
    source: 'https://it.support.ritsumei.ac.jp/hc/ja/articles/15818454070297',
  },
  zap: {
    setting: 'zap',
    afterMsSetting: 'zapAfterMs',
    source:
      'https://learn.microsoft.com/en-us/microsoft-365/security/office-365-security/zero-hour-auto-purge?view=o365-worldwide',
  },
  scanner: {
    name: { ja: 'Safe Links', en: 'Safe Links' },
    rewritesTo: 'https://jpn01.safelinks.protection.outlook.com/?url=',
    // assumption: two machines, each HEAD before GET; the source saw GET two seconds later, from another country.
    prefetches: 2,
    prefetchAfterMs: 2_000,
    methods: ['HEAD', 'GET'],
    source: 'https://security.stackexchange.com/q/211258',
  },
  search: { folders: ['inbox', 'junk', 'trash', 'archive'], source: 'assumption' },
};
