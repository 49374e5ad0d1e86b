import type { Bilingual, Language } from '../../errors/index.ts';
import { type BadgeCheck, hasFailed } from '../check.ts';
import type { Container } from './badge-file.ts';
import type { BadgeSummary } from './badge-summary.ts';
import { identityWords } from './verdict-words.ts';

/** What the rows are called. */
const labels = {
  achievement: { ja: 'バッジ', en: 'Badge' },
  description: { ja: '説明', en: 'Description' },
  issuer: { ja: '発行元', en: 'Issuer' },
  holder: { ja: '対象者', en: 'Holder' },
  issuedOn: { ja: '発行日', en: 'Issued on' },
  period: { ja: '有効期間', en: 'Valid' },
  status: { ja: '状態', en: 'Status' },
  image: { ja: '画像', en: 'Image' },
} as const satisfies Record<string, Bilingual>;

const images = {
  png: { ja: 'この PNG 画像（画像は署名の対象ではありません）', en: 'this PNG (the proof does not cover the picture)' },
  svg: { ja: 'この SVG 画像（画像は署名の対象ではありません）', en: 'this SVG (the proof does not cover the picture)' },
  data: { ja: 'バッジの中にあります', en: 'in the badge itself' },
  none: { ja: 'ありません', en: 'none' },
} as const satisfies Record<string, Bilingual>;

export interface Displayed {
  readonly summary: BadgeSummary;
  readonly checks: readonly BadgeCheck[];
  readonly container?: Container;
}

/**
 * What a displayer shows of every badge, whatever its state: name, description, issuer, issue date, validity, status, and
 * its image (https://www.imsglobal.org/spec/ob/v3p0/impl#displayer-conformance). Label and text of each row, the texts as
 * strangers wrote them: who shows them sees to what may stand in a terminal or a page.
 */
export function displayedRows({ summary, checks, container }: Displayed, language: Language): [string, string][] {
  const { achievement, achievementType, description, issuer, holder, issuedOn, validFrom, validUntil } = summary;
  const named = [issuer.name, issuer.id === undefined ? undefined : `<${issuer.id}>`].filter(
    (part) => part !== undefined,
  );
  const held = holder.map((kind) => identityWords(kind)[language]);
  const rows: readonly (readonly [keyof typeof labels, string])[] = [
    ['achievement', `${achievement ?? '?'}${achievementType === undefined ? '' : ` (${achievementType})`}`],
    ['description', description ?? '?'],
    ['issuer', named.join(' ') || '?'],
    ['holder', held.join(language === 'ja' ? '、' : ', ') || '?'],
    ['issuedOn', issuedOn ?? '?'],
    ['period', `${validFrom ?? '?'} – ${validUntil ?? ''}`.trim()],
    ['status', statusOf(checks, language)],
    ['image', imageOf(summary, container, language)],
  ];
  return rows.map(([label, text]) => [labels[label][language], text]);
}

/** Whether it was revoked or suspended, and that it has expired. */
function statusOf(checks: readonly BadgeCheck[], language: Language): string {
  const expired = checks.filter((check) => check.id === 'validity-period' && hasFailed(check));
  const told = [...expired, ...checks.filter(({ id }) => id === 'status')];
  return told.map(({ sentence }) => sentence[language]).join(' ') || '?';
}

function imageOf({ image }: BadgeSummary, container: Container | undefined, language: Language): string {
  if (container === 'png' || container === 'svg') return images[container][language];
  if (image === undefined) return images.none[language];
  return image.startsWith('data:') ? `${images.data[language]} (${image})` : image;
}
