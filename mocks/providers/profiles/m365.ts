import { always, isAllowed, isBlocked, isContact, isFull, isTrusted, scoresAsJunk } from '../conditions.ts';
import type { Profile } from '../profile.ts';
import { commonSettings } from '../setting.ts';

const thirtyDaysMs = 30 * 86_400_000;

/** Microsoft 365 as universities have it; quarantine is not in it yet. */
export const m365: Profile = {
  provider: 'm365',
  name: { ja: '大学のメール（Microsoft 365）', en: 'university mail (Microsoft 365)' },
  settings: commonSettings({
    allowedSenders: { ja: '信頼できる差出人とドメイン', en: 'safe senders and domains' },
    blockedSenders: { ja: '受信拒否リスト', en: 'blocked senders and domains' },
    contacts: { ja: '連絡先', en: 'contacts' },
    quotaBytes: 50 * 1024 ** 3,
  }),
  unknownUser: {
    reply: {
      replyCode: 550,
      enhancedStatusCode: '5.5.0',
      text: 'Requested action not taken: mailbox unavailable (S2017062302)',
      stage: 'RCPT',
    },
    source: 'https://note.com/sendmagic/n/ne72a2b6e3938',
  },
  orderSource: 'assumption: lists of the user beat the content filter',
  rules: [
    {
      when: isFull,
      verdict: {
        type: 'rejected',
        reply: { replyCode: 552, enhancedStatusCode: '5.2.2', text: 'Mailbox full', stage: 'DATA' },
      },
      source: 'assumption: reply code as remembered in the facts page "mail" §3.2',
    },
    { when: isBlocked, verdict: { type: 'delivered', folder: 'junk' }, source: 'assumption' },
    { when: isAllowed, verdict: { type: 'delivered', folder: 'inbox' }, source: 'assumption' },
    { when: isContact, verdict: { type: 'delivered', folder: 'inbox' }, source: 'assumption' },
    { when: isTrusted, verdict: { type: 'delivered', folder: 'inbox' }, source: 'assumption' },
    {
      when: scoresAsJunk({ highBias: 60, strangerWithLink: 40, stranger: 20, threshold: 90 }),
      verdict: { type: 'delivered', folder: 'junk' },
      source: 'https://ci.iii.kyushu-u.ac.jp/posts/m/20210407-junkmail',
    },
    { when: always, verdict: { type: 'delivered', folder: 'inbox' }, source: 'assumption: no focused inbox' },
  ],
  acceptedText: { enhancedStatusCode: '2.6.0', text: 'Queued mail for delivery' },
  retention: {
    junk: { keptMs: thirtyDaysMs, source: 'https://ci.iii.kyushu-u.ac.jp/posts/m/20210407-junkmail' },
    trash: { keptMs: thirtyDaysMs, source: 'assumption' },
  },
  search: { folders: ['inbox', 'junk', 'trash', 'archive'], source: 'assumption' },
};
