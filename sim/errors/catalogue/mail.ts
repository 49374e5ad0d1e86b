import type { ErrorEntry } from '../error-entry.ts';

export const mailErrors = {} as const satisfies Record<string, ErrorEntry>;
