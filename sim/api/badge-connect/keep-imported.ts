import { ServiceError } from '../../errors/index.ts';
import { upsertBadge } from '../../host/index.ts';
import { hostPorts } from '../open-badges/index.ts';
import type { Imported, KeepImported } from './import-credentials.ts';

/** Verified and kept among the badges of the account; one that is refused does not keep the others from coming. */
export const keepImported: KeepImported = async (context, account, credentials) => {
  const imported: Imported[] = [];
  for (const { secured } of credentials) {
    const bytes = Buffer.from(secured);
    const outcome = await upsertBadge(context.world, hostPorts(context), { account, client: 'import', bytes }).catch(
      (error: unknown) => {
        if (error instanceof ServiceError) return error;
        throw error;
      },
    );
    imported.push(outcome instanceof ServiceError ? { outcome: 'refused', code: outcome.code } : { outcome });
  }
  return imported;
};
