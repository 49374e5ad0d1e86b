import { html, LitElement, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { ScreenName } from '../words/index.ts';
import { smallWords } from '../words/labels.ts';
import type { Acts, Qr, Scene } from './acts.ts';
import { handlerOf } from './controls.ts';
import { type Language, languageOf, sayIn } from './language.ts';
import { openPlace } from './link-flow.ts';
import { isLocked, lockScreen } from './lock-flow.ts';
import { type Place, placeOf } from './place.ts';
import { qrPicture } from './qr-picture.ts';
import { qrStep, qrText } from './qr-text.ts';
import { screenView } from './screen-view.ts';
import { type LecosShell, type Phone, phoneOf } from './shell.ts';
import { createAppStorage } from './storage.ts';
import type { Ports, Shown, Turn } from './turn.ts';
import { createWalletClient } from './wallet-client.ts';

/** How often a card that is looked at shows another time. */
const tickMs = 1_000;

/** Screens that stand between a form and its end: what was typed survives them. */
const keepsTyped: ReadonlySet<ScreenName> = new Set([
  'registration-confirm',
  'network-error',
  'service-unavailable',
  'error',
  'app-locked',
]);

/** The whole app. It draws into the page itself, so that whoever looks for a control finds it by its `data-testid`. */
class WalletApp extends LitElement implements Acts {
  readonly #language: Language = languageOf(navigator.language);
  readonly #phone: Phone;
  readonly #ports: Ports;
  #place: Place;
  #shown: Shown | undefined;
  #typed = new Map<string, string>();
  #typedOn: ScreenName | undefined;
  #showsPassword = false;
  #isBusy = false;
  #qr: Qr | undefined;
  #qrWanted = '';
  /** Screens that were shown, so that the same one twice is told apart. */
  #count = 0;

  constructor() {
    super();
    const { lecosShell } = window as { readonly lecosShell?: LecosShell };
    this.#phone = phoneOf(lecosShell, navigator.userAgent);
    this.#ports = {
      language: this.#language,
      call: createWalletClient(this.#language),
      storage: createAppStorage(localStorage),
      phone: this.#phone,
      now: () => Date.now(),
      leave: leaveFor,
    };
    this.#place = placeOf(location, isMailApp(lecosShell));
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.documentElement.lang = this.#language;
    addEventListener('hashchange', () => {
      // A link was opened while the app was running; what the app itself leaves behind the `#` is nothing.
      this.#place = placeOf(location, false);
      if (this.#place.link !== undefined || this.#place.login !== undefined) void this.#begin();
    });
    setInterval(() => {
      if (this.#shown?.screen === 'student-id') this.requestUpdate();
    }, tickMs);
    document.addEventListener('visibilitychange', () => {
      const shown = this.#shown;
      if (document.visibilityState !== 'visible' || shown === undefined || this.#isBusy) return;
      const turn = this.#turn(shown);
      if (isLocked(turn) && shown.screen !== 'app-locked') void this.#show(async () => lockScreen(turn, shown));
    });
    void this.#begin();
  }

  press(control: string): void {
    const shown = this.#shown;
    if (shown === undefined || this.#isBusy) return;
    const turn = this.#turn(shown);
    void this.#show(() => handlerOf(turn, control)(turn));
  }

  type(field: string, value: string): void {
    this.#typed.set(field, value);
    this.#typedOn = this.#shown?.screen;
    this.requestUpdate();
  }

  togglePassword(): void {
    this.#showsPassword = !this.#showsPassword;
    this.requestUpdate();
  }

  #begin(): Promise<void> {
    const { app, link } = this.#place;
    // The token must not stay in the address, and the same link must be noticed when it comes again.
    if (app === 'wallet' && location.hash !== '') history.replaceState(null, '', location.pathname);
    const before: Shown = { screen: 'error', data: {}, notes: [], isRefusal: false, link };
    return this.#show(() => openPlace(this.#turn(before), this.#place));
  }

  #turn(shown: Shown): Turn {
    return { app: this.#place.app, shown, typed: this.#typed, ports: this.#ports };
  }

  async #show(work: () => Promise<Shown>): Promise<void> {
    const before = this.#shown;
    this.#isBusy = true;
    this.requestUpdate();
    try {
      this.#shown = await work();
    } finally {
      this.#isBusy = false;
    }
    const { screen } = this.#shown;
    if (screen !== this.#typedOn && !keepsTyped.has(screen)) this.#typed.clear();
    const isSame = screen === before?.screen && this.#shown.data.devices === before.data.devices;
    if (!isSame) {
      this.#count += 1;
      this.#showsPassword = false;
    }
    this.requestUpdate();
    await this.updateComplete;
    if (!isSame) this.#arrive();
    else if (this.#shown.isRefusal) this.querySelector('.refusal')?.scrollIntoView({ block: 'center' });
  }

  /** A new screen is told to who does not see it: by the focus on its heading. */
  #arrive(): void {
    scrollTo(0, 0);
    const heading = this.querySelector('h1');
    heading?.focus({ preventScroll: true });
    if (this.#shown?.screen === 'app-locked') this.press('unlock');
    document.title = `${heading?.textContent?.trim() ?? ''} – LecoS`;
  }

  protected override updated(): void {
    const shown = this.#shown;
    if (shown?.screen !== 'student-id') return;
    const now = Date.now();
    // A second is a step of the pattern on the card; the style sheet moves it from one to the next.
    this.querySelector<HTMLElement>('.card')?.style.setProperty('--beat', String(Math.floor(now / tickMs) % 3_600));
    void this.#makeQr(shown.data.credential ?? '', qrStep(now));
  }

  async #makeQr(credential: string, step: number): Promise<void> {
    const device = this.#ports.storage.device();
    const wanted = `${credential} ${step}`;
    if (device === undefined || this.#qrWanted === wanted) return;
    this.#qrWanted = wanted;
    const text = await qrText({ credential, device, step }, (signed) => this.#phone.sign(signed));
    // Another one may have been asked for meanwhile.
    if (this.#qrWanted !== wanted) return;
    this.#qr = { credential, step, text, ...qrPicture(text) };
    this.requestUpdate();
  }

  #scene(shown: Shown): Scene {
    const now = Date.now();
    const { credential } = shown.data;
    const qr = this.#qr;
    return {
      shown,
      language: this.#language,
      say: sayIn(this.#language),
      now,
      phone: this.#phone,
      card: this.#ports.storage.cards().find((card) => card.credential === credential),
      // One of another step is worth nothing: better none.
      qr: qr?.credential === credential && qr?.step === qrStep(now) ? qr : undefined,
      typed: this.#typed,
      showsPassword: this.#showsPassword,
      isLocked: this.#ports.storage.isLocked(),
      acts: this,
    };
  }

  protected override render(): TemplateResult {
    const shown = this.#shown;
    const busy = html`<div class="progress ${this.#isBusy ? 'on' : ''}" role="status">
      ${this.#isBusy ? html`<span class="unseen">${sayIn(this.#language)(smallWords.busy)}</span>` : ''}
    </div>`;
    return html`${busy}${shown === undefined ? html`<div class="splash"></div>` : keyed(this.#count, screenView(this.#scene(shown)))}`;
  }
}

/** A page that leaves while it is still loading stops its own fonts and styles, and stays so where nothing opens. */
function leaveFor(url: string): void {
  if (document.readyState === 'complete') location.assign(url);
  else addEventListener('load', () => location.assign(url), { once: true });
}

/** A page inside the mail app is in a browser that says so, and in no shell. */
function isMailApp(shell: LecosShell | undefined): boolean {
  return shell === undefined && /\bMailApp\//.test(navigator.userAgent);
}

customElements.define('wallet-app', WalletApp);
// The page that a mail link leads to says all this without a script too: it makes way for the app.
for (const style of document.querySelectorAll('style')) style.remove();
document.body.replaceChildren(document.createElement('wallet-app'));
