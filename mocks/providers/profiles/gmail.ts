import {
  always,
  clientIsNameless,
  comesTooFast,
  failsDmarc,
  isAllowed,
  isBlocked,
  isBulkWithoutDmarc,
  isBulkWithoutUnsubscribe,
  isContact,
  isFull,
  isMalformed,
  isSetTo,
  isTrusted,
  isUnauthenticated,
  isUnencrypted,
  scoresAsJunk,
} from '../conditions/index.ts';
import type { Condition, Profile, Rule, Verdict } from '../profile.ts';
import { choice } from '../question.ts';
import { commonSettings } from '../setting.ts';

const thirtyDaysMs = 30 * 86_400_000;
const replies = 'https://note.com/sendmagic/n/n3b7a8af68d63';
const senderRules = 'https://support.google.com/a/answer/81126';

const inbox: Verdict = { type: 'delivered', folder: 'inbox' };
const junk: Verdict = { type: 'delivered', folder: 'junk' };

/** Gmail waits for an owner to make room, and after a while does not any more. */
const isFullForLong: Condition = {
  ...isFull,
  condition: 'mailbox-full-for-long',
  holds: (question) => choice(question, 'overQuota') === 'permanent' && isFull.holds(question),
  passed: { ja: '長く容量超過が続いている状態ではありません。', en: 'The mailbox is not full for long.' },
};

const memory = 'assumption: reply code as remembered in the facts page "mail" §3.2';
/** What Gmail asks of everybody, with a reply of ours: Google's list of replies has the code. */
const unsaid = `${senderRules} (that it is asked for; the reply is an assumption)`;

const refusals: readonly Rule[] = [
  {
    when: isSetTo('account-disabled', 'account', 'disabled', {
      ja: 'アカウントが停止されています。',
      en: 'The account is disabled.',
    }),
    verdict: {
      type: 'rejected',
      reply: {
        replyCode: 550,
        enhancedStatusCode: '5.2.1',
        text: 'The email account that you tried to reach is disabled.',
        stage: 'RCPT',
      },
    },
    source: replies,
  },
  {
    when: comesTooFast,
    verdict: {
      type: 'deferred',
      reply: {
        replyCode: 421,
        enhancedStatusCode: '4.7.0',
        text: 'Our system has detected an unusual rate of mail originating from your domain. Please try again later.',
        stage: 'RCPT',
      },
    },
    source: `${replies} (the code; the hourly limit is a parameter)`,
  },
  {
    when: isSetTo('spam-rate', 'senderSpamRate', 'high', {
      ja: '送信元のメールは、0.3%以上が迷惑メールと報告されています。',
      en: 'Readers report 0.3 % or more of the sender’s mail as spam.',
    }),
    verdict: {
      type: 'deferred',
      reply: {
        replyCode: 421,
        enhancedStatusCode: '4.7.28',
        text: 'Gmail has detected an unusual rate of unsolicited mail. To protect our users from spam, mail has been temporarily rate limited.',
        stage: 'DATA',
      },
    },
    source: `${senderRules} (the rate; that it leads to this reply is an assumption)`,
  },
  {
    when: isFullForLong,
    verdict: {
      type: 'rejected',
      reply: {
        replyCode: 552,
        enhancedStatusCode: '5.2.2',
        text: 'The email account that you tried to reach is over quota and inactive.',
        stage: 'RCPT',
      },
    },
    source: memory,
  },
  {
    when: isFull,
    verdict: {
      type: 'deferred',
      reply: {
        replyCode: 452,
        enhancedStatusCode: '4.2.2',
        text: 'The email account that you tried to reach is over quota.',
        stage: 'RCPT',
      },
    },
    source: memory,
  },
  {
    when: clientIsNameless,
    verdict: {
      type: 'rejected',
      reply: {
        replyCode: 550,
        enhancedStatusCode: '5.7.25',
        text: 'The IP address sending this message does not have a PTR record setup, or the corresponding forward DNS entry does not match the sending IP.',
        stage: 'DATA',
      },
    },
    source: unsaid,
  },
  {
    when: isUnencrypted,
    verdict: {
      type: 'deferred',
      reply: {
        replyCode: 421,
        enhancedStatusCode: '4.7.29',
        text: 'Your email has been rate limited because this message was not sent over a TLS connection.',
        stage: 'DATA',
      },
    },
    source: unsaid,
  },
  {
    when: isMalformed,
    verdict: {
      type: 'rejected',
      reply: {
        replyCode: 550,
        enhancedStatusCode: '5.7.1',
        text: 'This message is not RFC 5322 compliant. To reduce the amount of spam sent to Gmail, this message has been blocked.',
        stage: 'DATA',
      },
    },
    source: unsaid,
  },
  {
    when: failsDmarc('dmarc-reject', ['reject']),
    verdict: {
      type: 'rejected',
      reply: {
        replyCode: 550,
        enhancedStatusCode: '5.7.26',
        text: "Unauthenticated email from {domain} is not accepted due to domain's DMARC policy.",
        stage: 'DATA',
      },
    },
    source: replies,
  },
  {
    when: isUnauthenticated,
    verdict: {
      type: 'rejected',
      reply: {
        replyCode: 550,
        enhancedStatusCode: '5.7.26',
        text: 'Your email has been blocked because the sender is unauthenticated. Gmail requires all senders to authenticate with either SPF or DKIM.',
        stage: 'DATA',
      },
    },
    source: `${senderRules} (that SPF or DKIM must pass; the reply is an assumption)`,
  },
  {
    when: isBulkWithoutDmarc,
    verdict: {
      type: 'deferred',
      reply: {
        replyCode: 421,
        enhancedStatusCode: '4.7.0',
        text: 'This mail has been rate limited because the sender does not meet the requirements for bulk senders.',
        stage: 'DATA',
      },
    },
    source: `${senderRules} (the rule; that it is put off, and the reply, is an assumption)`,
  },
];

