import { type DcqlCredential, DcqlPresentationResult, DcqlQuery } from 'dcql';
import type { JsonObject } from '../proof/index.ts';
import type { PresentationFormat, PresentationQuery } from './presentation-query.ts';

/** A credential as queries see it. */
export interface Candidate {
  readonly format: PresentationFormat;
  readonly credential: JsonObject;
  readonly types: readonly string[];
  /** Whether its holder can prove, or has proved, to hold it. */
  readonly isBound: boolean;
}

/** Which candidates match which part of a query, by their place in the list. */
export interface QueryMatch {
  readonly canBeSatisfied: boolean;
  readonly matches: Readonly<Record<string, readonly number[]>>;
}

/** What of the held credentials answers the query. */
export function matchHeld(query: PresentationQuery, candidates: readonly Candidate[]): QueryMatch {
  const { can_be_satisfied: canBeSatisfied, credential_matches: found } = DcqlQuery.query(query, candidates.map(seen));
  const matches = query.credentials.map(({ id }) => {
    const match = found[id];
    const valid = match?.success === true ? match.valid_credentials : [];
    return [id, valid.map(({ input_credential_index: at }) => at)] as const;
  });
  return { canBeSatisfied, matches: Object.fromEntries(matches) };
}

/** Whether what was presented answers the query, all of it: nothing else may come along. */
export function isAnswered(
  query: PresentationQuery,
  presented: Readonly<Record<string, readonly Candidate[]>>,
): boolean {
  const parts = new Map(query.credentials.map((part) => [part.id, part]));
  // The library throws for these.
  const isAsked = ([id, candidates]: readonly [string, readonly Candidate[]]): boolean =>
    candidates.length > 0 && (candidates.length === 1 || parts.get(id)?.multiple === true) && parts.has(id);
  if (!Object.entries(presented).every(isAsked)) return false;
  const entries = Object.entries(presented).map(([id, candidates]) => [id, candidates.map(seen)] as const);
  const result = DcqlPresentationResult.fromDcqlPresentation(Object.fromEntries(entries), { dcqlQuery: query });
  const isEveryOne = entries.every(([id]) => result.credential_matches[id]?.success === true);
  return result.can_be_satisfied && isEveryOne;
}

function seen({ format, credential, types, isBound }: Candidate): DcqlCredential {
  return {
    credential_format: format,
    claims: credential,
    type: types,
    cryptographic_holder_binding: isBound,
  } as DcqlCredential;
}
