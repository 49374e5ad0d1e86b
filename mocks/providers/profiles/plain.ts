import { always, isSetTo } from '../conditions/index.ts';
import type { Profile } from '../profile.ts';
import { commonSettings } from '../setting.ts';

const thirtyDaysMs = 30 * 86_400_000;

/** No filter at all: what has a mailbox gets every mail, unless its settings say that it shall be refused or taken for junk. */
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
  rules: [
    {
      when: isSetTo('mailbox-full', 'quotaBytes', '0', {
        ja: 'メールボックスの保存容量がありません。',
        en: 'The mailbox has no storage.',
      }),
      verdict: {
        type: 'rejected',
        reply: { replyCode: 552, enhancedStatusCode: '5.2.2', text: '<{address}>: Mailbox full', stage: 'DATA' },
      },
      source: 'https://www.rfc-editor.org/rfc/rfc3463#section-3.3',
    },
    {
      when: isSetTo('junk', 'junkBias', 'certain', {
        ja: 'すべてのメールを迷惑メールとする設定です。',
        en: 'It is set to take every mail for junk.',
      }),
      verdict: { type: 'delivered', folder: 'junk' },
      source: 'assumption',
    },
    { when: always, verdict: { type: 'delivered', folder: 'inbox' }, source: 'assumption' },
  ],
  acceptedText: { enhancedStatusCode: '2.0.0', text: 'Ok: queued' },
  retention: {
    junk: { keptMs: thirtyDaysMs, source: 'assumption' },
    trash: { keptMs: thirtyDaysMs, source: 'assumption' },
  },
  search: { folders: ['inbox', 'junk', 'trash', 'archive'], source: 'assumption' },
};
