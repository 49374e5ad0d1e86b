import type { Language } from '#sim/errors';
import {
  type BadgeCheck,
  type BadgeVerification,
  displayedRows,
  hasFailed,
  isUnknown,
  trustSentence,
  type Verdict,
  verdictSentences,
} from '#sim/verify/open-badge';
import { printable } from './printable.ts';

export interface VerificationLook {
  readonly language: Language;
  /** Hosts that were named on the command line. */
  readonly hosts: readonly string[];
}

/** What a badge says, every check, and what follows from them, as a person at a desk reads it. */
export function verificationText(
  source: string,
  { summary, checks, container, verdict, hosts, endorsements }: Omit<BadgeVerification, 'credential'>,
  look: VerificationLook,
): string {
  const { language } = look;
  const told = endorsements.flatMap(({ pointer, issuer, checks: inner }) => [
    `  ${language === 'ja' ? '推薦' : 'Endorsement'} ${printable(pointer)} ${printable(issuer.name ?? issuer.id ?? '')}`,
    ...inner.map((check) => indented(checkText(check, language))),
  ]);
  const lines = [
    printable(source),
    ...(summary === undefined ? [] : summaryLines({ summary, checks, ...(container && { container }) }, language)),
    ...checks.map((check) => checkText(check, language)),
    ...told,
    ...verdictLines(verdict, checks, language),
    ...(verdict === 'unconfirmed' ? onlineLines(source, hosts, look) : []),
  ];
  return `${lines.join('\n')}\n`;
}

function summaryLines(displayed: Parameters<typeof displayedRows>[0], language: Language): string[] {
  return displayedRows(displayed, language).map(([label, text]) => `  ${label}: ${printable(text)}`);
}

function signOf(check: BadgeCheck): string {
  if (hasFailed(check)) return '✗';
  if (isUnknown(check)) return '?';
  return 'valid' in check ? '✓' : '–';
}

function checkText(check: BadgeCheck, language: Language): string {
  const hashes = 'hashes' in check ? Object.entries(check.hashes ?? {}) : [];
  return [
    `  ${signOf(check)} ${check.id}: ${printable(check.sentence[language])}`,
    `      ${check.clause}`,
    ...hashes.flatMap(([name, value]) => [
      `      ${name}:${value.includes('\n') ? '' : ` ${printable(value)}`}`,
      ...(value.includes('\n')
        ? value
            .trimEnd()
            .split('\n')
            .map((line) => `        ${printable(line)}`)
        : []),
    ]),
  ].join('\n');
}

function indented(text: string): string {
  return text.replace(/^/gm, '  ');
}

function verdictLines(verdict: Verdict, checks: readonly BadgeCheck[], language: Language): string[] {
  const count = (of: (check: BadgeCheck) => boolean): number => checks.filter(of).length;
  const counts = `✓ ${count((check) => 'valid' in check && check.valid)}  ✗ ${count(hasFailed)}  ? ${count(isUnknown)}`;
  return [
    '',
    verdictSentences[verdict][language],
    `  ${counts}`,
    ...(verdict === 'accepted' ? [`  → ${trustSentence[language]}`] : []),
  ];
}

/** What to type to find out the rest. */
function onlineLines(source: string, hosts: readonly string[], { language, hosts: named }: VerificationLook): string[] {
  const missing = hosts.filter((host) => !named.includes(host));
  if (missing.length === 0) return [];
  const command = `npx todoku verify ${printable(source)} --online ${[...named, ...missing].join(',')}`;
  return [language === 'ja' ? `  → 発行元に接続して確認するには: ${command}` : `  → To ask the issuer: ${command}`];
}
