import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { SystemScreen, SystemState } from '../../phone/system-state.ts';
import { newTabScreen, offlineScreen, unreachableScreen } from './browser-screen.ts';
import { cameraScreen } from './camera-screen.ts';
import { dialogScreen } from './dialog-screen.ts';
import { homeScreen } from './home-screen.ts';
import { lockScreen, notificationScreen } from './notification-screen.ts';
import { lookOf, type Shown } from './screen.ts';
import { settingsScreen } from './settings-screen.ts';
import { switcherScreen } from './switcher-screen.ts';
import { createSystemApi } from './system-api.ts';

const screens: { readonly [screen in SystemScreen]: (shown: Shown) => TemplateResult } = {
  home: homeScreen,
  switcher: switcherScreen,
  notifications: notificationScreen,
  dialog: dialogScreen,
  camera: cameraScreen,
  settings: settingsScreen,
  'new-tab': newTabScreen,
  // Black: the battery is empty.
  'powered-off': () => html`<main class="off" data-testid="screen-powered-off"></main>`,
  lock: lockScreen,
  unreachable: unreachableScreen,
  offline: offlineScreen,
};

/** One of the phone's own screens. It draws into the page itself, so that whoever looks for a control finds it. */
class HandsetSystem extends LitElement {
  // The document says by its base where the phone is: a failure page stands at another address.
  readonly #api = createSystemApi(new URL(document.baseURI).origin);
  #state: SystemState | undefined;
  #hasBehind = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('handset-change', () => void this.#refresh());
    // A picture costs: what lies behind is painted once somebody wants to see it.
    addEventListener('handset-picture', () => {
      this.#hasBehind = true;
      this.requestUpdate();
    });
    void this.#refresh();
  }

  async #refresh(): Promise<void> {
    const state = await this.#api.state();
    this.#state = state;
    const page = document.documentElement;
    page.lang = state.language;
    Object.assign(page.dataset, { look: lookOf(state), form: state.model.form });
    this.requestUpdate();
  }

  protected override render(): TemplateResult | typeof nothing {
    const state = this.#state;
    if (state === undefined) return nothing;
    return screens[this.getAttribute('screen') as SystemScreen]({
      state,
      now: new Date(),
      hasBehind: this.#hasBehind,
      // What the tap changed is told by an event, if the page still stands then.
      act: (name, given) => void this.#api.act(name, given),
    });
  }
}

customElements.define('handset-system', HandsetSystem);
