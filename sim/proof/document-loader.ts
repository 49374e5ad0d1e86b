import { ServiceError } from '../errors/index.ts';
import { type JsonLdContext, loadContext } from './contexts.ts';

/** https://www.w3.org/TR/json-ld11-api/#remotedocument , as jsonld takes it. */
export interface RemoteDocument {
  readonly contextUrl: null;
  readonly documentUrl: string;
  readonly document: JsonLdContext;
  /** Lets jsonld keep what it made of the context from one document to the next: it can never change. */
  readonly tag: 'static';
}

/**
 * The only way that JSON-LD reaches a document: the pinned contexts, and nothing from any network.
 * Throws ServiceError `context-unknown`.
 */
export async function documentLoader(url: string): Promise<RemoteDocument> {
  const document = await loadContext(url);
  if (document === undefined) throw new ServiceError('context-unknown', { url });
  return { contextUrl: null, documentUrl: url, document, tag: 'static' };
}
