import type { ErrorEntry } from '../error-entry.ts';

export const credentialErrors = {} as const satisfies Record<string, ErrorEntry>;
