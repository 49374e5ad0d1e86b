import type { KeepImported } from './import-credentials.ts';

/** Nobody keeps badges of other issuers yet. */
export const keepImported: KeepImported = async (_context, _account, credentials) =>
  credentials.map(() => ({ outcome: 'read' }));
