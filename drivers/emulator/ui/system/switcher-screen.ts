import { html, nothing, type TemplateResult } from 'lit';
import { appIcon } from './app-icon.ts';
import { behind } from './notification-screen.ts';
import type { Shown } from './screen.ts';
import { say, words } from './words.ts';

/** The apps that run, as cards side by side, the one used last first. */
export function switcherScreen(shown: Shown): TemplateResult {
  const { state, act } = shown;
  const { language, recent } = state;
  return html`${behind(shown)}
    <main class="switcher" data-testid="screen-switcher">
      <h1 class="unseen">${words.switcher[language]}</h1>
      ${recent.length === 0 ? html`<p class="quiet">${words.noRecent[language]}</p>` : nothing}
      <ul class="cards" aria-label=${words.switcher[language]}>${recent.map((id) => card(id, shown))}</ul>
      <button type="button" class="to-home" data-testid="go-home" @click=${() => act('go-home', {})}>${words.toHome[language]}</button>
    </main>`;
}

function card(id: string, { state: { apps, language }, act }: Shown): TemplateResult {
  const name = apps.find((app) => app.id === id)?.name[language] ?? id;
  return html`<li class="card">
    <div class="card-head">
      ${appIcon(id)}<span class="card-name">${name}</span>
      <button
        type="button"
        class="card-close"
        data-testid="close-${id}"
        aria-label=${say(words.closeApp, language, { app: name })}
        @click=${() => act('close-app', { id })}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 6l12 12M18 6L6 18" /></svg>
      </button>
    </div>
    <button type="button" class="card-picture" data-testid="switch-to-${id}" aria-label=${name} @click=${() => act('open-app', { id })}>
      <img src="picture/${encodeURIComponent(id)}" alt="" @error=${(event: Event) => (event.target as HTMLElement).remove()} />
    </button>
  </li>`;
}
