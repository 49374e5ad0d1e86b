import { type Bilingual, catalogue, type ErrorCode, type ErrorParameters, fillBoth } from '../errors/index.ts';

type RosterCode = Extract<ErrorCode, `roster-${string}`>;

/** What the importer has to say of one cell. */
export interface RosterIssue {
  /** From 1, as an editor counts. */
  readonly line: number;
  /** The column as the file's header names it, or its number. */
  readonly column: string;
  readonly code: RosterCode;
  readonly reason: Bilingual;
}

export function rosterIssue<Code extends RosterCode>(
  place: { readonly line: number; readonly column: string },
  code: Code,
  parameters: ErrorParameters<Code>,
): RosterIssue {
  return { ...place, code, reason: fillBoth(catalogue[code].detail, parameters) };
}
