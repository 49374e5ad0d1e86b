import { html, nothing, svg, type TemplateResult } from 'lit';
import { type ScreenName, walletWords } from '../words/index.ts';
import { type LabelName, labels, smallWords } from '../words/labels.ts';
import { titles } from '../words/titles.ts';
import type { Scene } from './acts.ts';
import { cardScreen } from './card-view.ts';
import { detailsView } from './details-view.ts';
import { formOf } from './form-view.ts';
import { type IconName, icon } from './icons.ts';
import type { Said } from './language.ts';
import { deviceList, walletList } from './list-view.ts';
import { aboutBox, button, notes, sentence } from './parts.ts';
import { termsForm } from './terms-view.ts';

/** The picture over the words of a screen that only tells something. */
const pictures: Partial<Record<ScreenName, IconName>> = {
  'network-error': 'offline',
  'service-unavailable': 'offline',
  error: 'warn',
  'smartphone-required': 'phone',
  'link-unknown': 'link',
  'link-expired': 'link',
  'link-superseded': 'mail',
  'link-used': 'check',
  'app-needed': 'phone',
  'registration-needs-link': 'mail',
  'update-required': 'reload',
  'form-expired': 'reload',
  'activation-wait': 'mail',
  activation: 'shield',
  activated: 'check',
  'activation-expired': 'link',
  'activation-superseded': 'mail',
  'activation-used': 'check',
  'account-locked': 'lock',
  'password-reset-sent': 'mail',
  'password-changed': 'check',
  'address-sent': 'mail',
  'address-confirmation': 'mail',
  'address-confirmed': 'check',
  'app-locked': 'lock',
};

/** Screens that go back by a button of their own among the others. */
const backInForm: ReadonlySet<ScreenName> = new Set(['registration-confirm']);

/** The whole screen. Its root tells its name, and every sentence of it stands in an element of its own. */
export function screenView(scene: Scene): TemplateResult {
  const { screen } = scene.shown;
  return html`<main class="screen" data-testid="screen-${screen}" data-screen=${screen}>
    ${bar(scene)}
    <div class="body">${bodyOf(scene)}</div>
    <p class="mark"><span>${scene.say(smallWords.simulation)}</span></p>
  </main>`;
}

/** The card that awaits the student, on the first screen that the app shows. */
function hero(): TemplateResult {
  return html`<div class="hero" aria-hidden="true">
    <div class="hero-card">
      <svg viewBox="0 0 48 48" class="crest">${svg`
        <path d="M24 3l17 6v14c0 11-7 18-17 22C14 41 7 34 7 23V9z" />
        <path d="M24 12v24M15 17c4 0 7 1 9 3 2-2 5-3 9-3v14c-4 0-7 1-9 3-2-2-5-3-9-3z" />`}</svg>
      <i></i><i></i><i></i>
    </div>
  </div>`;
}

function bar(scene: Scene): TemplateResult {
  const { screen } = scene.shown;
  const controls: readonly string[] = walletWords.screens[screen].controls;
  const hasBack = controls.includes('back') && !backInForm.has(screen);
  return html`<header class="bar">
    ${
      hasBack
        ? html`<button
            type="button"
            class="button text back"
            data-testid="back"
            @click=${() => scene.acts.press('back')}
          >
            ${icon('back')}<span>${scene.say(labels.back)}</span>
          </button>`
        : html`<span class="brand">${icon('card')}<span>LecoS</span></span>`
    }
    ${
      screen === 'credential-list'
        ? html`<button
            type="button"
            class="button text round"
            data-testid="reload"
            aria-label=${scene.say(labels.reload)}
            @click=${() => scene.acts.press('reload')}
          >
            ${icon('reload')}
          </button>`
        : nothing
    }
  </header>`;
}

function bodyOf(scene: Scene): TemplateResult {
  switch (scene.shown.screen) {
    case 'student-id':
      return cardScreen(scene);
    case 'credential-list':
      return html`${heading(scene)} ${walletList(scene)}`;
    case 'wallet-first-run':
      return html`${hero()} ${heading(scene)} ${buttons(scene)}`;
    case 'credential-details':
      return html`${heading(scene)} ${detailsView(scene)}`;
    case 'devices':
      return html`${heading(scene)} ${deviceList(scene)}`;
    case 'terms':
      return html`${heading(scene)} ${termsForm(scene)}`;
    default:
      return html`${heading(scene)} ${aboutBox(scene)} ${notes(scene)} ${formOf(scene) ?? buttons(scene)}`;
  }
}

/** The heading, and the sentences that always stand on the screen. */
function heading(scene: Scene): TemplateResult {
  const { screen } = scene.shown;
  const picture = pictures[screen];
  const own: readonly Said[] = walletWords.screens[screen].texts;
  const title = titles[screen];
  const rest = title === undefined ? own.slice(1) : own;
  return html`${picture === undefined ? nothing : html`<div class="picture" data-picture=${picture}>${icon(picture)}</div>`}
    ${
      title === undefined
        ? html`<h1 tabindex="-1" data-testid="text">${scene.say(own[0] ?? '')}</h1>`
        : html`<h1 tabindex="-1">${scene.say(title)}</h1>`
    }
    ${rest.map((text) => sentence(scene, text))}`;
}

/** The buttons of a screen without a form: the first is what most people want. */
function buttons(scene: Scene): TemplateResult {
  const { screen } = scene.shown;
  const controls: readonly string[] = walletWords.screens[screen].controls;
  const shown = controls.filter((control) => control !== 'back' || backInForm.has(screen));
  return html`<div class="actions">
    ${shown.map((control, index) =>
      button(scene, control, { label: labels[control as LabelName], kind: index === 0 ? 'solid' : 'plain' }),
    )}
    ${screen === 'app-needed' ? storeLink(scene) : nothing}
  </div>`;
}

/** The store of the phone, at the app's page. */
function storeUrl(userAgent: string): string {
  return /\bAndroid\b/.test(userAgent)
    ? 'market://details?id=test.openbadge.wallet'
    : 'itms-apps://apps.apple.com/app/test.openbadge.wallet';
}

function storeLink(scene: Scene): TemplateResult {
  return html`<a class="button solid" data-testid="open-store" href=${storeUrl(navigator.userAgent)}
    >${icon('store')}<span>${scene.say(labels['open-store'])}</span></a
  >`;
}
