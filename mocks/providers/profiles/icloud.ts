import {
  always,
  failsDmarc,
  isAllowed,
  isBlocked,
  isContact,
  isFull,
  isSetTo,
  isTrusted,
  scoresAsJunk,
} from '../conditions/index.ts';
import type { Profile, Verdict } from '../profile.ts';
import { commonSettings } from '../setting.ts';

const thirtyDaysMs = 30 * 86_400_000;
const replies = 'https://note.com/sendmagic/n/n079f49339312';

const inbox: Verdict = { type: 'delivered', folder: 'inbox' };
const junk: Verdict = { type: 'delivered', folder: 'junk' };

export const icloud: Profile = {
  provider: 'icloud',
  name: { ja: 'iCloudメール', en: 'iCloud Mail' },
  settings: {
    ...commonSettings({
      allowedSenders: { ja: 'メールのルール（受信）', en: 'rule that lets through' },
      blockedSenders: { ja: '受信拒否した連絡先', en: 'blocked contacts' },
      contacts: { ja: '連絡先', en: 'contacts' },
      quotaBytes: 5 * 1024 ** 3,
      quotaSource: 'facts page "mail" §3.1: 5 GB, shared with photos and backups',
    }),
    otherUsedBytes: {
      type: 'bytes',
      default: 0,
      name: { ja: '写真・バックアップの使用量', en: 'taken by photos and backups' },
    },
    senderReputation: {
      type: 'choice',
      choices: ['good', 'blocked'],
      default: 'good',
      name: { ja: '送信元ホストの評価', en: 'reputation of the sending host' },
    },
  },
  unknownUser: {
    reply: { replyCode: 550, enhancedStatusCode: '5.1.1', text: '<{address}>: user does not exist', stage: 'RCPT' },
    source: replies,
  },
  orderSource: 'assumption: refusals come first, lists of the user beat the filter that only sorts',
  rules: [
    {
      when: isSetTo('blocked-host', 'senderReputation', 'blocked', {
        ja: '送信元のホストがブロックリストに載っています。',
        en: 'The sending host is on a block list.',
      }),
      verdict: {
        type: 'rejected',
        reply: {
          replyCode: 550,
          enhancedStatusCode: '5.7.0',
          text: 'Blocked - see https://support.proofpoint.com/dnsbl-lookup.cgi',
          stage: 'MAIL',
        },
      },
      source: replies,
    },
    {
      when: isFull,
      verdict: {
        type: 'rejected',
        reply: { replyCode: 552, enhancedStatusCode: '5.2.2', text: '<{address}>: user is over quota', stage: 'RCPT' },
      },
      source: 'assumption: reply as remembered in the facts page "mail" §3.2',
    },
    {
      when: failsDmarc('dmarc-reject', ['reject']),
      verdict: {
        type: 'rejected',
        reply: {
          replyCode: 554,
          enhancedStatusCode: '5.7.1',
          text: '[CS01] Message rejected due to local policy. Please visit https://support.apple.com/en-us/HT204137',
          stage: 'DATA',
        },
      },
      source: `${replies} (the text; that a failed DMARC leads to it is an assumption)`,
    },
    { when: failsDmarc('dmarc-quarantine', ['quarantine']), verdict: junk, source: 'assumption: as the policy asks' },
    { when: isBlocked, verdict: { type: 'dropped' }, source: 'assumption: blocked senders are told nothing' },
    { when: isAllowed, verdict: inbox, source: 'assumption' },
    { when: isContact, verdict: inbox, source: 'assumption' },
    { when: isTrusted, verdict: inbox, source: 'assumption: "not junk" teaches the filter' },
    {
      when: scoresAsJunk({ highBias: 60, strangerWithLink: 40, stranger: 20, threshold: 90 }),
      verdict: junk,
      source: `${replies} (that it sorts; the weights are an assumption, the bias is a world parameter)`,
    },
    { when: always, verdict: inbox, source: replies },
  ],
  acceptedText: { enhancedStatusCode: '2.5.0', text: 'Ok' },
  retention: {
    junk: { keptMs: thirtyDaysMs, source: 'assumption: as Gmail' },
    trash: { keptMs: thirtyDaysMs, source: 'assumption: as Gmail' },
  },
  search: { folders: ['inbox', 'junk', 'trash', 'archive'], source: 'assumption' },
};
