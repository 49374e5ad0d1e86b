import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { ServiceError } from '../errors/index.ts';
import { parseInstant } from '../kernel/index.ts';
import { type AchievementCredential, achievementCredentialSchema } from './credential-schema.ts';

let compiled: ValidateFunction | undefined;

/**
 * Lets through a credential that may leave the issuer. Throws ServiceError `credential-invalid` with the JSON Pointer
 * of what is wrong.
 */
export function checkCredential(credential: unknown): asserts credential is AchievementCredential {
  // Whether the schema itself is one, a test checks once for all starts.
  compiled ??= new Ajv2020({
    validateSchema: false,
    strictTypes: false,
    strictRequired: false,
    discriminator: true,
  }).compile(achievementCredentialSchema);
  if (!compiled(credential)) {
    const first = compiled.errors?.[0];
    const member = first?.params.missingProperty ?? first?.params.additionalProperty;
    const pointer = `${first?.instancePath ?? ''}${typeof member === 'string' ? `/${member}` : ''}`;
    throw new ServiceError('credential-invalid', { pointer: pointer || '/', reason: first?.message ?? 'unknown' });
  }
  const { validFrom, validUntil } = credential as AchievementCredential;
  const from = parseInstant(validFrom);
  const until = parseInstant(validUntil);
  if (from === undefined) throw new ServiceError('credential-invalid', { pointer: '/validFrom', reason: 'no date' });
  if (until === undefined || until <= from) {
    throw new ServiceError('credential-invalid', { pointer: '/validUntil', reason: 'must be after validFrom' });
  }
}
