import { unresolved } from './key-failure.ts';

/**
 * Where the document of a did:web lies: there, or on a port of `localhost` also by http, which the method has no way to
 * say. The first that answers counts. Throws ServiceError `key-unresolved`.
 */
export function didWebUrlsOf(id: string): readonly string[] {
  const url = didWebUrlOf(id);
  const plain = url.replace(/^https:\/\/(?=localhost:\d+\/)/, 'http://');
  return plain === url ? [url] : [url, plain];
}

/**
 * Where the document of a did:web lies: https://w3c-ccg.github.io/did-method-web/#read-resolve ; `id` may carry a
 * fragment. Throws ServiceError `key-unresolved`.
 */
function didWebUrlOf(id: string): string {
  const [did = ''] = id.split('#');
  const [host = '', ...segments] = did.slice('did:web:'.length).split(':');
  // A port stands as %3A, as the colon parts the segments. What else is encoded in a host would hide another one.
  const [, name, port] = /^([a-z0-9-]+(?:\.[a-z0-9-]+)*)(?:%3a(\d{1,5}))?$/i.exec(host) ?? [];
  if (name === undefined || !segments.every(isPlain)) throw unresolved(id, 'malformed');
  const path = segments.length === 0 ? '/.well-known' : `/${segments.join('/')}`;
  const written = `https://${name.toLowerCase()}${port === undefined ? '' : `:${port}`}${path}/did.json`;
  const url = URL.parse(written);
  // Where URL would go elsewhere than what is written, such as 0x7f.1, nothing is fetched.
  if (url === null || url.href !== written.replace(/^(https:\/\/[^/:]+):443\//, '$1/'))
    throw unresolved(id, 'malformed');
  return url.href;
}

/** `idchar` of https://www.w3.org/TR/did-core/#did-syntax , with nothing that a path would climb by. */
function isPlain(segment: string): boolean {
  return (
    /^(?:[\w.-]|%[0-9a-f]{2})+$/i.test(segment) && !/^(?:\.|%2e)+$|%(?:2f|5c|3f|23|25|[01][0-9a-f]|7f)/i.test(segment)
  );
}
