/** Where the pages run, and what they were opened for. */
export type PageApp = 'wallet' | 'browser' | 'mail-app';

export interface Place {
  readonly app: PageApp;
  /** Path and query of the mail link that the page stands for, from the slash on. */
  readonly link?: string;
  /** The app was opened to log in; why, when a page of the browser sent the person here. */
  readonly login?: { readonly because: string };
}

interface Address {
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
}

/** The path that the app begins with; below it everything else stands behind the `#`. */
const appPath = '/app/';

/** `/app/`, `/app/#/receive/TOKEN`, `/app/#/login?because=account-exists`; in a browser `/receive/TOKEN`. */
export function placeOf({ pathname, search, hash }: Address, isMailApp: boolean): Place {
  if (!pathname.startsWith(appPath)) return { app: isMailApp ? 'mail-app' : 'browser', link: pathname + search };
  const inside = hash.replace(/^#/, '');
  if (inside === '' || inside === '/') return { app: 'wallet' };
  const [path = '', query = ''] = inside.split('?');
  if (path === '/login') return { app: 'wallet', login: { because: new URLSearchParams(query).get('because') ?? '' } };
  return { app: 'wallet', link: inside };
}

/** What follows the kind of the link: `TOKEN` of `/receive/TOKEN?x=1`; empty when the link was cut before it. */
export function tokenOf(link: string): string {
  const part = link.split('?', 1)[0]?.split('/')[2] ?? '';
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The link of the app's own scheme that opens the app at a path: what stands behind `lecos://` stands behind `/app/#/`. */
export function schemeLink(path: string): string {
  return `lecos:/${path}`;
}
