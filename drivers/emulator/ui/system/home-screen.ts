import { html, nothing, type TemplateResult } from 'lit';
import { screenCatalogue } from '../../../handset/index.ts';
import type { ShownApp } from '../../phone/system-state.ts';
import { appIcon } from './app-icon.ts';
import { clockDate, clockTime } from './clock-words.ts';
import { lookOf, type Shown } from './screen.ts';
import { say, words } from './words.ts';

/** What stands in the dock of a new phone. */
const docked = ['mail', 'browser', 'camera'];

/** The wallpaper, the apps, and the dock. */
export function homeScreen(shown: Shown): TemplateResult {
  const { state, now } = shown;
  const { language, apps } = state;
  const [title] = screenCatalogue.home.texts;
  const isDocked = ({ id }: ShownApp): boolean => docked.includes(id);
  return html`<main class="home wallpaper" data-testid="screen-home">
    ${
      lookOf(state) === 'android'
        ? html`<p class="glance"><span>${clockDate(now, language)}</span><strong>${clockTime(now)}</strong></p>`
        : nothing
    }
    <ul class="apps" aria-label=${words.apps[language]}>
      ${apps.filter((app) => !isDocked(app)).map((app) => appButton(app, shown))}
    </ul>
    <h1 class="pill" data-testid="text">${title[language]}</h1>
    <ul class="dock" aria-label=${words.dock[language]}>
      ${apps.filter(isDocked).map((app) => appButton(app, shown))}
    </ul>
  </main>`;
}

function appButton(app: ShownApp, { state: { language }, act }: Shown): TemplateResult {
  const { id, name, badge } = app;
  return html`<li>
    <button type="button" class="app" data-testid="app-${id}" @click=${() => act('open-app', { id })}>
      ${appIcon(id)}
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
