import type { AppPackage } from '../apps/app-package.ts';

/** Where a link was tapped or typed. */
export interface LinkPlace {
  /** Id of the app; undefined: from outside, as `adb` and Siri do. */
  readonly from: string | undefined;
  /** What its reader chose for it, over what the system would do. */
  readonly within?: 'browser' | 'mail-app';
  /** The page that it stands on. */
  readonly page?: string;
  /** Typed by hand, not tapped. */
  readonly isTyped?: boolean;
}

export interface LinkWorld {
  readonly platform: 'iOS' | 'Android' | 'Windows' | 'ChromeOS';
  /** Apps of packages that are on the phone. */
  readonly installed: readonly AppPackage[];
  /** The service whose https links its apps take: `https://wallet.openbadge.test`. */
  readonly appOrigin: string;
  readonly opensLinksInMailApp: boolean;
}

export type LinkTarget =
  /** The packaged start, with the path of the link in its hash. */
  | { readonly type: 'app'; readonly app: string; readonly url: string; readonly asksFirst: boolean }
  | { readonly type: 'browser'; readonly url: string }
  | { readonly type: 'mail-page'; readonly url: string }
  | { readonly type: 'store'; readonly app?: string }
  | { readonly type: 'install'; readonly app: string }
  | { readonly type: 'open'; readonly app: string }
  /** A scheme that nothing on the phone takes. */
  | { readonly type: 'nowhere' };

const storeSchemes: ReadonlySet<string> = new Set(['itms-apps:', 'itms-appss:', 'market:']);

/** What the system does with a link. */
export function targetOf(url: string, place: LinkPlace, world: LinkWorld): LinkTarget {
  const link = URL.parse(url);
  if (link === null) return { type: 'nowhere' };
  if (link.protocol === 'todoku-store:') return installOf(link);
  if (storeSchemes.has(link.protocol)) return storeOf(link, world);
  if (link.protocol !== 'https:' && link.protocol !== 'http:') return byScheme(link, place, world);
  if (place.within === 'mail-app') return { type: 'mail-page', url };
  if (place.within === 'browser') return { type: 'browser', url };
  if (place.from === 'mail' && world.opensLinksInMailApp) return { type: 'mail-page', url };
  const app = takes(link, place, world) ? takerOf(link, world) : undefined;
  if (app !== undefined) {
    return { type: 'app', app: app.id, url: startAt(app, world, link.pathname + link.search), asksFirst: false };
  }
  return { type: 'browser', url };
}

/** Whether the system looks for an app at all. https://developer.apple.com/ios/universal-links/ */
function takes(link: URL, { from, page, isTyped }: LinkPlace, { platform }: LinkWorld): boolean {
  if (platform !== 'iOS' && platform !== 'Android') return false;
  // Who is on a site already stays on it.
  if (from === 'browser' && page !== undefined && URL.parse(page)?.origin === link.origin) return false;
  return isTyped !== true;
}

/** The app that the site of a link has named for it (assetlinks.json, apple-app-site-association). */
function takerOf(link: URL, { installed, appOrigin }: LinkWorld): AppPackage | undefined {
  if (link.origin !== appOrigin) return undefined;
  return installed.find(({ links }) => links.some((path) => `${link.pathname}/`.startsWith(path)));
}

function startAt({ start }: AppPackage, { appOrigin }: LinkWorld, path: string): string {
  return `${appOrigin}${start}#${path}`;
}

/** `lecos://receive/TOKEN` is `/receive/TOKEN`. Safari asks before it leaves for an app by its scheme. */
function byScheme(link: URL, { from }: LinkPlace, world: LinkWorld): LinkTarget {
  const app = world.installed.find(({ scheme }) => link.protocol === `${scheme}:`);
  if (app === undefined) return { type: 'nowhere' };
  const path = `/${`${link.host}${link.pathname}`.replace(/^\/+/, '')}${link.search}`;
  return {
    type: 'app',
    app: app.id,
    url: startAt(app, world, path),
    asksFirst: from === 'browser' && world.platform === 'iOS',
  };
}

/** `todoku-store://install?app=wallet` and `…//open?app=wallet`: the buttons of a store’s page. */
function installOf(link: URL): LinkTarget {
  const app = link.searchParams.get('app');
  const wanted = link.host === 'install' || link.host === 'open' ? link.host : undefined;
  return wanted === undefined || app === null ? { type: 'nowhere' } : { type: wanted, app };
}

/** `market://details?id=PACKAGE`, `itms-apps://…/app/ID`. */
function storeOf(link: URL, { platform }: LinkWorld): LinkTarget {
  if (platform !== 'iOS' && platform !== 'Android') return { type: 'nowhere' };
  const app = link.searchParams.get('id') ?? link.pathname.split('/').at(-1);
  return { type: 'store', ...(app !== undefined && app !== '' && { app }) };
}
