import type { ErrorEntry } from '../error-entry.ts';

export const issuerErrors = {} as const satisfies Record<string, ErrorEntry>;
