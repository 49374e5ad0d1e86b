import { organisationalDomain } from '#sim/kernel';
import { coversBody, signaturesOf } from '../dkim-signatures.ts';
import type { Letter } from '../letter.ts';
import { type LintRule, when } from '../rule.ts';

const docomoDuties = 'https://www.docomo.ne.jp/service/docomo_mail/smtp_notice/';
const softbankFilters = 'https://note.com/sendmagic/n/n2c8b608b866e';
const gmailRules = 'https://support.google.com/a/answer/81126';
const dmarc = 'https://www.rfc-editor.org/rfc/rfc9989';

function isAligned(domain: string, { fromDomain }: Letter): boolean {
  return organisationalDomain(domain) === organisationalDomain(fromDomain);
}

const isBad = (result: string | undefined): boolean => result !== undefined && result !== 'pass';

export const authenticationRules: readonly LintRule[] = [
  {
    rule: 'authentication-unknown',
    severity: 'notice',
    found: {
      ja: 'SPF・DKIM・DMARCの結果は、このメールからは分かりません（Authentication-Resultsがありません）。',
      en: 'How the mail authenticates cannot be told from it: there is no Authentication-Results.',
    },
    advice: {
      ja: '一度自分のGmailなどに送り、届いたメールの原文を保存して調べてください。',
      en: 'Send it to a mailbox of your own, such as Gmail, save the original that arrives, and lint that.',
    },
    source: 'https://www.rfc-editor.org/rfc/rfc8601',
    find: ({ evidence }) => when(evidence.from === 'nothing'),
  },
  {
    rule: 'spf-failed',
    severity: 'error',
    found: { ja: 'SPFに合格していません（{domain}: {result}）。', en: 'SPF does not pass ({domain}: {result}).' },
    advice: {
      ja: '送信サーバのIPアドレスを、{domain} のSPFレコードに加えてください。',
      en: 'Put the address of the sending host into the SPF record of {domain}.',
    },
    source: `https://www.rfc-editor.org/rfc/rfc7208 ; ${gmailRules}`,
    find: ({ evidence: { spf = '', envelopeDomain } }) =>
      when(spf !== '' && isBad(spf), { domain: envelopeDomain || '<>', result: spf }),
  },
  {
    rule: 'from-spf-failed',
    severity: 'error',
    found: {
      ja: 'Fromのドメイン {domain} でもSPFに合格する必要がありますが、結果は {result} です。',
      en: 'SPF of the From domain {domain} is asked too, and says {result}.',
    },
    advice: {
      ja: '{domain} のSPFレコードにも送信サーバを加えてください。docomo・SoftBank・au（高）は、Fromのドメインで判定します。',
      en: 'Name the sending host in the SPF record of {domain} as well: docomo, SoftBank and au (high) judge by From.',
    },
    source: `${docomoDuties} ; ${softbankFilters}`,
    find: ({ evidence: { headerFromSpf = '' }, fromDomain }) =>
      when(headerFromSpf !== '' && isBad(headerFromSpf), { domain: fromDomain, result: headerFromSpf }),
  },
  {
    rule: 'spf-unaligned',
    severity: 'warning',
    found: {
      ja: '封筒の差出人のドメイン {envelope} が、Fromのドメイン {domain} と別の組織です。',
      en: 'The envelope is of {envelope}, another organisation than From ({domain}).',
    },
    advice: {
      ja: 'Return-Pathを {domain} かそのサブドメインにしてください。DMARCでは、SPFの合格が数えられません。',
      en: 'Use a Return-Path of {domain} or below it: DMARC does not count this SPF.',
    },
    source: dmarc,
    find: (letter) => {
      const { envelopeDomain } = letter.evidence;
      const isOther = envelopeDomain !== '' && letter.fromDomain !== '' && !isAligned(envelopeDomain, letter);
      return when(isOther, { envelope: envelopeDomain, domain: letter.fromDomain });
    },
  },
  {
    rule: 'dkim-missing',
    severity: 'warning',
    found: { ja: 'DKIM署名がありません。', en: 'There is no DKIM signature.' },
    advice: {
      ja: 'DKIMで署名してください。署名がないと、学生が転送したときに届かなくなります。',
      en: 'Sign it: without a signature the mail is lost as soon as a student forwards it.',
    },
    source: `${docomoDuties} ; ${gmailRules}`,
    find: (letter) => when(signaturesOf(letter).length === 0),
  },
  {
    rule: 'dkim-failed',
    severity: 'error',
    found: { ja: 'DKIM署名の検証に合格していません。', en: 'No DKIM signature verifies.' },
    advice: {
      ja: '公開鍵のDNSレコードと、署名後に本文や件名を書き換えるもの（メーリングリスト・ウイルス対策など）がないかを確かめてください。',
      en: 'Look at the key in the DNS, and for whatever changes body or subject after signing.',
    },
    source: 'https://www.rfc-editor.org/rfc/rfc6376#section-6.1',
    find: (letter) => when(signaturesOf(letter).length > 0 && isBad(letter.evidence.dkim)),
  },
  {
    rule: 'dkim-unaligned',
    severity: 'warning',
    found: {
      ja: 'DKIM署名のドメイン（d={signer}）が、Fromのドメイン {domain} と別の組織です。',
      en: 'DKIM signs for d={signer}, another organisation than From ({domain}).',
    },
    advice: {
      ja: '{domain} でも署名してください。DMARCでは、この署名は数えられません。',
      en: 'Sign for {domain} too: DMARC does not count this signature.',
    },
    source: dmarc,
    find: (letter) => {
      const signers = signaturesOf(letter).map(({ domain }) => domain);
      const isOther = signers.length > 0 && !signers.some((domain) => isAligned(domain, letter));
      return when(isOther, { signer: signers[0] ?? '', domain: letter.fromDomain });
    },
  },
  {
    rule: 'dkim-from-unsigned',
    severity: 'error',
    found: {
      ja: 'DKIM署名（d={signer}）がFromを含んでいません。',
      en: 'The DKIM signature (d={signer}) leaves From out.',
    },
    advice: { ja: '署名するヘッダ（h=）にfromを入れてください。', en: 'Name from in h=.' },
    source: 'https://www.rfc-editor.org/rfc/rfc6376#section-5.4',
    find: (letter) =>
      signaturesOf(letter)
        .filter(({ fields }) => !fields.includes('from'))
        .map(({ domain }) => ({ signer: domain })),
  },
  {
    rule: 'dkim-fields-unsigned',
    severity: 'notice',
    found: {
      ja: 'DKIM署名（d={signer}）が {fields} を含んでいません。',
      en: 'The DKIM signature (d={signer}) leaves out {fields}.',
    },
    advice: {
      ja: '署名するヘッダ（h=）に入れてください。途中で書き換えられても気づけません。',
      en: 'Name them in h=: nobody notices when they are changed on the way.',
    },
    source: 'https://www.rfc-editor.org/rfc/rfc6376#section-5.4.1',
    find: (letter) =>
      signaturesOf(letter).flatMap(({ domain, fields }) => {
        const unsigned = ['subject', 'to', 'date'].filter(
          (field) => !fields.includes(field) && letter.header.some(({ name }) => name === field),
        );
        return when(unsigned.length > 0, { signer: domain, fields: unsigned.join(', ') });
      }),
  },
  {
    rule: 'dkim-body-changed',
    severity: 'error',
    found: {
      ja: '本文が、DKIM署名（d={signer}）のときから変わっています。',
      en: 'The body is not the one that DKIM signed (d={signer}).',
    },
    advice: {
      ja: '署名のあとで本文を書き換えるもの（改行の変換・フッタの追加など）を探してください。',
      en: 'Find what changes the body after signing: line ends, a footer, a rewritten link.',
    },
    source: 'https://www.rfc-editor.org/rfc/rfc6376#section-3.7',
    find: (letter) =>
      signaturesOf(letter)
        .filter((signature) => signature.bodyHash !== '' && !signature.hasLength && !coversBody(letter, signature))
        .map(({ domain }) => ({ signer: domain })),
  },
  {
    rule: 'dkim-length',
    severity: 'warning',
    found: {
      ja: 'DKIM署名（d={signer}）が本文の一部しか守っていません（l=）。',
      en: 'The DKIM signature (d={signer}) covers the beginning of the body alone (l=).',
    },
    advice: {
      ja: 'l= を外してください。後ろに何でも書き足されます。',
      en: 'Leave l= out: anybody may add to the rest.',
    },
    source: 'https://www.rfc-editor.org/rfc/rfc6376#section-8.2',
    find: (letter) =>
      signaturesOf(letter)
        .filter(({ hasLength }) => hasLength)
        .map(({ domain }) => ({ signer: domain })),
  },
  {
    rule: 'dkim-sha1',
    severity: 'error',
    found: { ja: 'DKIM署名がrsa-sha1です。', en: 'DKIM signs with rsa-sha1.' },
    advice: {
      ja: 'rsa-sha256で署名してください。rsa-sha1の署名は検証されません。',
      en: 'Sign with rsa-sha256: nobody verifies rsa-sha1.',
    },
    source: 'https://www.rfc-editor.org/rfc/rfc8301#section-3.1',
    find: (letter) => when(signaturesOf(letter).some(({ algorithm }) => algorithm === 'rsa-sha1')),
  },
  {
    rule: 'dmarc-failed',
    severity: 'error',
    found: { ja: 'DMARCに合格していません。', en: 'DMARC does not pass.' },
    advice: {
      ja: 'SPFかDKIMのどちらかを、Fromと同じ組織のドメインで合格させてください。docomoは警告を付けるか、届けません。',
      en: 'Let SPF or DKIM pass with a domain of the organisation in From. docomo warns of such mail or does not deliver it.',
    },
    source: `${dmarc} ; ${docomoDuties}`,
    find: ({ evidence }) => when(evidence.dmarc === 'fail'),
  },
  {
    rule: 'dmarc-missing',
    severity: 'warning',
    found: { ja: '{domain} にDMARCのポリシーがありません。', en: '{domain} publishes no DMARC policy.' },
    advice: {
      ja: '_dmarc.{domain} に「v=DMARC1; p=none」から公開してください。Gmailへ1日5,000通以上送るには必須です。',
      en: 'Publish one at _dmarc.{domain}, such as "v=DMARC1; p=none": Gmail asks for it from 5,000 mails a day.',
    },
    source: `${gmailRules} ; ${docomoDuties}`,
    find: ({ evidence, fromDomain }) => when(evidence.dmarc === 'none', { domain: fromDomain }),
  },
  {
    rule: 'from-domain-without-mail',
    severity: 'error',
    found: {
      ja: 'Fromのドメイン {domain} に、AレコードもMXレコードもありません。',
      en: 'The From domain {domain} has neither an A nor an MX record.',
    },
    advice: {
      ja: 'どちらかを設定してください。docomoに届かないことがあります。',
      en: 'Publish one of them: docomo may not deliver without.',
    },
    source: docomoDuties,
    find: ({ evidence, fromDomain }) => when(evidence.fromDomainTakesMail === false, { domain: fromDomain }),
  },
];
