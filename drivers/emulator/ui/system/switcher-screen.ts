import { html, nothing, type TemplateResult } from 'lit';
import { appIcon } from './app-icon.ts';
import type { Act } from './screen.ts';
import type { RecentView, SystemState } from './state.ts';
import { say, words } from './words.ts';

/** The apps that run, as cards side by side, the one used last first. */
export function switcherScreen({ language, recent }: SystemState, act: Act): TemplateResult {
  return html`<main class="switcher wallpaper" data-testid="screen-switcher">
    <h1 class="unseen">${words.switcher[language]}</h1>
    ${recent.length === 0 ? html`<p class="quiet">${words.noRecent[language]}</p>` : nothing}
    <ul class="cards" aria-label=${words.switcher[language]}>
      ${recent.map((app) => card(app, language, act))}
    </ul>
    <button type="button" class="to-home" data-testid="go-home" @click=${() => act('go-home', {})}>${words.toHome[language]}</button>
  </main>`;
}

function card(app: RecentView, language: SystemState['language'], act: Act): TemplateResult {
  const { id, name, picture } = app;
  const close = say(words.closeApp, language, { app: name[language] });
  return html`<li class="card">
    <div class="card-head">
      ${appIcon(app)}<span class="card-name">${name[language]}</span>
      <button type="button" class="card-close" data-testid="close-${id}" aria-label=${close} @click=${() => act('close-app', { app: id })}>
        <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 6l12 12M18 6L6 18" /></svg>
      </button>
    </div>
    <button type="button" class="card-picture" data-testid="switch-to-${id}" aria-label=${name[language]} @click=${() => act('open-app', { app: id })}>
      ${picture === undefined ? nothing : html`<img src=${picture} alt="" />`}
    </button>
  </li>`;
}
