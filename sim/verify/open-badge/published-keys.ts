import type { KeyObject } from 'node:crypto';
import type { Fetch } from '../../kernel/index.ts';
import { didWebUrlsOf, keyOfJwk, keyOfMultikey } from '../../proof/index.ts';
import { listOf, objectOf, parseObject } from '../json-object.ts';
import { type LookedUp, lookUp } from './looked-up.ts';

/** What an issuer says its keys are; `silent` when it answers and names none. */
export type PublishedKeys =
  | { readonly state: 'found'; readonly keys: readonly KeyObject[] }
  | { readonly state: 'offline' | 'silent' }
  | { readonly state: 'failed'; readonly reason: string };

const documentLengthMax = 262_144;
const keysMax = 200;

/**
 * The keys in the issuer's own document (a controlled identifier document, as https://www.w3.org/TR/cid-1.0/ has it, or
 * the DID document), and in the JWK set that stands beside it at `/jwks`.
 */
export async function askPublishedKeys(issuer: string, fetch: Fetch | undefined): Promise<PublishedKeys> {
  const urls = issuer.startsWith('did:web:') ? didWebUrlsOf(issuer) : [issuer, `${issuer}/jwks`];
  const answers: LookedUp[] = [];
  for (const url of urls) answers.push(await lookUp(fetch, url, documentLengthMax));
  const texts = answers.flatMap((answer) => (answer.state === 'found' ? [answer.text] : []));
  const keys = texts.flatMap(keysIn).slice(0, keysMax);
  if (keys.length > 0) return { state: 'found', keys };
  if (texts.length > 0) return { state: 'silent' };
  return answers.find(({ state }) => state !== 'found') as Exclude<LookedUp, { state: 'found' }>;
}

function keysIn(text: string): KeyObject[] {
  const document = parseObject(text);
  const methods = [...listOf(document?.verificationMethod), ...listOf(document?.assertionMethod)].map(objectOf);
  const jwks = [...listOf(document?.keys), ...methods.map((method) => method?.publicKeyJwk)];
  const multikeys = methods.map((method) => method?.publicKeyMultibase);
  return [
    ...jwks.slice(0, keysMax).map((jwk) => keyOfJwk(jwk)),
    ...multikeys.slice(0, keysMax).map((key) => (typeof key === 'string' ? keyOfMultikey(key) : undefined)),
  ].filter((key) => key !== undefined);
}
