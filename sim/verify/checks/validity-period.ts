import { type Instant, parseInstant } from '../../kernel/index.ts';
import { type Check, fails, holds } from '../check.ts';

const name = { id: 'validity-period', clause: 'https://www.w3.org/TR/vc-data-model-2.0/#validity-period' };

/** From `validFrom` on and before `validUntil`: https://www.w3.org/TR/vc-data-model-2.0/#validity-period */
export function checkValidityPeriod(
  period: { readonly validFrom: string; readonly validUntil?: string },
  now: Instant,
): Check {
  const from = parseInstant(period.validFrom);
  const until = period.validUntil === undefined ? Number.POSITIVE_INFINITY : parseInstant(period.validUntil);
  if (from === undefined || now < from) {
    return fails(name, 'not-yet-valid', { ja: 'まだ有効期間が始まっていません。', en: 'It is not valid yet.' });
  }
  if (until === undefined || now >= until) {
    return fails(name, 'expired', {
      ja: '有効期限が切れています。教育機関（学校等）に更新をご確認ください。',
      en: 'It has expired. Ask the school for the new one.',
    });
  }
  return holds(name, { ja: '有効期間内です。', en: 'It is within its validity period.' });
}
