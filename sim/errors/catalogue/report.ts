import type { ErrorEntry } from '../error-entry.ts';

export const reportErrors = {} as const satisfies Record<string, ErrorEntry>;
