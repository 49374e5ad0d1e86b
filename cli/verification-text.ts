import type { Bilingual, Language } from '#sim/errors';
import {
  type BadgeCheck,
  type BadgeSummary,
  type BadgeVerification,
  hasFailed,
  isUnknown,
  type Verdict,
} from '#sim/verify/open-badge';
import { printable } from './printable.ts';

export interface VerificationLook {
  readonly language: Language;
  /** Hosts that were named on the command line. */
  readonly hosts: readonly string[];
}

const labels = {
  achievement: { ja: 'バッジ', en: 'Badge' },
  issuer: { ja: '発行元', en: 'Issuer' },
  holder: { ja: '対象者', en: 'Holder' },
  period: { ja: '有効期間', en: 'Valid' },
} as const satisfies Record<string, Bilingual>;

const identityKinds: Readonly<Record<string, Bilingual>> = {
  id: { ja: 'ID', en: 'id' },
  emailAddress: { ja: 'メールアドレス', en: 'address' },
  name: { ja: '氏名', en: 'name' },
  sisSourcedId: { ja: '学籍番号', en: 'student number' },
  'ext:nameKana': { ja: '氏名カナ', en: 'name in kana' },
};

/** What a badge says, every check, and what follows from them, as a person at a desk reads it. */
export function verificationText(
  source: string,
  { summary, checks, verdict, hosts, endorsements }: Omit<BadgeVerification, 'credential'>,
  look: VerificationLook,
): string {
  const { language } = look;
  const told = endorsements.flatMap(({ pointer, issuer, checks: inner }) => [
    `  ${language === 'ja' ? '推薦' : 'Endorsement'} ${printable(pointer)} ${printable(issuer.name ?? issuer.id ?? '')}`,
    ...inner.map((check) => indented(checkText(check, language))),
  ]);
  const lines = [
    printable(source),
    ...(summary === undefined ? [] : summaryLines(summary, language)),
    ...checks.map((check) => checkText(check, language)),
    ...told,
    ...verdictLines(verdict, checks, language),
    ...(verdict === 'unconfirmed' ? onlineLines(source, hosts, look) : []),
  ];
  return `${lines.join('\n')}\n`;
}

function summaryLines(
  { achievement, achievementType, issuer, holder, validFrom, validUntil }: BadgeSummary,
  language: Language,
) {
  const kind = achievementType === undefined ? '' : ` (${achievementType})`;
  const held = holder.map((each) => {
    const [type = '', hashed] = each.split(' (');
    const word = identityKinds[type]?.[language] ?? type;
    const hidden = language === 'ja' ? '（ハッシュ）' : ' (hashed)';
    return hashed === undefined ? word : word + hidden;
  });
  const named = [issuer.name, issuer.id === undefined ? undefined : `<${issuer.id}>`].filter(
    (part) => part !== undefined,
  );
  const rows: readonly (readonly [keyof typeof labels, string])[] = [
    ['achievement', `${achievement ?? '?'}${kind}`],
    ['issuer', named.join(' ') || '?'],
    ['holder', held.join(language === 'ja' ? '、' : ', ') || '?'],
    ['period', `${validFrom ?? '?'} – ${validUntil ?? ''}`.trim()],
  ];
  return rows.map(([label, text]) => `  ${labels[label][language]}: ${printable(text)}`);
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

const verdicts: Readonly<Record<Verdict, Bilingual>> = {
  accepted: {
    ja: '受け入れられます: 上の発行元が署名した、有効なバッジです。',
    en: 'Accepted: the issuer above signed it, and it is valid.',
  },
  refused: { ja: '受け入れられません: ✗ の項目が正しくありません。', en: 'Refused: what is marked ✗ is not right.' },
  unconfirmed: {
    ja: 'まだ受け入れられません: 誤りは見つかっていませんが、? の項目を確認できていません。',
    en: 'Not confirmed: nothing wrong was found, but what is marked ? could not be checked.',
  },
};

function verdictLines(verdict: Verdict, checks: readonly BadgeCheck[], language: Language): string[] {
  const count = (of: (check: BadgeCheck) => boolean): number => checks.filter(of).length;
  const counts = `✓ ${count((check) => 'valid' in check && check.valid)}  ✗ ${count(hasFailed)}  ? ${count(isUnknown)}`;
  const trust: Bilingual = {
    ja: '発行元を信頼するかどうかは、発行元の URL・DID を見て判断してください。名前は誰でも書けます。',
    en: 'Whether to trust that issuer is for you to say, by its URL or DID: anybody can write a name.',
  };
  return [
    '',
    verdicts[verdict][language],
    `  ${counts}`,
    ...(verdict === 'accepted' ? [`  → ${trust[language]}`] : []),
  ];
}

/** What to type to find out the rest. */
function onlineLines(source: string, hosts: readonly string[], { language, hosts: named }: VerificationLook): string[] {
  const missing = hosts.filter((host) => !named.includes(host));
  if (missing.length === 0) return [];
  const command = `npx todoku verify ${printable(source)} --online ${[...named, ...missing].join(',')}`;
  return [language === 'ja' ? `  → 発行元に接続して確認するには: ${command}` : `  → To ask the issuer: ${command}`];
}
