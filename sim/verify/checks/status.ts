import { type Bilingual, ServiceError } from '../../errors/index.ts';
import { formatInstant, type Instant } from '../../kernel/index.ts';
import type { AskedStatus } from '../ask-status.ts';
import { type Check, fails, holds } from '../check.ts';
import type { Looked } from '../evidence.ts';
import { isEntrySet, type StatusList } from '../status-list.ts';

const name = { id: 'status', clause: 'https://www.w3.org/TR/vc-bitstring-status-list/#validate-algorithm' };

/** The worst first: of two reasons to refuse, people hear the one that counts. */
const refusals = {
  revoked: {
    ja: '失効しています。教育機関（学校等）にお問い合わせください。',
    en: 'It has been revoked. Ask the school about it.',
  },
  suspended: {
    ja: '一時停止中です。教育機関（学校等）にお問い合わせください。',
    en: 'It is suspended for now. Ask the school about it.',
  },
  'status-untrusted': {
    ja: '失効の情報が、発行元の正しいものであると確認できません。係員の確認を受けてください。',
    en: 'What is said of its revocation cannot be trusted to come from the issuer. Ask the staff to check it.',
  },
  'status-unreachable': {
    ja: '失効していないことを確認できません。係員の確認を受けてください。',
    en: 'Whether it has been revoked cannot be looked up. Ask the staff to check it.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

type Refusal = keyof typeof refusals;

/** What the issuer's lists say of the credential today; in the grace time of an outage, what they last said. */
export function checkStatus(statuses: readonly AskedStatus[], now: Instant): Check {
  if (!statuses.some(({ entry }) => entry.purpose === 'revocation')) {
    return fails(name, 'status-missing', {
      ja: '失効の確認先が正しく書かれていない学生証です。教育機関（学校等）にお問い合わせください。',
      en: 'The student ID does not say, as it should, where its revocation is told. Ask the school about it.',
    });
  }
  const found = statuses.map((status) => refusalOf(status, now));
  const worst = (Object.keys(refusals) as Refusal[]).find((refusal) => found.includes(refusal));
  if (worst !== undefined) return fails(name, worst, refusals[worst]);
  const oldest = Math.min(...statuses.flatMap(({ list }) => (isOld(list) ? [list.fetchedAt] : [])));
  if (oldest === Number.POSITIVE_INFINITY)
    return holds(name, { ja: '失効していません。', en: 'It has not been revoked.' });
  const at = formatInstant(oldest);
  return holds(name, {
    ja: `${at} の時点で失効していません（オフラインのため最後の確認によります）。`,
    en: `It had not been revoked at ${at}, the last time that could be looked up.`,
  });
}

function refusalOf({ entry, list }: AskedStatus, now: Instant): Refusal | undefined {
  if (list.state === 'untrusted') return 'status-untrusted';
  if (list.state !== 'found') return 'status-unreachable';
  const { validUntil = Number.POSITIVE_INFINITY } = list.value;
  // What is over does not count, not even in an outage.
  if (now >= validUntil) return 'status-unreachable';
  try {
    if (!isEntrySet(list.value, entry)) return undefined;
  } catch (error) {
    if (error instanceof ServiceError) return 'status-untrusted';
    throw error;
  }
  return entry.purpose === 'suspension' ? 'suspended' : 'revoked';
}

function isOld(list: Looked<StatusList>): list is Looked<StatusList> & { readonly state: 'found' } {
  return list.state === 'found' && list.isOld;
}
