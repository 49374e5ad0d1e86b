import type { Bilingual } from '../../errors/index.ts';
import { walletWords } from '../words/index.ts';
import { dateText, timeText } from './moments.ts';
import type { Card } from './storage.ts';

const { cardLabels, sentences } = walletWords;

/** A line of the card: a value alone, or behind its label. */
export interface CardLine {
  readonly key: 'warning' | 'school' | 'offline' | keyof typeof cardLabels;
  readonly label?: Bilingual;
  readonly value: Bilingual | string;
}

/** What the student ID shows besides its watermark, in order; `now` is the phone's clock, which also makes the card live. */
export function cardLines(card: Card, now: number, isOffline: boolean): CardLine[] {
  const labelled = (key: keyof typeof cardLabels, value: Bilingual | string): CardLine => {
    return { key, label: cardLabels[key], value };
  };
  const warning = warningOf(card, now);
  return [
    ...(warning === undefined ? [] : [{ key: 'warning', value: warning } as const]),
    { key: 'school', value: card.school },
    labelled('name', card.name),
    labelled('studentNumber', card.studentNumber),
    ...(card.faculty === undefined ? [] : [labelled('faculty', card.faculty)]),
    ...(card.validUntil === undefined ? [] : [labelled('validUntil', dateText(card.validUntil))]),
    labelled('now', timeText(now)),
    ...(isOffline
      ? [{ key: 'offline', value: sentences.offline } as const, labelled('confirmedAt', timeText(card.confirmedAt))]
      : []),
  ];
}

/** Why the card does not count today; undefined when it does. */
export function warningOf(card: Pick<Card, 'status' | 'validFrom' | 'validUntil'>, now: number): Bilingual | undefined {
  if (card.status === 'revoked') return sentences.cardRevoked;
  if (card.status === 'suspended') return sentences.cardSuspended;
  if (card.status === 'superseded') return sentences.cardSuperseded;
  if (card.status === 'expired' || (card.validUntil !== undefined && now >= card.validUntil)) {
    return sentences.cardExpired;
  }
  return card.validFrom !== undefined && now < card.validFrom ? sentences.cardNotYetValid : undefined;
}
