import type { ErrorEntry } from '../error-entry.ts';

export const rosterErrors = {} as const satisfies Record<string, ErrorEntry>;
