import type { Bilingual } from '#sim/errors';
import type { Card } from './handset-store.ts';
import { dateText, labelled, screenText, timeText } from './screen-text.ts';

/** What the student ID shows besides its watermark; `now` is the handset's clock, which also makes the card live. */
export function cardTexts(card: Card, now: number, isOffline: boolean): Bilingual[] {
  const texts: Bilingual[] = [
    ...warnings(card, now),
    card.school,
    labelled({ ja: '氏名', en: 'Name' }, card.name),
    labelled({ ja: '学籍番号', en: 'Student number' }, card.studentNumber),
  ];
  if (card.faculty !== undefined) texts.push(labelled({ ja: '所属', en: 'Faculty' }, card.faculty));
  if (card.validUntil !== undefined) {
    texts.push(labelled({ ja: '有効期限', en: 'Valid until' }, dateText(card.validUntil)));
  }
  texts.push(labelled({ ja: '現在時刻', en: 'Now' }, timeText(now)));
  if (isOffline) {
    texts.push(screenText.offline, labelled({ ja: '最終確認', en: 'Last confirmed' }, timeText(card.confirmedAt)));
  }
  return texts;
}

function warnings(card: Card, now: number): Bilingual[] {
  if (card.status === 'revoked') return [screenText.cardRevoked];
  if (card.status === 'suspended') return [screenText.cardSuspended];
  if (card.status === 'superseded') return [screenText.cardSuperseded];
  if (card.status === 'expired' || (card.validUntil !== undefined && now >= card.validUntil)) {
    return [screenText.cardExpired];
  }
  return card.validFrom !== undefined && now < card.validFrom ? [screenText.cardNotYetValid] : [];
}
