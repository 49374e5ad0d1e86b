import type { Bilingual, Language } from '../../errors/index.ts';
import type { CredentialStatus } from '../../issuer/index.ts';
import { type Instant, parseInstant } from '../../kernel/index.ts';
import { localTime } from '../local-time.ts';
import { html, type PageContent } from '../operation/index.ts';

type Status = CredentialStatus['status'];

/** What a state means, and what its holder does about it. */
const states: Readonly<
  Record<Status, { readonly name: Bilingual; readonly meaning: Bilingual; readonly next: Bilingual }>
> = {
  active: {
    name: { ja: '有効', en: 'Valid' },
    meaning: { ja: '発行元は、この学生証を取り消していません。', en: 'The issuer has not withdrawn this student ID.' },
    next: {
      ja: '持ち主の確認には、アプリの画面の QR コードを読み取ってください。',
      en: 'To see who holds it, scan the QR code that the app shows.',
    },
  },
  suspended: {
    name: { ja: '一時停止中', en: 'Suspended' },
    meaning: {
      ja: '発行元が、この学生証の利用を一時的に止めています。',
      en: 'The issuer has suspended this student ID for the time being.',
    },
    next: {
      ja: '心当たりがない場合や、再開を希望する場合は、発行元の教育機関に連絡してください。',
      en: 'If you do not know why, or want it back, contact the school that issued it.',
    },
  },
  revoked: {
    name: { ja: '失効', en: 'Revoked' },
    meaning: {
      ja: '発行元が、この学生証を失効させました。元に戻ることはありません。',
      en: 'The issuer has ended this student ID for good.',
    },
    next: {
      ja: '新しい学生証が必要な場合は、発行元の教育機関に再発行を依頼してください。',
      en: 'If you need a new one, ask the school that issued it.',
    },
  },
  superseded: {
    name: { ja: '再発行済み', en: 'Replaced' },
    meaning: {
      ja: '新しい学生証が、これに代わって発行されました。',
      en: 'Another student ID was issued in its place.',
    },
    next: {
      ja: '最新の「オープンバッジ発行のお知らせ」メールのリンクから、新しい学生証を受け取ってください。',
      en: 'Receive the new one from the link in the latest mail about the student ID.',
    },
  },
  expired: {
    name: { ja: '期限切れ', en: 'Expired' },
    meaning: {
      ja: '有効期間、または受け取れる期間が終わりました。',
      en: 'The time in which it was valid, or could be received, is over.',
    },
    next: {
      ja: '新しい年度の学生証については、発行元の教育機関に確認してください。',
      en: 'Ask the school about the student ID of the new academic year.',
    },
  },
};

const texts = {
  title: { ja: '学生証の状態', en: 'State of a student ID' },
  credential: { ja: '番号', en: 'Number' },
  since: { ja: 'この状態になった日時', en: 'Since' },
  asOf: { ja: '確認した日時', en: 'As of' },
} as const satisfies Record<string, Bilingual>;

/** The state of a credential, without a name. `now` is the instant of the answer. */
export function statusPage(
  language: Language,
  { credential, status, since }: CredentialStatus,
  now: Instant,
): PageContent {
  const say = (text: Bilingual): string => text[language];
  const { name, meaning, next } = states[status];
  const at = since === undefined ? undefined : parseInstant(since);
  return {
    language,
    title: `${say(texts.title)}: ${say(name)}`,
    description: say(meaning),
    main: html`<h1>${say(texts.title)}</h1>
<p><span class="state ${status === 'active' ? 'good' : 'bad'}">${say(name)}</span></p>
<p>${say(meaning)}</p>
<dl>
<dt>${say(texts.credential)}</dt><dd><code>${credential}</code></dd>
${at === undefined ? [] : html`<dt>${say(texts.since)}</dt><dd>${localTime(language, at)}</dd>`}
<dt>${say(texts.asOf)}</dt><dd>${localTime(language, now)}</dd>
</dl>
<p class="next">${say(next)}</p>`,
  };
}
