import type { KeyObject } from 'node:crypto';
import type { Fetch, Response } from '../kernel/index.ts';
import { keyOfJwk } from './jwk.ts';
import { type KeyFailure, unresolved } from './key-failure.ts';
import { keyOfMultikey } from './multikey.ts';
import type { ProofPurpose, VerificationMethod } from './verification-method.ts';

type JsonObject = { readonly [member: string]: unknown };

/** Documents of this size hold some hundred keys. */
const documentBytesMax = 256 * 1_024;
const methodsMax = 200;

/**
 * The key `id` from the document at the first of `urls` that answers, which is a controlled identifier document (or DID
 * document), a JWK set whose `kid` is the fragment, or, when the id has no fragment, one bare JWK. Throws ServiceError `key-unresolved`.
 */
export async function fetchMethod(
  id: string,
  urls: readonly string[],
  { fetch, purpose }: { readonly fetch: Fetch | undefined; readonly purpose: ProofPurpose },
): Promise<VerificationMethod> {
  if (fetch === undefined) throw unresolved(id, 'key-resolution-offline');
  const document = documentOf(id, await answerFrom(id, urls, fetch));
  const [subject = '', fragment] = id.split('#');
  if (Array.isArray(document.keys)) return keyOfSet(id, document.keys, fragment);
  if (document.kty !== undefined && fragment === undefined)
    return { id, controller: subject, publicKey: found(id, keyOfJwk(document)) };
  return methodOf(id, document, purpose);
}

async function answerFrom(id: string, [url = '', ...others]: readonly string[], fetch: Fetch): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, {
      headers: { accept: 'application/did+json, application/jwk+json, application/json' },
    });
  } catch (cause) {
    if (others.length > 0) return answerFrom(id, others, fetch);
    throw unresolved(id, 'unreachable', { cause });
  }
  if (response.status !== 200) throw unresolved(id, response.status === 404 ? 'not-found' : 'unreachable');
  return response;
}

function documentOf(id: string, response: Response): JsonObject {
  const document = response.body.length > documentBytesMax ? undefined : parsed(response);
  if (!isObject(document)) throw unresolved(id, 'document-invalid');
  return document;
}

function parsed(response: Response): unknown {
  try {
    return response.json<unknown>();
  } catch {
    return undefined;
  }
}

/** https://www.rfc-editor.org/rfc/rfc7517#section-5 ; who serves the set controls its keys. */
function keyOfSet(id: string, keys: readonly unknown[], fragment: string | undefined): VerificationMethod {
  if (keys.length > methodsMax) throw unresolved(id, 'document-invalid');
  const named = keys.filter((key) => isObject(key) && key.kid === fragment);
  if (fragment === undefined || named.length !== 1) throw unresolved(id, 'not-found');
  return { id, controller: id.slice(0, -fragment.length - 1), publicKey: found(id, keyOfJwk(named[0])) };
}

/** https://www.w3.org/TR/cid-1.0/#retrieve-verification-method */
function methodOf(id: string, document: JsonObject, purpose: ProofPurpose): VerificationMethod {
  const [subject = ''] = id.split('#');
  const refuse = (reason: KeyFailure): never => {
    throw unresolved(id, reason);
  };
  if (document.id !== subject) refuse('document-id');
  const { verificationMethod = [], [purpose]: forPurpose = [] } = document;
  if (!isList(verificationMethod) || !isList(forPurpose)) return refuse('document-invalid');
  const isNamed = (name: unknown): boolean => name === id || (typeof name === 'string' && subject + name === id);
  const embedded = forPurpose.filter(isObject);
  const named = [...verificationMethod, ...embedded].filter(isObject).filter((method) => isNamed(method.id));
  const [method] = named;
  if (method === undefined || named.length > 1) return refuse('not-found');
  // A document may list methods of others; that those others know of it, it cannot say.
  if (method.controller !== subject) refuse('controller');
  const isForThat = embedded.includes(method) || forPurpose.some(isNamed);
  // When something was signed nobody can prove, so that a revoked key proves nothing.
  if (!isForThat || method.revoked !== undefined) {
    refuse(purpose === 'assertionMethod' ? 'not-for-assertions' : 'not-for-authentication');
  }
  return { id, controller: subject, publicKey: found(id, materialOf(method)) };
}

/** One form of the key, and no second one that could be another key. */
function materialOf({ publicKeyMultibase, publicKeyJwk }: JsonObject): KeyObject | undefined {
  if (publicKeyJwk !== undefined) return publicKeyMultibase === undefined ? keyOfJwk(publicKeyJwk) : undefined;
  return typeof publicKeyMultibase === 'string' ? keyOfMultikey(publicKeyMultibase) : undefined;
}

function found(id: string, key: KeyObject | undefined): KeyObject {
  if (key === undefined) throw unresolved(id, 'key-invalid');
  return key;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length <= methodsMax;
}
