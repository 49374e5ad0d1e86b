import { always, isAllowed, isBlocked, isContact, isFull, isTrusted, scoresAsJunk } from '../conditions.ts';
import type { Profile } from '../profile.ts';
import { commonSettings } from '../setting.ts';

const thirtyDaysMs = 30 * 86_400_000;

export const gmail: Profile = {
  provider: 'gmail',
  name: { ja: 'Gmail', en: 'Gmail' },
  settings: commonSettings({
    allowedSenders: { ja: '迷惑メールにしないフィルタ', en: 'filter "never send it to Spam"' },
    blockedSenders: { ja: 'ブロックした差出人', en: 'blocked senders' },
    contacts: { ja: '連絡先', en: 'contacts' },
    quotaBytes: 15 * 1024 ** 3,
  }),
  unknownUser: {
    reply: {
      replyCode: 550,
      enhancedStatusCode: '5.1.1',
      text: 'The email account that you tried to reach does not exist.',
      stage: 'RCPT',
    },
    source: 'https://note.com/sendmagic/n/n3b7a8af68d63',
  },
  orderSource: 'assumption: a filter and the contacts beat the score, a block beats both',
  rules: [
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
      source: 'assumption: reply code as remembered in the facts page "mail" §3.2',
    },
    {
      when: isBlocked,
      verdict: { type: 'delivered', folder: 'junk' },
      source: 'https://support.google.com/mail/answer/8151',
    },
    {
      when: isAllowed,
      verdict: { type: 'delivered', folder: 'inbox' },
      source: 'https://support.google.com/mail/answer/6579',
    },
    { when: isContact, verdict: { type: 'delivered', folder: 'inbox' }, source: 'assumption: contacts beat the score' },
    {
      when: isTrusted,
      verdict: { type: 'delivered', folder: 'inbox' },
      source: 'assumption: "not spam" teaches the filter',
    },
    {
      when: scoresAsJunk({ highBias: 60, strangerWithLink: 40, stranger: 20, threshold: 90 }),
      verdict: { type: 'delivered', folder: 'junk' },
      source: 'assumption: the real score is not published; the weights are ours, the bias is a world parameter',
    },
    {
      when: always,
      verdict: { type: 'delivered', folder: 'inbox' },
      source: 'assumption: no tab takes it out of sight',
    },
  ],
  acceptedText: { enhancedStatusCode: '2.0.0', text: 'OK' },
  retention: {
    junk: { keptMs: thirtyDaysMs, source: 'https://allabout.co.jp/gm/gc/442378/' },
    trash: { keptMs: thirtyDaysMs, source: 'https://allabout.co.jp/gm/gc/442378/' },
  },
  // Spam and Trash are searched only by `in:anywhere`.
  search: { folders: ['inbox', 'archive'], source: 'https://support.google.com/mail/answer/7190' },
};
