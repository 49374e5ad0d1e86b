import { carrierDomains } from '../../providers/index.ts';
import { cutToWidth, fullWidthLength } from '../japanese-text.ts';
import { urlsOf } from '../letter-links.ts';
import { type LintRule, when } from '../rule.ts';

const softbankLimitBytes = 1024 ** 2;
/** What lists of phones show of a subject: no primary source for the cut of one app, so a range. */
const [shownFew, shownMany] = [20, 40];
const cutSource = 'assumption: phones list 20 to 40 letters; no source was found for the cut of one app';

export const carrierRules: readonly LintRule[] = [
  {
    rule: 'message-too-large',
    severity: 'warning',
    found: {
      ja: 'メールの大きさが1MBを超えています（{kilobytes}KB）。',
      en: 'The mail is larger than 1 MB ({kilobytes} KB).',
    },
    advice: {
      ja: '添付や画像を減らし、ファイルはリンクで渡してください。SoftBankは1MBを超えるメールを拒否します。',
      en: 'Leave attachments and pictures out and link to them: SoftBank refuses more than 1 MB.',
    },
    source: 'http://megalodon.jp/ref/2008-0911-1438-33/creation.mb.softbank.jp/mail/mail_attention.html',
    find: ({ bytes }) => when(bytes.length > softbankLimitBytes, { kilobytes: Math.ceil(bytes.length / 1024) }),
  },
  {
    rule: 'subject-cut',
    severity: 'notice',
    found: {
      ja: `件名が全角${shownFew}文字を超えています。一覧では「{shown}…」までしか見えない端末があります。`,
      en: `The subject is longer than ${shownFew} full-width letters: some phones list "{shown}…".`,
    },
    advice: {
      ja: '用件を件名の前のほうに置いてください。',
      en: 'Put what it is about first.',
    },
    source: cutSource,
    find: ({ subject }) =>
      when(fullWidthLength(subject) > shownFew && fullWidthLength(subject) <= shownMany, {
        shown: cutToWidth(subject, shownFew),
      }),
  },
  {
    rule: 'subject-long',
    severity: 'warning',
    found: {
      ja: `件名が全角${shownMany}文字を超えています。ほとんどの端末で「{shown}…」までしか見えません。`,
      en: `The subject is longer than ${shownMany} full-width letters: most phones list "{shown}…" at most.`,
    },
    advice: { ja: '件名を短くしてください。', en: 'Shorten it.' },
    source: cutSource,
    find: ({ subject }) => when(fullWidthLength(subject) > shownMany, { shown: cutToWidth(subject, shownMany) }),
  },
  {
    rule: 'carrier-link-filter',
    severity: 'notice',
    found: {
      ja: 'リンクがあるので、URL付きメールを拒否する設定の学生には届きません。',
      en: 'It holds a link: students whose settings refuse mail with links do not get it.',
    },
    advice: {
      ja: '事前に「{address}」の受信許可を案内してください。SoftBankではURLの拒否が受信許可より優先されるため、その設定も外してもらいます。',
      en: 'Tell students to allow {address} before. At SoftBank the refusal of links stands above the allow list and must be off.',
    },
    source:
      'https://note.com/sendmagic/n/n2c8b608b866e ; https://note.com/sendmagic/n/n604d2bb68ecf ; https://note.com/sendmagic/n/nbbf9780041c0',
    find: (letter) => when(urlsOf(letter).length > 0, { address: letter.from.address }),
  },
  {
    rule: 'carrier-html-filter',
    severity: 'notice',
    found: {
      ja: 'HTMLメールなので、auの「HTMLメール規制」を使う学生には届きません。',
      en: 'It is HTML: students with au’s "refuse HTML mail" do not get it.',
    },
    advice: {
      ja: '事前に「{address}」の受信リスト登録を案内してください。',
      en: 'Tell students to put {address} on the receive list before.',
    },
    source: 'https://note.com/sendmagic/n/nbbf9780041c0',
    find: ({ html, from }) => when(html.trim() !== '', { address: from.address }),
  },
  {
    rule: 'carrier-pc-mail',
    severity: 'notice',
    found: {
      ja: '携帯電話会社以外のドメイン（{domain}）からなので、PCメールを拒否する設定（docomoの「強」・キッズなど）の学生には届きません。',
      en: 'It comes from outside the mobile carriers ({domain}): settings that refuse mail from PCs (docomo’s "strong", kids) keep it out.',
    },
    advice: {
      ja: '事前に「{address}」の受信許可を案内してください。許可する前に送ったメールは届かないので、再送が必要です。',
      en: 'Tell students to allow {address} before; what was sent earlier must be sent again.',
    },
    source: 'https://www.dekyo.or.jp/soudan/contents/taisaku/2-4docomo-details.html',
    find: ({ fromDomain, from }) =>
      when(fromDomain !== '' && !carrierDomains.has(fromDomain), { domain: fromDomain, address: from.address }),
  },
  {
    rule: 'bulk-sender-rules',
    severity: 'notice',
    found: {
      ja: 'Gmailへ24時間に5,000通以上送ると、大量送信者の決まりが適用されます（サブドメインも合わせて数えます）。',
      en: 'From 5,000 mails to Gmail within 24 hours the rules for bulk senders hold; subdomains count together.',
    },
    advice: {
      ja: 'SPF・DKIM・DMARCのすべてに合格することを確かめるか、日を分けて送ってください。',
      en: 'Make sure that SPF, DKIM and DMARC all pass, or spread the sending over days.',
    },
    source: 'https://support.google.com/a/answer/81126',
    find: ({ evidence: { spf, dkim, dmarc } }) => when(![spf, dkim, dmarc].every((result) => result === 'pass')),
  },
];
