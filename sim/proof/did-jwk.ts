import { keyOfJwk } from './jwk.ts';
import { unresolved } from './key-failure.ts';
import type { VerificationMethod } from './verification-method.ts';

/** `did:jwk:eyJ…#0`: https://github.com/quartzjer/did-jwk/blob/main/spec.md . Throws ServiceError `key-unresolved`. */
export function resolveDidJwk(id: string): VerificationMethod {
  const [, controller, encoded] = /^(did:jwk:([\w-]+))#0$/.exec(id) ?? [];
  if (controller === undefined || encoded === undefined) throw unresolved(id, 'malformed');
  const publicKey = keyOfJwk(parsed(encoded));
  if (publicKey === undefined) throw unresolved(id, 'key-invalid');
  return { id, controller, publicKey };
}

function parsed(encoded: string): unknown {
  try {
    return JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
