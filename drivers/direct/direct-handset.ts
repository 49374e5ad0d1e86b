import { ServiceError } from '#sim/errors';
import type { Fetch, RunningWorld } from '#sim/kernel';
import {
  type AppOffer,
  type AppSync,
  type BatteryState,
  type Handset,
  type LinkOpener,
  type NetworkState,
  type Screen,
  type ScreenApp,
  type ScreenName,
  type StoreCircumstances,
  type StoreOffers,
  screenCatalogue,
} from '../handset/index.ts';
import { cardTexts } from './card-text.ts';
import {
  leavePage,
  noteOpening,
  onlyVersion,
  removeHandsetApp,
  setHandsetAppSync,
  setHandsetClock,
  setHandsetNetwork,
  setHandsetStore,
  showScreen,
  updateHandsetApp,
  visitStore,
} from './commands.ts';
import { handlerOf } from './controls.ts';
import {
  type Again,
  asJson,
  cardOf,
  type HandsetState,
  handsetNow,
  installedApp,
  isInstalled,
  readHandset,
} from './handset-store.ts';
import { openLinkPage } from './link-flow.ts';
import { openOldWallet } from './old-wallet-flow.ts';
import { qrText } from './qr-code.ts';
import { followRedirects } from './redirect.ts';
import { screenText } from './screen-text.ts';
import { type Next, next, type Turn } from './turn.ts';
import { openWallet } from './wallet-flow.ts';

export interface DirectPorts {
  readonly fetch: Fetch;
  readonly storeOffers: StoreOffers;
}

/** Throws ServiceError `handset-unknown`. */
export function createDirectHandset(world: RunningWorld, ports: DirectPorts, handset: string): Handset {
  readHandset(world, handset);
  return new DirectHandset(world, ports, handset);
}

/**
 * A handset without pixels: it speaks to the wallet API as the app and the browser do. All that lasts is rows of the
 * world; what is typed into fields is held here until another form stands on the screen.
 */
class DirectHandset implements Handset {
  readonly id: string;
  readonly #world: RunningWorld;
  readonly #ports: DirectPorts;
  #typed = new Map<string, string>();
  #typedOn: ScreenName | undefined;

  constructor(world: RunningWorld, ports: DirectPorts, handset: string) {
    this.id = handset;
    this.#world = world;
    this.#ports = ports;
  }

  async screen(): Promise<Screen> {
    return screenOf(this.#world, this.#state());
  }

  async installApp(app: string): Promise<Screen> {
    if (this.#isOff()) return this.screen();
    const { device, network, store } = this.#state();
    const turn = this.#turn('store');
    if (network === 'off') return this.#show(next(turn, 'site-unreachable'));
    const offer = this.#ports.storeOffers(app, device, store);
    const { verdict, sentence, version } = offer;
    await this.#world.perform(visitStore, {
      handset: this.id,
      app,
      verdict,
      sentence: { ...sentence },
      ...(version !== undefined && { version }),
    });
    return this.#show(next(turn, storeScreen(offer), { texts: [sentence] }));
  }

  async removeApp(app: string): Promise<void> {
    this.#typed.clear();
    await this.#world.perform(removeHandsetApp, { handset: this.id, app });
  }

