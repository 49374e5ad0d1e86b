import type { ErrorEntry } from '../error-entry.ts';

export const deviceErrors = {} as const satisfies Record<string, ErrorEntry>;
