import { readHandset } from './handset-store.ts';
import type { Turn } from './turn.ts';
import { reach } from './wallet-client.ts';

/** https://fetch.spec.whatwg.org/#http-redirect-fetch */
const redirectsMax = 20;

/** Where a link of another site leads the browser in the end; undefined when it leads nowhere. */
export async function followRedirects(turn: Turn, link: string): Promise<URL | undefined> {
  if (readHandset(turn.world, turn.state.id).network === 'off') return undefined;
  let at = URL.parse(link);
  for (let redirects = 0; at !== null && redirects < redirectsMax; redirects += 1) {
    const { href } = at;
    const { status, headers } = (await reach(() => turn.fetch(href))) ?? { status: 0, headers: {} };
    const { location } = headers as Readonly<Record<string, string | undefined>>;
    if (status < 300 || status >= 400 || location === undefined) return undefined;
    at = URL.parse(location, href);
    if (at?.origin === turn.world.origins.wallet) return at;
  }
  return undefined;
}
