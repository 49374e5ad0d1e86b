import { type Bilingual, fill } from '#sim/errors';

/** Where a mail is, as far as advice depends on it. */
export interface Whereabouts {
  readonly state: 'queued' | 'rejected' | 'deferred' | 'dropped' | 'given-up' | 'purged' | 'delivered';
  readonly folder?: string;
  /** The rule that decided. */
  readonly rule?: string;
  readonly provider?: string;
  readonly isRead: boolean;
  /** It came from another mailbox, where it still lies. */
  readonly isForwarded: boolean;
  /** Whether the service sent it; what others sent, others must mend. */
  readonly isOwn: boolean;
  /** The sender will not write to the address any more. */
  readonly isSuppressed: boolean;
}

const advice = {
  address: {
    ja: '宛先が正しいか、今も使えるかを学生と学校で確かめ、届くアドレスへ学校が再発行してください。',
    en: 'Student and school check that the address is right and still in use; the school then reissues to one that is.',
  },
  full: {
    ja: '学生がメールボックスの空きを作り、そのあと学校が再送してください。',
    en: 'The student makes room in the mailbox; after that the school sends the mail again.',
  },
  filter: {
    ja: '学生が{fromJa}を受信許可設定に加え、そのあと学校が再送してください。設定を変えても、前のメールは届きません。',
    en: 'The student allows {fromEn}; after that the school sends again: a changed filter brings nothing back.',
  },
  block: {
    ja: '学生が拒否リストから{fromJa}とそのドメインを外し、そのあと学校が再送してください。',
    en: 'The student takes {fromEn} and its domain off the refuse list; after that the school sends again.',
  },
  links: {
    ja: '学生がURL付きメールの拒否を解除し（この事業者では受信許可リストより優先されます）、そのあと学校が再送してください。',
    en: 'The student switches the refusal of links off (here it is asked before the allow list); then the school sends again.',
  },
  spoof: {
    ja: '{operatorJa}がSPF・DKIM・DMARCを直し、再送してください。急ぐときは、学生がなりすまし規制をゆるめるか、別のアドレスに再発行します。',
    en: '{operatorEn} mends SPF, DKIM and DMARC and sends again. If it is urgent, the student relaxes the spoof filter, or the school reissues to another address.',
  },
  rescue: {
    ja: '受信許可リストでは解決しません。{operatorJa}がSPFを直して再送してください。急ぐときは、学生が救済リストに登録するか、なりすまし拒否を解除します。',
    en: 'The allow list does not help here. {operatorEn} mends SPF and sends again. If it is urgent, the student uses the rescue list or switches the spoof filter off.',
  },
  sender: {
    ja: '学生にできることはありません。{operatorJa}がメールか送信設備を直し、再送してください。',
    en: 'The student can do nothing. {operatorEn} mends the mail or its servers and sends again.',
  },
  wait: {
    ja: '送信側は自動で送り直します。しばらく待ってください。',
    en: 'The sender tries again by itself: wait for a while.',
  },
  silent: {
    ja: '学生が迷惑メールフィルターをゆるめるか、{fromJa}を許可し、そのあと学校が再送してください。前のメールは戻りません。',
    en: 'The student relaxes the junk filter or allows {fromEn}; after that the school sends again: the mail is gone.',
  },
  virus: {
    ja: '{operatorJa}が添付と本文を確かめてください。学生は開かないでください。',
    en: '{operatorEn} looks at what the mail holds. The student should not open it.',
  },
  junk: {
    ja: '学生が迷惑メールフォルダを開き、「迷惑メールではない」としてください。しばらくすると自動で消えます。',
    en: 'The student opens the junk folder and marks the mail as not junk. After a while it is erased there.',
  },
  quarantine: {
    ja: '学生が検疫のお知らせメールから解放してください。解放できないときは、学校の情報システムの窓口に頼みます。',
    en: 'The student releases it from the quarantine’s mail; where that is not allowed, the school’s IT desk does.',
  },
  trash: {
    ja: '学生がゴミ箱から元に戻してください。しばらくすると自動で消えます。',
    en: 'The student restores it from the trash. After a while it is erased there.',
  },
  archive: { ja: '学生がアーカイブを見てください。', en: 'The student looks into the archive.' },
  inbox: {
    ja: '受信トレイにあります。学生が件名か差出人で検索してください。',
    en: 'It is in the inbox: the student searches for the subject or the sender.',
  },
  read: {
    ja: '学生がすでに開いています。メールについてすることはありません。',
    en: 'The student has read it: nothing is left to do about the mail.',
  },
  forwarded: {
    ja: '転送元のメールボックスには届いています。学生がそちらを見るか、学校が転送先のアドレスへ再発行してください。',
    en: 'It lies in the mailbox that forwarded it: the student looks there, or the school reissues to this address.',
  },
  purged: {
    ja: 'もう残っていません。学校に再送（再発行）を頼んでください。',
    en: 'Nothing is left of it: ask the school to send or issue again.',
  },
  givenUp: {
    ja: '送信側は送るのをやめました。宛先を確かめ、学校が再送してください。',
    en: 'The sender has stopped trying. Check the address; then the school sends again.',
  },
  suppressed: {
    ja: '宛先不明のため、送信側はこのアドレスへの送信を止めています。宛先を確かめ、届くアドレスへ学校が再発行してください。同じアドレスへの再送は停止を解除します。',
    en: 'The sender stopped writing to the address, as no such user was found. Check it and reissue to one that works; a resend to the same address lifts the stop.',
  },
  queued: { ja: 'まだ送られていません。少し待ってください。', en: 'It has not been sent yet: wait a little.' },
} as const satisfies Record<string, Bilingual>;

