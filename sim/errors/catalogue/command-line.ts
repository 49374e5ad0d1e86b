import type { ErrorEntry } from '../error-entry.ts';

export const commandLineErrors = {} as const satisfies Record<string, ErrorEntry>;
