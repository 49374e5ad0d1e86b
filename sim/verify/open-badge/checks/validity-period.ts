import { formatInstant, type Instant } from '../../../kernel/index.ts';
import { type Check, fails, holds } from '../../check.ts';
import type { JsonObject } from '../../json-object.ts';
import { readDateTime } from '../../schema/date-time.ts';

const name = { id: 'validity-period', clause: 'https://www.w3.org/TR/vc-data-model-2.0/#validity-period' };

export interface JudgedTime {
  readonly now: Instant;
  /** How far the issuer's clock may be from ours. */
  readonly skewMs: number;
}

/** From its start on and before its end, of either data model; the claims `nbf` and `exp` equal these by the proof check. */
export function checkValidityPeriod(credential: JsonObject, { now, skewMs }: JudgedTime): Check {
  const start = credential.validFrom ?? credential.issuanceDate;
  const end = credential.validUntil ?? credential.expirationDate;
  const from = readDateTime(start);
  const until = end === undefined ? Number.POSITIVE_INFINITY : readDateTime(end);
  if (from === undefined || until === undefined) {
    return fails(name, 'date-malformed', {
      ja: '有効期間の日時を読み取れません。発行元に修正を依頼してください。',
      en: 'The dates of its validity cannot be read. Ask the issuer to mend them.',
    });
  }
  if (now + skewMs < from) {
    return fails(name, 'not-yet-valid', {
      ja: `有効期間は ${formatInstant(from)} に始まります。それより前です。`,
      en: `It is valid from ${formatInstant(from)} on, which is still to come.`,
    });
  }
  if (now - skewMs >= until) {
    return fails(name, 'expired', {
      ja: `有効期限（${formatInstant(until)}）が切れています。更新されたバッジがないか、発行元に確認してください。`,
      en: `It expired at ${formatInstant(until)}. Ask the issuer whether there is a newer one.`,
    });
  }
  return holds(
    name,
    until === Number.POSITIVE_INFINITY
      ? { ja: '有効期間内です（期限の定めはありません）。', en: 'It is valid, and does not expire.' }
      : { ja: `有効期間内です（${formatInstant(until)} まで）。`, en: `It is valid, until ${formatInstant(until)}.` },
  );
}
