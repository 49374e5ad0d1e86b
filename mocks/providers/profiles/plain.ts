import { always } from '../conditions/index.ts';
import type { Profile } from '../profile.ts';
import { commonSettings } from '../setting.ts';

const thirtyDaysMs = 30 * 86_400_000;

/** No filter at all: what has a mailbox gets every mail. */
export const plain: Profile = {
  provider: 'plain',
  name: { ja: 'フィルタのないメール', en: 'mail without filters' },
  settings: commonSettings({
    allowedSenders: { ja: '受信許可リスト', en: 'allowed senders' },
    blockedSenders: { ja: '受信拒否リスト', en: 'blocked senders' },
    contacts: { ja: '連絡先', en: 'contacts' },
    quotaBytes: 1024 ** 4,
    quotaSource: 'assumption: as good as none',
  }),
  unknownUser: {
    reply: {
      replyCode: 550,
      enhancedStatusCode: '5.1.1',
      text: '<{address}>: Recipient address rejected: User unknown',
      stage: 'RCPT',
    },
    source: 'https://www.rfc-editor.org/rfc/rfc3463#section-3.2',
  },
  orderSource: 'assumption: there is nothing to order',
  rules: [{ when: always, verdict: { type: 'delivered', folder: 'inbox' }, source: 'assumption' }],
  acceptedText: { enhancedStatusCode: '2.0.0', text: 'Ok: queued' },
  retention: {
    junk: { keptMs: thirtyDaysMs, source: 'assumption' },
    trash: { keptMs: thirtyDaysMs, source: 'assumption' },
  },
  search: { folders: ['inbox', 'junk', 'trash', 'archive'], source: 'assumption' },
};
