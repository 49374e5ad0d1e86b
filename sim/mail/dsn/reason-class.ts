import type { Bilingual } from '../../errors/index.ts';

/**
 * Why a mail was not delivered, as a sender can tell: named as Sisimai, which many senders read their bounces with,
 * names them (https://libsisimai.org/en/reason/).
 */
export const reasonClasses = {
  userunknown: { ja: '宛先のアドレスがありません', en: 'there is no such user' },
  filtered: { ja: '受信者の設定が拒否しました', en: 'a filter of the reader refused it' },
  mailboxfull: { ja: '受信者のメールボックスがいっぱいです', en: 'the mailbox is full' },
  suspend: { ja: '受信者のアカウントが停止中です', en: 'the account is suspended' },
  blocked: { ja: '受信側が送信元を拒否しました', en: 'the sending host is blocked' },
  policyviolation: { ja: '受信側の方針に合いませんでした', en: 'a policy of the host refused it' },
  rejected: { ja: '受信側が封筒の差出人を拒否しました', en: 'the sender’s address was refused' },
  norelaying: {
    ja: '受信側がこの宛先あてのメールを受け持っていません',
    en: 'the host takes no mail for this address',
  },
  hostunknown: { ja: '宛先のドメインでメールを受け取れません', en: 'the domain takes no mail' },
  syntaxerror: { ja: 'メールの形式が受け付けられませんでした', en: 'the host could not take the form of the mail' },
  notcompliantrfc: { ja: 'メールの形式が規格に合っていません', en: 'the form of the mail breaks a standard' },
  requireptr: { ja: '送信元のIPアドレスに逆引きの設定がありません', en: 'the sending address has no reverse DNS' },
  mesgtoobig: { ja: 'メールが大きすぎます', en: 'the mail is too big' },
  speeding: { ja: '短い間に多く送りすぎました', en: 'too many mails in a short time' },
  toomanyconn: { ja: '一度に送る宛先や接続が多すぎました', en: 'too many connections or recipients at once' },
  // Ours: Sisimai counts it as spamdetected, which would mislead a clerk.
  greylisted: { ja: '初めての送信元のため、受信側が待たせています', en: 'the host makes new senders wait' },
  expired: { ja: '期限までに届けられませんでした', en: 'it could not be delivered in time' },
  undefined: { ja: '理由は分かりません', en: 'the reason is not known' },
} as const satisfies Record<string, Bilingual>;

export type ReasonClass = keyof typeof reasonClasses;
