import type { Finding, Severity } from '#mocks/mail-lint';
import type { Bilingual, Language } from '#sim/errors';
import type { SpamScore } from './spam-score.ts';

/** One mail and what was found in it. */
export interface LintedMail {
  /** The file, or scenario and message. */
  readonly name: string;
  readonly subject: string;
  readonly findings: readonly Finding[];
  readonly spamAssassin: SpamScore;
}

const severities: Readonly<
  Record<Severity, { readonly sign: string; readonly name: Bilingual; readonly many: string }>
> = {
  error: { sign: '✗', name: { ja: 'エラー', en: 'error' }, many: 'errors' },
  warning: { sign: '!', name: { ja: '警告', en: 'warning' }, many: 'warnings' },
  notice: { sign: '·', name: { ja: 'お知らせ', en: 'notice' }, many: 'notices' },
};

const order: readonly Severity[] = ['error', 'warning', 'notice'];

export function countsOf(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  return { error: count('error'), warning: count('warning'), notice: count('notice') };
}

/** A mail's findings as a person reads them. */
export function lintText({ name, subject, findings, spamAssassin }: LintedMail, language: Language): string {
  const head = subject === '' ? name : `${name}  ${language === 'ja' ? `「${subject}」` : `"${subject}"`}`;
  return [
    head,
    ...findings.map((finding) => findingText(finding, language)),
    `  ${spamText(spamAssassin)[language]}`,
    `  ${totalText(findings, language)}`,
  ].join('\n');
}

function findingText({ rule, severity, found, advice, source }: Finding, language: Language): string {
  const { sign, name } = severities[severity];
  const label = language === 'ja' ? '出典' : 'Source';
  return `  ${sign} ${name[language]} ${rule}: ${found[language]}\n      → ${advice[language]}\n      ${label}: ${source}`;
}

function totalText(findings: readonly Finding[], language: Language): string {
  const counts = countsOf(findings);
  if (language === 'ja') return order.map((each) => `${severities[each].name.ja} ${counts[each]}件`).join('、');
  return order
    .map((each) => `${counts[each]} ${counts[each] === 1 ? severities[each].name.en : severities[each].many}`)
    .join(', ');
}

function spamText(score: SpamScore): Bilingual {
  switch (score.state) {
    case 'missing':
      return {
        ja: 'SpamAssassin: 調べていません（spamc が入っていません。なくても構いません）',
        en: 'SpamAssassin: not asked (there is no spamc; none is needed)',
      };
    case 'silent':
      return {
        ja: 'SpamAssassin: 調べていません（spamd から返事がありません）',
        en: 'SpamAssassin: not asked (no spamd answers)',
      };
    case 'told':
      return {
        ja: `SpamAssassin: ${score.score}点（${score.threshold}点以上で迷惑メール）`,
        en: `SpamAssassin: ${score.score} points (spam from ${score.threshold})`,
      };
  }
}
