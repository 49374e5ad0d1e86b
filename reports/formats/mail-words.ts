import type { Bilingual } from '#sim/errors';
import type { MailEnd, Passage } from '../projections/index.ts';
import { vocabulary } from '../sentences/index.ts';

const states: Readonly<Record<Exclude<MailEnd['state'], 'delivered'>, Bilingual>> = {
  queued: { ja: '送信待ち', en: 'Waiting to be sent' },
  rejected: { ja: '拒否されました', en: 'Rejected' },
  deferred: { ja: '先に延ばされました', en: 'Deferred' },
  dropped: { ja: '知らせずに破棄されました', en: 'Silently dropped' },
  'given-up': { ja: '送信をあきらめました', en: 'Given up' },
  purged: { ja: '完全に消えました', en: 'Erased' },
};

/** Where a mail is, or how it was lost. */
export function endWords(end: MailEnd): Bilingual {
  if (end.state !== 'delivered') return states[end.state];
  const place = vocabulary.folder(end.folder);
  return { ja: `${place.ja}にあります`, en: `In the ${place.en}` };
}

/** What happened to a mail in its mailbox. */
export function passageWords({ cause, folder }: Passage): Bilingual {
  const place = vocabulary.folder(folder);
  switch (cause) {
    case 'read':
      return { ja: `学生が${place.ja}で開きました`, en: `Read by the student in the ${place.en}` };
    case 'purged':
      return { ja: `${place.ja}から完全に消えました`, en: `Erased from the ${place.en}` };
    case 'student':
      return { ja: `学生が${place.ja}へ移しました`, en: `Moved to the ${place.en} by the student` };
    case 'provider':
      return { ja: `メール事業者が${place.ja}へ移しました`, en: `Moved to the ${place.en} by the provider` };
    case 'admin':
      return { ja: `管理者が${place.ja}へ移しました`, en: `Moved to the ${place.en} by the administrator` };
    case 'delivered':
      return { ja: `${place.ja}に入りました`, en: `Put into the ${place.en}` };
  }
}

const marks: Readonly<Record<string, Bilingual>> = {
  'sender-warning': { ja: '注意の表示', en: 'a warning' },
  'sender-verified': { ja: '認証済みの印', en: 'a check mark' },
  'tab-updates': { ja: '「新着」タブ', en: 'the tab Updates' },
  'tab-promotions': { ja: '「プロモーション」タブ', en: 'the tab Promotions' },
  'focused-other': { ja: '「その他」', en: 'Other' },
};

/** What the mail app shows beside a mail. */
export function markWords(mark: string): Bilingual {
  return marks[mark] ?? { ja: mark, en: mark };
}
