import { html, nothing, type TemplateResult } from 'lit';
import { screenCatalogue } from '../../../handset/index.ts';
import { appIcon } from './app-icon.ts';
import { clockDate, clockTime } from './clock-words.ts';
import { type Act, lookOf } from './screen.ts';
import type { AppView, SystemState } from './state.ts';
import { say, words } from './words.ts';

/** What stands in the dock of a new phone. */
const docked = ['mail', 'browser', 'camera'];

/** The wallpaper, the apps, and the dock. */
export function homeScreen(state: SystemState, act: Act): TemplateResult {
  const { language, now, timeZone, apps } = state;
  const look = lookOf(state);
  const [title] = screenCatalogue.home.texts;
  const isDocked = ({ id }: AppView): boolean => docked.includes(id);
  return html`<main class="home wallpaper" data-testid="screen-home">
    ${
      look === 'android'
        ? html`<p class="glance"><span>${clockDate(now, timeZone, language)}</span><strong>${clockTime(now, timeZone)}</strong></p>`
        : nothing
    }
    <ul class="apps" aria-label=${words.apps[language]}>
      ${apps.filter((app) => !isDocked(app)).map((app) => appButton(app, state, act))}
    </ul>
    <h1 class="pill">${title[language]}</h1>
    <ul class="dock" aria-label=${words.dock[language]}>
      ${apps.filter(isDocked).map((app) => appButton(app, state, act))}
    </ul>
  </main>`;
}

function appButton(app: AppView, { language }: SystemState, act: Act): TemplateResult {
  const { id, name, badge = 0 } = app;
  return html`<li>
    <button type="button" class="app" data-testid="app-${id}" @click=${() => act('open-app', { app: id })}>
      ${appIcon(app)}
      ${
        badge > 0
          ? html`<span class="badge"
              ><span aria-hidden="true">${badge > 99 ? '99+' : badge}</span
              ><span class="unseen">${say(words.unread, language, { count: badge })}</span></span
            >`
          : nothing
      }
      <span class="app-name">${name[language]}</span>
    </button>
  </li>`;
}
