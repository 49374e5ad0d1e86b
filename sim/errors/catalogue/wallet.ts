import type { ErrorEntry } from '../error-entry.ts';

export const walletErrors = {} as const satisfies Record<string, ErrorEntry>;
