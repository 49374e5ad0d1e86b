import type { Bilingual } from '../errors/index.ts';
import {
  type BadgeCheck,
  type BadgeSummary,
  type CheckName,
  fails,
  holds,
  type Verdict,
  type VerifyPorts,
  verdictOf,
  verifyOpenBadge,
} from '../verify/open-badge/index.ts';
import { type Candidate, isAnswered } from './match-query.ts';
import { needsHolderBinding, type PresentationFormat, type PresentationQuery } from './presentation-query.ts';
import {
  type Binding,
  PresentationRefusal,
  type ReadPresentation,
  readBoundPresentation,
  readCredential,
  typesOf,
} from './read-presentation.ts';
import type { VpToken } from './vp-token.ts';

/** What was found in one presentation. */
export interface JudgedPresentation {
  /** The id of the part of the query that it answers. */
  readonly query: string;
  readonly verdict: Verdict;
  readonly checks: readonly BadgeCheck[];
  readonly summary?: BadgeSummary;
}

export interface JudgedResponse {
  readonly verdict: Verdict;
  /** Of the response as a whole. */
  readonly checks: readonly BadgeCheck[];
  readonly presentations: readonly JudgedPresentation[];
}

const site = 'https://openid.net/specs/openid-4-verifiable-presentations-1_0.html';
const queryCheck: CheckName = { id: 'query', clause: `${site}#section-6.4` };
const formCheck: CheckName = { id: 'presentation-form', clause: `${site}#appendix-B.1` };
const holderCheck: CheckName = { id: 'holder-binding', clause: `${site}#section-14.1.2` };

/** Judges every presentation of a VP Token, and whether together they are what was asked for. Never throws for what is in them. */
export async function judgeResponse(
  query: PresentationQuery,
  token: VpToken,
  { binding, ports }: { readonly binding: Omit<Binding, 'resolveKey'>; readonly ports: VerifyPorts },
): Promise<JudgedResponse> {
  const presentations: JudgedPresentation[] = [];
  const candidates: Record<string, Candidate[]> = {};
  for (const part of query.credentials) {
    for (const presentation of token[part.id] ?? []) {
      const { judged, candidate } = await judgeOne(
        part,
        presentation,
        { ...binding, resolveKey: ports.resolveKey },
        ports,
      );
      presentations.push(judged);
      if (candidate !== undefined) candidates[part.id] = [...(candidates[part.id] ?? []), candidate];
    }
  }
  const isWhole = Object.values(candidates).flat().length === presentations.length;
  const answered = isWhole && isAnswered(query, candidates);
  const check = answered ? holds(queryCheck, answeredSentence) : fails(queryCheck, 'query-unanswered', otherSentence);
  const verdict = verdictOf([check, ...presentations.flatMap(({ checks }) => checks)]);
  return { verdict, checks: [check], presentations };
}

async function judgeOne(
  part: PresentationQuery['credentials'][number],
  presentation: unknown,
  binding: Binding,
  ports: VerifyPorts,
): Promise<{ readonly judged: JudgedPresentation; readonly candidate?: Candidate }> {
  const format = part.format as PresentationFormat;
  let read: ReadPresentation;
  try {
    read = needsHolderBinding(part)
      ? await readBoundPresentation(presentation, format, binding)
      : readCredential(presentation, format);
  } catch (error) {
    if (!(error instanceof PresentationRefusal)) throw error;
    const check = refusal(error);
    return { judged: { query: part.id, verdict: 'refused', checks: [check] } };
  }
  const { credential, secured, holder } = read;
  const { verdict, checks, summary } = await verifyOpenBadge(Buffer.from(secured), ports, { now: binding.now });
  const bound = holder === undefined ? [] : [holds(holderCheck, boundSentence)];
  return {
    judged: {
      query: part.id,
      verdict,
      checks: [...bound, ...checks],
      ...(summary !== undefined && { summary }),
    },
    candidate: { format, credential, types: await typesOf(credential), isBound: holder !== undefined },
  };
}

const answeredSentence: Bilingual = {
  ja: '求めた条件をすべて満たしています。',
  en: 'It is all of what was asked for.',
};
const otherSentence: Bilingual = {
  ja: '求めた条件を満たしていません。',
  en: 'It is not what was asked for.',
};
const boundSentence: Bilingual = {
  ja: '本人が、この依頼のために提示したものです。',
  en: 'Its holder presented it, for this request.',
};

const refusals: Readonly<Record<PresentationRefusal['code'], Bilingual>> = {
  form: { ja: '求めた形式ではありません。', en: 'It is not of the form that was asked for.' },
  'holder-proof': {
    ja: '本人の署名を確認できません。',
    en: 'The proof of its holder does not hold.',
  },
  'nonce-differs': {
    ja: '別の依頼のための提示です。使い回しのおそれがあります。',
    en: 'It was made for another request: it may be a replay.',
  },
  'audience-differs': {
    ja: '別の提示先のための提示です。使い回しのおそれがあります。',
    en: 'It was made for another verifier: it may be a replay.',
  },
  'holder-differs': {
    ja: '提示した人が、証明書の対象者と異なります。',
    en: 'Who presents it is not whom it is about.',
  },
  'holder-late': { ja: '提示の有効期限が切れています。', en: 'The presentation is out of its time.' },
};

function refusal({ code }: PresentationRefusal): BadgeCheck {
  return code === 'form'
    ? fails(formCheck, 'presentation-form', refusals.form)
    : fails(holderCheck, code, refusals[code]);
}
