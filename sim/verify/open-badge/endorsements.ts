import { type BadgeCheck, fails, holds, notApplicable, unknown } from '../check.ts';
import { asObject, type JsonObject, listOf } from '../json-object.ts';
import { type BadgeSummary, summaryOf } from './badge-summary.ts';
import { readUnproven, type UnprovenCredential, unprovenObject } from './unproven-credential.ts';
import { type Verdict, verdictOf } from './verdict.ts';

const name = { id: 'endorsements', clause: 'https://www.imsglobal.org/spec/ob/v3p0/#endorsement-verification' };

const endorsementsMax = 20;
const depthMax = 3;

/** One endorsement, and what came of it. */
export interface EndorsementVerdict {
  /** JSON Pointer within the credential that carries it. */
  readonly pointer: string;
  readonly issuer: BadgeSummary['issuer'];
  readonly verdict: Verdict;
  readonly checks: readonly BadgeCheck[];
}

export interface Endorsed {
  readonly check: BadgeCheck;
  readonly endorsements: readonly EndorsementVerdict[];
}

export type VerifyEndorsement = (secured: UnprovenCredential) => Promise<readonly BadgeCheck[]>;

/** Every endorsement of a badge, its issuer and its achievement, and those of their issuers in turn. */
export async function checkEndorsements(credential: JsonObject, verify: VerifyEndorsement): Promise<Endorsed> {
  const waiting = carriedBy(credential, '', 1);
  const endorsements: EndorsementVerdict[] = [];
  for (let one = waiting.shift(); one !== undefined && endorsements.length < endorsementsMax; one = waiting.shift()) {
    const checks = one.secured === undefined ? [unreadable] : await verify(one.secured);
    const { issuer } = summaryOf(one.secured?.credential ?? {});
    endorsements.push({ pointer: one.pointer, issuer, verdict: verdictOf(checks), checks });
    if (one.secured !== undefined) waiting.push(...carriedBy(one.secured.credential, one.pointer, one.depth + 1));
  }
  return { check: overall(endorsements, waiting.length), endorsements };
}

interface Carried {
  readonly pointer: string;
  readonly depth: number;
  readonly secured: UnprovenCredential | undefined;
}

const unreadable = fails({ id: 'format', clause: name.clause }, 'endorsement-unreadable', {
  ja: '推薦のデータを読み取れません。',
  en: 'The endorsement cannot be read.',
});

function carriedBy(credential: JsonObject, at: string, depth: number): Carried[] {
  if (depth > depthMax) return [];
  const subject = asObject(credential.credentialSubject);
  const carriers: readonly (readonly [string, JsonObject | undefined])[] = [
    [at, credential],
    [`${at}/issuer`, asObject(credential.issuer)],
    [`${at}/credentialSubject/achievement`, asObject(subject?.achievement)],
  ];
  return carriers
    .flatMap(([pointer, carrier]) => [
      ...listOf(carrier?.endorsement).map((value, index): Carried => {
        const object = asObject(value);
        const secured = object === undefined ? undefined : unprovenObject(object);
        return { pointer: `${pointer}/endorsement/${index}`, depth, secured };
      }),
      ...listOf(carrier?.endorsementJwt).map((value, index): Carried => {
        const secured = typeof value === 'string' ? readUnproven(value) : undefined;
        return { pointer: `${pointer}/endorsementJwt/${index}`, depth, secured };
      }),
    ])
    .slice(0, endorsementsMax + 1);
}

function overall(endorsements: readonly EndorsementVerdict[], left: number): BadgeCheck {
  const count = endorsements.length;
  const first = (verdict: Verdict) => endorsements.find((one) => one.verdict === verdict);
  const [refused, unconfirmed] = [first('refused'), first('unconfirmed')];
  if (refused !== undefined) {
    return fails(name, 'endorsement-refused', {
      ja: `第三者の推薦（${refused.pointer}）が正しくありません。`,
      en: `The endorsement at ${refused.pointer} does not hold.`,
    });
  }
  if (unconfirmed !== undefined || left > 0) {
    return unknown(name, 'endorsement-unconfirmed', {
      ja: `第三者の推薦${unconfirmed === undefined ? '' : `（${unconfirmed.pointer}）`}のすべては確認できていません。`,
      en: `Not every endorsement could be confirmed${unconfirmed === undefined ? '' : ` (${unconfirmed.pointer})`}.`,
    });
  }
  if (count === 0) return notApplicable(name, { ja: '第三者の推薦はありません。', en: 'It carries no endorsements.' });
  return holds(name, {
    ja: `第三者の推薦 ${count} 件が正しいです。`,
    en: `Its ${count === 1 ? 'endorsement holds' : `${count} endorsements hold`}.`,
  });
}
