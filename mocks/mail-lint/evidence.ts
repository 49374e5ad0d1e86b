import { addressesOf, fieldOf, type Header } from '../mailbox/index.ts';
import { type Authentication, domainOf } from '../providers/index.ts';

/** What is known of how a mail authenticates; what nobody can tell is absent. */
export interface Evidence {
  /** `zone`: judged by the records of a world. `header`: what a receiving host wrote into the mail. */
  readonly from: 'zone' | 'header' | 'nothing';
  /** The domain of the reverse-path; empty when unknown. */
  readonly envelopeDomain: string;
  /** SPF of the envelope, and of the From domain. */
  readonly spf?: string;
  readonly headerFromSpf?: string;
  readonly dkim?: string;
  readonly dmarc?: string;
  readonly policy?: string;
  /** Whether the From domain has an A or MX record. */
  readonly fromDomainTakesMail?: boolean;
}

/** What a world's zone says. */
export function evidenceOfZone(
  { spf, dkim, dmarc }: Authentication,
  { fromDomainTakesMail }: { readonly fromDomainTakesMail: boolean },
): Evidence {
  return {
    from: 'zone',
    envelopeDomain: spf.envelope.domain,
    spf: spf.envelope.result,
    headerFromSpf: spf.headerFrom.result,
    dkim: dkim.result,
    dmarc: dmarc.result,
    policy: dmarc.policy,
    fromDomainTakesMail,
  };
}

/**
 * What the mail itself tells: Return-Path, and the topmost Authentication-Results, which the reader's own host wrote;
 * those below may be anybody's. https://www.rfc-editor.org/rfc/rfc8601#section-5
 */
export function evidenceOfHeader(header: Header): Evidence {
  const [returnPath = ''] = addressesOf(header, 'return-path');
  const results = withoutComments(fieldOf(header, 'authentication-results')).toLowerCase();
  const [spf, dkim, dmarc] = [resultOf(results, 'spf'), resultOf(results, 'dkim'), resultOf(results, 'dmarc')];
  const mailFrom = /\bsmtp\.mailfrom=([^\s;]+)/.exec(results)?.[1] ?? returnPath;
  return {
    from: spf === undefined && dkim === undefined && dmarc === undefined ? 'nothing' : 'header',
    envelopeDomain: mailFrom === '' ? '' : domainOf(mailFrom),
    ...(spf !== undefined && { spf }),
    ...(dkim !== undefined && { dkim }),
    ...(dmarc !== undefined && { dmarc }),
  };
}

/** A message may have several signatures: one that passes is enough. */
function resultOf(results: string, method: string): string | undefined {
  const all = [...results.matchAll(new RegExp(`(?:^|[;\\s])${method}\\s*=\\s*([a-z]+)`, 'g'))].map(
    ([, result]) => result,
  );
  return all.includes('pass') ? 'pass' : all[0];
}

/** Comments may hold anything, `spf=pass` too. A loop: they nest. */
function withoutComments(value: string): string {
  let depth = 0;
  let text = '';
  for (const character of value) {
    if (character === '(') depth += 1;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0) text += character;
  }
  return text;
}
