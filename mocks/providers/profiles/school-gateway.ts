import {
  always,
  comesTooFast,
  failsDmarc,
  holdsVirus,
  isAllowed,
  isBlocked,
  isFull,
  isGreylisted,
  isTrusted,
  scoresAsJunk,
} from '../conditions/index.ts';
import type { Profile, Verdict } from '../profile.ts';
import { commonSettings } from '../setting.ts';

const dayMs = 86_400_000;
const greylist = 'facts page "mail", receiving side: greylisting';
const gateway = 'https://www.itc.tcu.ac.jp/ictservice/tcumail/ictservice-tcumail-tcumail-mailspam/';
const assumed = 'assumption: school gateways differ; this one is put together of what their pages name';

const inbox: Verdict = { type: 'delivered', folder: 'inbox' };

/** A school's own gateway in front of its mailboxes: greylisting, a limit a sender, and a quarantine of its own. */
export const schoolGateway: Profile = {
  provider: 'school-gateway',
  name: { ja: '学校のメールゲートウェイ', en: 'a school’s mail gateway' },
  settings: {
    ...commonSettings({
      allowedSenders: { ja: '許可する差出人', en: 'allowed senders' },
      blockedSenders: { ja: '拒否する差出人', en: 'refused senders' },
      contacts: { ja: '連絡先', en: 'contacts' },
      quotaBytes: 1024 ** 3,
      quotaSource: assumed,
    }),
    greylisting: { type: 'flag', default: true, name: { ja: 'グレーリスティング', en: 'greylisting' } },
    greylistMs: {
      type: 'milliseconds',
      default: 300_000,
      name: { ja: 'グレーリスティングの待ち時間', en: 'greylist wait' },
      source: 'facts page "mail", receiving side: 5 to 15 minutes',
    },
    /** 0: no limit. */
    hourlyLimit: { type: 'count', default: 0, name: { ja: '1時間あたりの受け入れ通数', en: 'messages taken an hour' } },
  },
  unknownUser: {
    reply: {
      replyCode: 550,
      enhancedStatusCode: '5.1.1',
      text: '<{address}>: Recipient address rejected: User unknown in local recipient table',
      stage: 'RCPT',
    },
    source: assumed,
  },
  orderSource: assumed,
  rules: [
    {
      when: isGreylisted,
      verdict: {
        type: 'deferred',
        reply: {
          replyCode: 451,
          enhancedStatusCode: '4.7.1',
          text: 'Greylisted, please try again in {seconds} seconds',
          stage: 'RCPT',
        },
      },
      source: `assumption: ${greylist} without a page of a school`,
    },
    {
      when: comesTooFast,
      verdict: {
        type: 'deferred',
        reply: {
          replyCode: 450,
          enhancedStatusCode: '4.7.1',
          text: 'Error: too much mail from {domain}',
          stage: 'RCPT',
        },
      },
      source: assumed,
    },
    {
      when: isFull,
      verdict: {
        type: 'rejected',
        reply: { replyCode: 552, enhancedStatusCode: '5.2.2', text: '<{address}>: Mailbox is full', stage: 'DATA' },
      },
      source: assumed,
    },
    { when: holdsVirus, verdict: { type: 'dropped' }, source: assumed },
    {
      when: failsDmarc('dmarc-reject', ['reject']),
      verdict: {
        type: 'rejected',
        reply: {
          replyCode: 550,
          enhancedStatusCode: '5.7.1',
          text: 'rejected by DMARC policy for {domain}',
          stage: 'DATA',
        },
      },
      source: assumed,
    },
    { when: isBlocked, verdict: { type: 'quarantined', releasedBy: 'user' }, source: assumed },
    { when: isAllowed, verdict: inbox, source: gateway },
    { when: isTrusted, verdict: inbox, source: assumed },
    {
      when: failsDmarc('dmarc-quarantine', ['quarantine']),
      verdict: { type: 'quarantined', releasedBy: 'user' },
      source: assumed,
    },
    {
      when: scoresAsJunk({ highBias: 60, strangerWithLink: 40, stranger: 20, threshold: 90 }),
      verdict: { type: 'quarantined', releasedBy: 'user' },
      source: gateway,
    },
    { when: always, verdict: inbox, source: assumed },
  ],
  acceptedText: { enhancedStatusCode: '2.0.0', text: 'Ok: queued' },
  retention: {
    junk: { keptMs: 30 * dayMs, source: assumed },
    trash: { keptMs: 30 * dayMs, source: assumed },
  },
  quarantine: {
    keptMs: 14 * dayMs,
    digest: {
      from: 'quarantine@gateway.invalid',
      fromName: 'メールゲートウェイ',
      subject: '隔離されたメールのお知らせ',
    },
    source: 'assumption: 14 days, the shorter end of facts page "mail"',
  },
  search: { folders: ['inbox', 'junk', 'trash', 'archive'], source: 'assumption' },
};
