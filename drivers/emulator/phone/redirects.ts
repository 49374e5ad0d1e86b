import type { PageFailure, PageReply, PageRequest } from '../window/app-window.ts';

/** https://fetch.spec.whatwg.org/#http-redirect-fetch */
const redirectsMax = 20;

/** Where sites send the visitor of a window on. */
export class Redirects {
  readonly #targets = new Set<string>();
  #count = 0;

  /** Whether a site has sent the window there, which is asked once. */
  take(url: string): boolean {
    return this.#targets.delete(url);
  }

  /** False: it goes round in circles, nowhere, or where no site may send anybody. */
  note({ url, isNavigation }: PageRequest, reply: PageReply | PageFailure): boolean {
    if (!isNavigation) return true;
    const location = typeof reply === 'string' ? undefined : locationOf(reply);
    this.#count = location === undefined ? 0 : this.#count + 1;
    if (location === undefined) return true;
    const target = URL.parse(location, url);
    const isFine = location !== '' && target !== null && !/^(javascript|data|blob|about|file):$/.test(target.protocol);
    if (!isFine || this.#count > redirectsMax) return false;
    this.#targets.add(target.href);
    return true;
  }
}

function locationOf({ status, headers }: PageReply): string | undefined {
  if (status < 300 || status > 399) return undefined;
  return headers.find(([name]) => name.toLowerCase() === 'location')?.[1];
}