  async updateApp(app: string): Promise<Screen> {
    if (this.#isOff()) return this.screen();
    this.#requireInstalled(app);
    const turn = this.#turn('store');
    const { device, network, store } = turn.state;
    if (network === 'off') return this.#show(next(turn, 'site-unreachable'));
    const offer = this.#ports.storeOffers(app, device, store);
    if (offer.verdict === 'refused') return this.#show(next(turn, storeScreen(offer), { texts: [offer.sentence] }));
    const { version = onlyVersion } = offer;
    // An app whose store has one version only is as new as can be after an update, and mends what the old one did wrong.
    const isNewest = offer.version !== undefined && version === installedApp(this.#world, this.id, app)?.version;
    await this.#world.perform(updateHandsetApp, { handset: this.id, app, version });
    return this.#show(
      next(turn, 'store-installed', { texts: [isNewest ? screenText.appIsNewest : screenText.appUpdated] }),
    );
  }

  async openApp(app: string): Promise<Screen> {
    if (this.#isOff()) return this.screen();
    this.#requireInstalled(app);
    await this.#world.perform(noteOpening, { handset: this.id, app, byLink: false });
    if (app === 'old-wallet') return this.#show(openOldWallet(this.#turn(app)));
    return this.#show(await openWallet(this.#turn('wallet')));
  }

  async openLink(url: string, opener: LinkOpener = 'system'): Promise<Screen> {
    if (this.#isOff()) return this.screen();
    // Universal and app links: only https links of the app's own origin open in it, and none that is redirected there.
    const isOurs = URL.parse(url)?.origin === this.#world.origins.wallet;
    const byApp = isOurs && isInstalled(this.#world, this.id, 'wallet');
    const app = opener !== 'system' ? opener : byApp ? 'wallet' : 'browser';
    await this.#world.perform(noteOpening, { handset: this.id, app, byLink: true });
    const target = isOurs ? URL.parse(url) : await followRedirects(this.#turn('browser'), url);
    if (target?.origin !== this.#world.origins.wallet) {
      return this.#show(next(this.#turn(app === 'mail-app' ? app : 'browser'), 'site-unreachable'));
    }
    return this.#openPage(app, target.pathname + target.search);
  }

  async leaveApp(): Promise<Screen> {
    const { shown } = this.#state();
    if (this.#isOff() || shown.app === 'home') return this.screen();
    // A browser keeps the form as it was filled in; the mail app's page is gone with all that stood on it.
    if (shown.app === 'mail-app') this.#typed.clear();
    await this.#world.perform(leavePage, { handset: this.id });
    return this.screen();
  }

  async returnToApp(): Promise<Screen> {
    const { left } = this.#state();
    if (this.#isOff() || left === undefined) return this.screen();
    const { shown, link } = left;
    if (shown.app === 'mail-app') return this.#openPage(shown.app, link ?? '/');
    return this.#show({ shown, link });
  }

  async fill(field: string, value: string): Promise<void> {
    const { screen, fields } = this.#state().shown;
    if (!fields.includes(field)) {
      throw new ServiceError('field-not-on-screen', { screen, field, fields: listed(fields) });
    }
    this.#typed.set(field, value);
    this.#typedOn = screen;
  }

  async press(control: string): Promise<Screen> {
    const state = this.#state();
    const { app, screen, controls, disabled, carried } = state.shown;
    // As on a phone: a button that is greyed out takes the tap and does nothing.
    if (disabled.includes(control)) return this.screen();
    if (!controls.includes(control)) {
      throw new ServiceError('control-not-on-screen', { screen, control, controls: listed(controls) });
    }
    if (control === 'retry') return this.#retry(carried.again, state);
    return this.#show(await handlerOf(screen, control)(this.#turn(app, state)));
  }

  async qrCode(): Promise<string> {
    const state = this.#state();
    const { screen, carried } = state.shown;
    if (screen !== 'student-id' || carried.credential === undefined || state.registeredDevice === undefined) {
      throw new ServiceError('no-id-on-screen', { screen });
    }
    return qrText(this.#world, this.id, {
      credential: carried.credential,
      device: state.registeredDevice,
      now: handsetNow(this.#world, state),
    });
  }

  async setNetwork(state: NetworkState): Promise<void> {
    await this.#world.perform(setHandsetNetwork, { handset: this.id, state });
  }

  async setBattery(state: BatteryState): Promise<void> {
    if (this.#isOff() === (state === 'empty')) return;
    await this.#show(next(this.#turn('home'), state === 'empty' ? 'powered-off' : 'home'));
  }

  async setAppSync(state: AppSync): Promise<void> {
    await this.#world.perform(setHandsetAppSync, { handset: this.id, state });
  }

  async setStore(change: Partial<StoreCircumstances>): Promise<void> {
    await this.#world.perform(setHandsetStore, { handset: this.id, change });
  }

  async setClock(skewMs: number): Promise<void> {
    await this.#world.perform(setHandsetClock, { handset: this.id, skewMs });
  }

  #requireInstalled(app: string): void {
    if (!isInstalled(this.#world, this.id, app)) throw new ServiceError('app-not-installed', { app });
  }

  #isOff(): boolean {
    return this.#state().shown.screen === 'powered-off';
  }

  #state(): HandsetState {
    return readHandset(this.#world, this.id);
  }

  #turn(app: ScreenApp, state: HandsetState = this.#state()): Turn {
    return { world: this.#world, fetch: this.#ports.fetch, state, app, typed: this.#typed };
  }

  async #show({ shown, link }: Next): Promise<Screen> {
    if (shown.screen !== this.#typedOn && !keepsTyped.has(shown.screen)) this.#typed.clear();
    await this.#world.perform(showScreen, {
      handset: this.id,
      shown: asJson(shown),
      ...(link === undefined ? {} : { link }),
    });
    return this.screen();
  }

  async #openPage(app: ScreenApp, path: string): Promise<Screen> {
    return this.#show(await openLinkPage(this.#turn(app, { ...this.#state(), link: path })));
  }

  async #retry(again: Again | undefined, state: HandsetState): Promise<Screen> {
    if (again === undefined) throw new TypeError(`${state.shown.screen} shows retry and has nothing to do again`);
    if (again.what === 'app') return this.#show(await openWallet(this.#turn('wallet')));
    if (again.what === 'link') return this.#openPage(state.shown.app, state.link ?? '/');
    const { control, on } = again;
    return this.#show(await handlerOf(on.screen, control)(this.#turn(on.app, { ...state, shown: on })));
  }
}

function storeScreen({ verdict, refusal = 'device' }: AppOffer): ScreenName {
  if (verdict === 'installed') return 'store-installed';
  return refusal === 'device' || refusal === 'not-found' ? 'store-incompatible' : 'store-refused';
}

/** Pages that stand between a form and its end: what was typed survives them. */
const keepsTyped: ReadonlySet<ScreenName> = new Set([
  'registration-confirm',
  'network-error',
  'service-unavailable',
  'update-required',
  'error',
]);

function screenOf(world: RunningWorld, state: HandsetState): Screen {
  const { app, screen, texts, fields, controls, carried } = state.shown;
  const card = screen === 'student-id' ? cardOf(world, state.id, carried.credential ?? '') : undefined;
  // The card is live: its clock runs on while nobody taps.
  const live =
    card === undefined
      ? texts
      : [
          ...screenCatalogue['student-id'].texts,
          ...cardTexts(card, handsetNow(world, state), carried.isOffline === true),
        ];
  return { app, screen, texts: live, fields, controls };
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? '-' : names.join(', ');
}
