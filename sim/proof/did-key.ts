import { unresolved } from './key-failure.ts';
import { keyOfMultikey } from './multikey.ts';
import type { VerificationMethod } from './verification-method.ts';

/** `did:key:z6Mk…#z6Mk…`: https://w3c-ccg.github.io/did-key-spec/ . Throws ServiceError `key-unresolved`. */
export function resolveDidKey(id: string): VerificationMethod {
  const [controller = '', fragment, ...more] = id.split('#');
  const multikey = controller.slice('did:key:'.length);
  // The signature method has the key's own name; another one would be for key agreement.
  if (fragment !== multikey || more.length > 0) throw unresolved(id, 'malformed');
  const publicKey = keyOfMultikey(multikey);
  if (publicKey === undefined) throw unresolved(id, 'key-invalid');
  return { id, controller, publicKey };
}