type Advice = keyof typeof advice;

/** What helps against a rule that refused, deferred or dropped a mail; a refusal by another one is the sender's business. */
const byRule: Readonly<Record<string, Advice>> = {
  'unknown-user': 'address',
  'address-grammar': 'address',
  'no-such-domain': 'address',
  'not-enrolled': 'address',
  'account-ended': 'address',
  'account-disabled': 'address',
  'account-limited': 'address',
  'mailbox-full': 'full',
  'mailbox-full-for-long': 'full',
  'pc-mail': 'filter',
  'html-mail': 'filter',
  'listed-link': 'filter',
  'refused-link': 'filter',
  'contacts-only': 'filter',
  'blocked-sender': 'block',
  'blocked-address': 'block',
  'blocked-domain': 'block',
  spoofed: 'spoof',
  'spoofed-high': 'spoof',
  'spoofed-middle': 'spoof',
  'spoofed-mobile': 'spoof',
  'dmarc-reject': 'spoof',
  unauthenticated: 'spoof',
  greylist: 'wait',
  'omakase-filter': 'silent',
  'spam-filter': 'silent',
  'forwarded-or-empty': 'silent',
  virus: 'virus',
};

/** Where one provider's order asks for something else than that of the others. */
const byProvider: Readonly<Record<string, Readonly<Record<string, Advice>>>> = {
  softbank: { spoofed: 'rescue', 'refused-link': 'links' },
  ymobile: { spoofed: 'rescue', 'refused-link': 'links' },
  'yahoo-jp': { spoofed: 'rescue' },
};

const byFolder: Readonly<Record<string, Advice>> = {
  inbox: 'inbox',
  junk: 'junk',
  quarantine: 'quarantine',
  trash: 'trash',
  archive: 'archive',
};

/** What those who look for a mail can do, and who of them. */
export function nextStepFor(where: Whereabouts): Bilingual {
  const { ja, en } = advice[adviceFor(where)];
  const names = where.isOwn ? service : stranger;
  return { ja: fill(ja, names), en: fill(en, names) };
}

const service = {
  fromJa: ' service@openbadge.net ',
  fromEn: 'service@openbadge.net',
  operatorJa: '送信側（LecoS）',
  operatorEn: 'The sender (LecoS)',
};
const stranger = { fromJa: '差出人', fromEn: 'the sender', operatorJa: '送信側', operatorEn: 'The sender' };

function adviceFor({
  state,
  folder = 'inbox',
  rule = '',
  provider = '',
  isRead,
  isForwarded,
  isSuppressed,
}: Whereabouts): Advice {
  if (state === 'delivered' && isRead && folder !== 'trash') return 'read';
  if (state === 'delivered') return byFolder[folder] ?? 'inbox';
  if (state === 'queued' || state === 'purged') return state;
  if (isForwarded) return 'forwarded';
  if (isSuppressed) return 'suppressed';
  if (state === 'given-up') return 'givenUp';
  // au asks a rule twice: once for those who have its refusals told, once for those who have not.
  const asked = rule.replace(/-untold$/, '');
  const found = byProvider[provider]?.[asked] ?? byRule[asked];
  return found ?? ({ deferred: 'wait', dropped: 'silent', rejected: 'sender' } as const)[state];
}