export const gmail: Profile = {
  provider: 'gmail',
  name: { ja: 'Gmail', en: 'Gmail' },
  settings: {
    ...commonSettings({
      allowedSenders: { ja: '迷惑メールにしないフィルタ', en: 'filter "never send it to Spam"' },
      blockedSenders: { ja: 'ブロックした差出人', en: 'blocked senders' },
      contacts: { ja: '連絡先', en: 'contacts' },
      quotaBytes: 15 * 1024 ** 3,
      quotaSource: 'assumption: as Google gives to free accounts',
    }),
    account: {
      type: 'choice',
      choices: ['active', 'disabled'],
      default: 'active',
      name: { ja: 'アカウントの状態', en: 'state of the account' },
    },
    overQuota: {
      type: 'choice',
      choices: ['temporary', 'permanent'],
      default: 'temporary',
      name: { ja: '容量超過の扱い', en: 'how a full mailbox answers' },
    },
    senderSpamRate: {
      type: 'choice',
      choices: ['low', 'high'],
      default: 'low',
      name: { ja: '送信元の迷惑メール報告率', en: 'the sender’s spam rate' },
    },
    tab: {
      type: 'choice',
      choices: ['primary', 'updates', 'promotions'],
      default: 'primary',
      name: { ja: 'タブの振り分け', en: 'tab' },
    },
    /** 0: no limit. */
    hourlyLimit: { type: 'count', default: 0, name: { ja: '1時間あたりの受け入れ通数', en: 'messages taken an hour' } },
    bulkDailyCount: {
      type: 'count',
      default: 5_000,
      name: { ja: '大量送信者とみなす1日の通数', en: 'messages a day that make a bulk sender' },
      source: senderRules,
    },
  },
  unknownUser: {
    reply: {
      replyCode: 550,
      enhancedStatusCode: '5.1.1',
      text: 'The email account that you tried to reach does not exist.',
      stage: 'RCPT',
    },
    source: replies,
  },
  orderSource: 'assumption: refusals come first, a filter and the contacts beat the score, a block beats both',
  rules: [
    ...refusals,
    { when: isBlocked, verdict: junk, source: 'https://support.google.com/mail/answer/8151' },
    { when: isAllowed, verdict: inbox, source: 'https://support.google.com/mail/answer/6579' },
    { when: failsDmarc('dmarc-quarantine', ['quarantine']), verdict: junk, source: senderRules },
    {
      when: isBulkWithoutUnsubscribe,
      verdict: junk,
      source: `${senderRules} (for promotions alone; that it goes to Spam is an assumption)`,
    },
    { when: isContact, verdict: inbox, source: 'assumption: contacts beat the score' },
    { when: isTrusted, verdict: inbox, source: 'assumption: "not spam" teaches the filter' },
    {
      when: scoresAsJunk({ highBias: 60, strangerWithLink: 40, stranger: 20, threshold: 90 }),
      verdict: junk,
      source: 'assumption: the real score is not published; the weights are ours, the bias is a world parameter',
    },
    {
      when: isSetTo('tab-updates', 'tab', 'updates', {
        ja: '自動送信のお知らせです。',
        en: 'It is an automatic notice.',
      }),
      verdict: { type: 'marked', mark: 'tab-updates' },
      source: 'assumption: how Gmail sorts into tabs is not published',
    },
    {
      when: isSetTo('tab-promotions', 'tab', 'promotions', {
        ja: '宣伝のメールとみなされました。',
        en: 'It was taken for a promotion.',
      }),
      verdict: { type: 'marked', mark: 'tab-promotions' },
      source: 'assumption: how Gmail sorts into tabs is not published',
    },
    { when: always, verdict: inbox, source: 'assumption: what no rule names goes to the inbox' },
  ],
  acceptedText: { enhancedStatusCode: '2.0.0', text: 'OK' },
  retention: {
    junk: { keptMs: thirtyDaysMs, source: 'https://allabout.co.jp/gm/gc/442378/' },
    trash: { keptMs: thirtyDaysMs, source: 'https://allabout.co.jp/gm/gc/442378/' },
  },
  // Spam and Trash are searched only by `in:anywhere`.
  search: { folders: ['inbox', 'archive'], source: 'https://support.google.com/mail/answer/7190' },
};
