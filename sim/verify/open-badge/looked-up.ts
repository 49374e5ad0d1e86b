import { ServiceError } from '../../errors/index.ts';
import type { Fetch } from '../../kernel/index.ts';
import { isSecureUrl } from '../../proof/index.ts';

/** What was asked for elsewhere. */
export type LookedUp =
  | { readonly state: 'found'; readonly text: string }
  /** Nothing may be asked. */
  | { readonly state: 'offline' }
  /** `reason`: the code of an error, or what the server said. */
  | { readonly state: 'failed'; readonly reason: string };

const accept =
  'application/vc+jwt, application/vc+ld+json, application/ld+json, application/did+json, application/json, text/plain';

/** Asks for a document, and takes no more than `lengthMax` of it. A redirect is no answer. */
export async function lookUp(fetch: Fetch | undefined, url: string, lengthMax: number): Promise<LookedUp> {
  if (fetch === undefined) return { state: 'offline' };
  // What is not authentic by itself (keys, unsigned lists) is only as good as the connection.
  if (!isSecureUrl(url)) return { state: 'failed', reason: 'no https URL' };
  try {
    const { status, body } = await fetch(url, { headers: { accept } });
    if (status !== 200) return { state: 'failed', reason: `HTTP ${status}` };
    if (body.length > lengthMax) return { state: 'failed', reason: 'too large' };
    return { state: 'found', text: body.toString('utf8') };
  } catch (error) {
    return { state: 'failed', reason: error instanceof ServiceError ? error.code : 'no answer' };
  }
}
