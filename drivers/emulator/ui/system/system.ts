import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { cameraScreen } from './camera-screen.ts';
import { dialogScreen } from './dialog-screen.ts';
import { homeScreen } from './home-screen.ts';
import { lockScreen, notificationScreen } from './notification-screen.ts';
import { type Act, lookOf } from './screen.ts';
import { settingsScreen } from './settings-screen.ts';
import type { SystemScreen, SystemState } from './state.ts';
import { switcherScreen } from './switcher-screen.ts';
import { createSystemApi } from './system-api.ts';

const screens: { readonly [screen in SystemScreen]: (state: SystemState, act: Act) => TemplateResult } = {
  home: homeScreen,
  lock: lockScreen,
  switcher: switcherScreen,
  notifications: notificationScreen,
  dialog: dialogScreen,
  camera: cameraScreen,
  settings: settingsScreen,
  // Black: the battery is empty.
  'powered-off': () => html`<main class="off" data-testid="screen-powered-off"></main>`,
};

/** One of the phone's own screens. It draws into the page itself, so that whoever looks for a control finds it. */
class SystemScreenElement extends LitElement {
  readonly #api = createSystemApi();
  #state: SystemState | undefined;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.refresh();
  }

  /** Asks the phone for its state, and draws it. */
  async refresh(): Promise<void> {
    const state = await this.#api.state();
    this.#state = state;
    document.documentElement.lang = state.language;
    document.documentElement.dataset.look = lookOf(state);
    document.documentElement.dataset.form = state.form;
    this.requestUpdate();
    await this.updateComplete;
    await document.fonts.ready;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.#state === undefined) return nothing;
    const act: Act = (action, value) => void this.#api.do(action, value).then(() => this.refresh());
    return screens[this.getAttribute('screen') as SystemScreen](this.#state, act);
  }
}

customElements.define('system-screen', SystemScreenElement);

Object.assign(globalThis, {
  /** For the phone: something changed under the page. */
  refreshSystem: () => document.querySelector<SystemScreenElement>('system-screen')?.refresh(),
});
