import { type HeldProof, type ResolveKey, verifyEmbeddedProof, verifyVcJwtProof } from '../../proof/index.ts';
import type { JsonObject } from '../json-object.ts';

/** A credential whose proof holds. Whose key that is, is the next question. */
export interface Proven {
  readonly proof: HeldProof;
  readonly credential: JsonObject;
}

/** Throws ServiceError `proof-…`, `key-unresolved`, `context-unknown`, `jsonld-unsafe`. */
export async function prove(secured: string | JsonObject, resolveKey: ResolveKey): Promise<Proven> {
  if (typeof secured !== 'string')
    return { proof: await verifyEmbeddedProof(secured, resolveKey), credential: secured };
  const { proof, credential } = await verifyVcJwtProof(secured, resolveKey);
  return { proof, credential };
}
