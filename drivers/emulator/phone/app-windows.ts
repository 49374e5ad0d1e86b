import type { KeyObject } from 'node:crypto';
import { userAgentOf } from '../../handset/index.ts';
import type { PackageInFolder } from '../apps/read-package.ts';
import { safeArea } from '../ui/bar-settings.ts';
import type { AppWindow, PageFailure, PageReply, PageRequest, WindowOptions } from '../window/app-window.ts';
import type { HeldStorages } from './held-storages.ts';
import type { InstalledApps } from './installed-apps.ts';
import { type LinkPlace, type LinkTarget, targetOf } from './links.ts';
import type { PhoneApp } from './phone.ts';
import type { Look, PhoneOptions } from './phone-options.ts';
import { Redirects } from './redirects.ts';
import { shellOf } from './shell.ts';
import { htmlReply, staticReply } from './static-files.ts';
import { answerSystem, type SystemDesk } from './system-answer.ts';
import { systemPage } from './system-page.ts';
import { systemOrigin } from './system-state.ts';
import { type BarState, barsOf, isBrowser, type WindowType } from './window-bars.ts';

/** What windows are made from, as it is when one is made. */
export interface WindowHost extends BarState {
  readonly options: PhoneOptions;
  readonly version: string;
  readonly screen: WindowOptions['screen'];
  readonly installed: InstalledApps;
  readonly storages: HeldStorages;
  readonly deviceKey: KeyObject;
  readonly desk: SystemDesk;
  /** A link was tapped that the window does not follow itself. */
  follow(url: string, place: LinkPlace): void;
  authenticate(reason: string): Promise<boolean>;
  /** The screen has not settled before it is done. */
  track(work: Promise<unknown>): void;
}

/** What the mail app adds to the User-Agent of pages that it opens in itself. */
const mailProduct = 'MailApp/1.0';

/** Makes the windows of apps; each loads nothing yet. */
export async function makeWindow(host: WindowHost, app: PhoneApp, type: WindowType = 'app'): Promise<AppWindow> {
  const { options, look, screen, clock, installed } = host;
  const { model, ports } = options;
  const own = type === 'app' ? installed.package(app.id) : undefined;
  const storage = storageOf(host, type === 'app' ? app.id : type);
  // A page inside the mail app has nothing of the one before it.
  if (type === 'app') await host.storages.keep(storage);
  const redirects = new Redirects();
  const device = { platform: model.platform, version: host.version, form: model.form, model: model.name };
  const window: AppWindow = await ports.openWindow({
    screen,
    ...look,
    isTouch: model.form !== 'pc',
    insets: safeArea(model, isBrowser(app, type)),
    bars: () => barsOf(host, app, type, window),
    userAgent: userAgentOf(device, type === 'page' ? mailProduct : own?.app.product),
    clock: clock.shown,
    storage,
    app: { name: app.name[languageOf(look)], package: app.appPackage },
    async answer(request) {
      const reply = await answer(host, own, request);
      return redirects.note(request, reply) ? reply : failurePage(host, 'unreachable');
    },
    leaves(url, isNewWindow) {
      // Only what a person taps looks for an app; where a site sends its visitor on is a page like any other.
      if (redirects.take(url)) return false;
      const place: LinkPlace = placeOf(app, type, window.url);
      if (staysIn(window, targetOf(url, place, linkWorldOf(host)), { type, app, url, isNewWindow })) return false;
      host.follow(url, place);
      return true;
    },
    ...(own !== undefined &&
      shellOf(model, host.deviceKey, { ask: host.authenticate, window: () => window, track: host.track })),
  });
  return window;
}

export function storageOf({ options }: WindowHost, id: string): string {
  return `${options.udid}/${id}`;
}

export function linkWorldOf({ options, installed }: WindowHost): Parameters<typeof targetOf>[2] {
  const { model, services, opensLinksInMailApp } = options;
  return {
    platform: model.platform,
    installed: installed.packages,
    appOrigin: services.appOrigin,
    opensLinksInMailApp,
  };
}

/** A page inside the mail app asks no system where its links open. */
function placeOf(app: PhoneApp, type: WindowType, page: string): LinkPlace {
  return { from: app.id, page, ...(type === 'page' && { within: 'mail-app' as const }) };
}

interface Leaving {
  readonly type: WindowType;
  readonly app: PhoneApp;
  readonly url: string;
  readonly isNewWindow: boolean;
}

function staysIn(window: AppWindow, target: LinkTarget, { type, app, url, isNewWindow }: Leaving): boolean {
  if (type === 'page') return target.type === 'mail-page';
  if (app.id === 'browser') return target.type === 'browser';
  return !isNewWindow && URL.parse(url)?.origin === URL.parse(window.url)?.origin;
}

/** Everything that a window asks for. */
async function answer(
  host: WindowHost,
  own: PackageInFolder | undefined,
  request: PageRequest,
): Promise<PageReply | PageFailure> {
  const { origin, pathname } = new URL(request.url);
  const { appOrigin } = host.options.services;
  if (origin === systemOrigin) return answerSystem(host.desk, request);
  if (own !== undefined && origin === appOrigin && pathname.startsWith(own.app.start)) {
    return staticReply(own.folder, pathname.slice(own.app.start.length) || 'index.html');
  }
  const reply = await host.network.ask(request);
  if (typeof reply !== 'string' || !request.isNavigation) return reply;
  return failurePage(host, origin === appOrigin ? 'offline' : 'unreachable');
}

function failurePage({ look }: WindowHost, screen: 'offline' | 'unreachable'): PageReply {
  return htmlReply(systemPage(screen, languageOf(look)));
}

export function languageOf({ locale }: Look): 'ja' | 'en' {
  return locale.startsWith('ja') ? 'ja' : 'en';
}
