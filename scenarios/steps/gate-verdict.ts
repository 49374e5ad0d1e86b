import { Type } from 'typebox';
import type { Bilingual } from '#sim/errors';
import type { Judgement } from '#sim/verify';
import { perCell } from '../language/index.ts';
import { check } from './check.ts';
import type { Play } from './play.ts';

/** What a scan should come to. */
export const gateVerdict = {
  verdict: Type.String({ enum: ['accepted', 'refused'] }),
  reason: Type.Optional(Type.String({ description: 'The code of the check that refuses' })),
};

const verdicts = {
  accepted: { ja: '通行できる', en: 'accepted' },
  refused: { ja: '通行できない', en: 'refused' },
} as const;

/** Why a gate refuses, by the code of the check; a code that has no words here is told as it is. */
const reasons: Readonly<Record<string, Bilingual>> = {
  'qr-stale': { ja: 'QRコードが古い', en: 'the QR code is too old' },
  'qr-early': { ja: '端末の時計が進んでいる', en: "the phone's clock is ahead" },
  'device-unregistered': { ja: 'ログイン中の端末ではない', en: 'the phone is not logged in' },
  'issuer-untrusted': { ja: '信頼リストにない発行元', en: 'the issuer is not trusted here' },
  'issuer-key-unknown': { ja: '公開されていない鍵の署名', en: 'the key that signed it is not published' },
  'not-yet-valid': { ja: '有効期間の前', en: 'it is not valid yet' },
  expired: { ja: '期限切れ', en: 'it has expired' },
  revoked: { ja: '失効', en: 'it was revoked' },
  'wallet-unreachable': { ja: '記録を確認できない', en: 'the record cannot be looked up' },
  'status-unreachable': { ja: '失効の有無を確認できない', en: 'whether it was revoked cannot be looked up' },
};

/** `通行できない（QRコードが古い）`, after what was held up to the gate. */
export function verdictWords({
  verdict,
  reason,
}: {
  readonly verdict: string;
  readonly reason?: string | undefined;
}): Bilingual {
  if (verdict !== 'refused') return { ja: '通行できる', en: 'accepts it' };
  if (reason === undefined) return { ja: '通行できない', en: 'refuses it' };
  const words = perCell(reason) ?? reasons[reason] ?? { ja: reason, en: reason };
  return { ja: `通行できない（${words.ja}）`, en: `refuses it (${words.en})` };
}

/** Throws Unmet with what the gate says instead. */
export async function checkVerdict(
  play: Play,
  result: Judgement,
  wanted: { readonly verdict: string; readonly reason?: string | undefined },
): Promise<void> {
  const refusing = result.checks.filter((one) => !one.valid);
  await check(play, 'gate', verdicts[wanted.verdict as keyof typeof verdicts], () => ({
    holds:
      result.verdict === wanted.verdict &&
      (wanted.reason === undefined || refusing.some((one) => one.code === wanted.reason)),
    actual: {
      ja: `${verdicts[result.verdict].ja}。${refusing.map((one) => one.sentence.ja).join('')}`,
      en: `it was ${verdicts[result.verdict].en}. ${refusing.map((one) => one.sentence.en).join(' ')}`,
    },
  }));
}
