import type { Fetch } from '../kernel/index.ts';
import { resolveDidJwk } from './did-jwk.ts';
import { resolveDidKey } from './did-key.ts';
import { didWebUrlsOf } from './did-web.ts';
import { fetchMethod } from './key-document.ts';
import { unresolved } from './key-failure.ts';
import { keyOfMultikey } from './multikey.ts';
import { isSecureUrl } from './secure-url.ts';
import type { ResolveKey, VerificationMethod } from './verification-method.ts';

/** RSA of 4096 bits as did:jwk takes about 1000 characters. */
const idLengthMax = 2_000;

/**
 * Finds keys by what their names say: did:key, did:jwk, and https URLs whose fragment is the key (OB 3.0 §8.3). What
 * stands in a document (did:web, other https URLs) is looked up by `fetch`, and by nothing when there is none.
 */
export function createKeyResolver({ fetch }: { readonly fetch?: Fetch } = {}): ResolveKey {
  return async (id, purpose = 'assertionMethod') => {
    // Neither space nor control character, so that no two readers see two URLs: https://url.spec.whatwg.org/#url-parsing
    if (id.length > idLengthMax || !/^[\x21-\x7e]+$/.test(id)) throw unresolved(id, 'malformed');
    if (id.startsWith('did:key:')) return resolveDidKey(id);
    if (id.startsWith('did:jwk:')) return resolveDidJwk(id);
    if (id.startsWith('did:web:')) return fetchMethod(id, didWebUrlsOf(id), { fetch, purpose });
    if (!isSecureUrl(id)) throw unresolved(id, /^https:/.test(id) ? 'malformed' : 'method-unsupported');
    // Anybody can write a key of their own behind somebody's URL. Of an issuer another check asks whose it is.
    const written = purpose === 'assertionMethod' ? keyInFragment(id) : undefined;
    return written ?? fetchMethod(id, [documentUrlOf(id)], { fetch, purpose });
  };
}

/** `https://issuer#z6Mk…`: the name is the key, and says that the issuer before the `#` controls it. */
function keyInFragment(id: string): VerificationMethod | undefined {
  const [controller = '', fragment = '', ...more] = id.split('#');
  const publicKey = more.length === 0 ? keyOfMultikey(fragment) : undefined;
  return publicKey === undefined ? undefined : { id, controller, publicKey };
}

function documentUrlOf(id: string): string {
  const url = URL.parse(id);
  if (url === null || url.username !== '' || url.password !== '') throw unresolved(id, 'malformed');
  return id.split('#', 1)[0] ?? '';
}
