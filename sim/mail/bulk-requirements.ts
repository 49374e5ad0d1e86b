import type { Bilingual } from '../errors/index.ts';

/** One thing that Gmail asks of senders: https://support.google.com/a/answer/81126 */
export interface BulkRequirement {
  readonly requirement: string;
  /** Of every sender, or of bulk senders only. */
  readonly of: 'all' | 'bulk';
  readonly sentence: Bilingual;
}

const list = [
  {
    requirement: 'spf-or-dkim',
    of: 'all',
    sentence: { ja: 'SPF か DKIM のどちらかで認証します。', en: 'Authenticate with SPF or with DKIM.' },
  },
  {
    requirement: 'ptr',
    of: 'all',
    sentence: {
      ja: '送信元のIPアドレスに、正引きと逆引きのDNSを設定します。',
      en: 'Forward and reverse DNS of the sending address are valid.',
    },
  },
  { requirement: 'tls', of: 'all', sentence: { ja: 'TLS で送信します。', en: 'Send over TLS.' } },
  {
    requirement: 'spam-rate',
    of: 'all',
    sentence: { ja: '迷惑メール率を 0.3% 未満に保ちます。', en: 'Keep the spam rate below 0.3 %.' },
  },
  {
    requirement: 'message-format',
    of: 'all',
    sentence: { ja: 'メールの形式を RFC 5322 に合わせます。', en: 'Format mails as RFC 5322 says.' },
  },
  {
    requirement: 'spf-and-dkim',
    of: 'bulk',
    sentence: { ja: 'SPF と DKIM の両方で認証します。', en: 'Authenticate with both SPF and DKIM.' },
  },
  {
    requirement: 'dmarc',
    of: 'bulk',
    sentence: {
      ja: 'DMARC レコードを公開します（ポリシーは none でもかまいません）。',
      en: 'Publish a DMARC record; its policy may be none.',
    },
  },
  {
    requirement: 'alignment',
    of: 'bulk',
    sentence: {
      ja: '差出人（From）のドメインを SPF か DKIM のドメインに一致させます。',
      en: 'The domain of From is aligned with that of SPF or of DKIM.',
    },
  },
] as const satisfies readonly BulkRequirement[];

/**
 * What binds a sender. One-click unsubscribe (RFC 8058) stands in the same list for bulk senders, but for marketing and
 * subscribed mail only: what a student asked for or is issued is neither, and offers none.
 */
export function requirementsOf(isBulkSender: boolean): readonly BulkRequirement[] {
  return isBulkSender ? list.filter(({ requirement }) => requirement !== 'spf-or-dkim') : list.filter(isForAll);
}

function isForAll({ of }: BulkRequirement): boolean {
  return of === 'all';
}
