import { Type } from 'typebox';
import type { Judgement } from '#sim/verify';
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
