import { html, nothing, type TemplateResult } from 'lit';
import type { ShownNotification } from '../../phone/system-state.ts';
import { appIcon } from './app-icon.ts';
import { clockDate, clockTime } from './clock-words.ts';
import type { Shown } from './screen.ts';
import { words } from './words.ts';

/** The shade that is pulled down over what is shown. */
export function notificationScreen(shown: Shown): TemplateResult {
  const { state, now, act } = shown;
  const { language, notifications } = state;
  return html`${behind(shown)}
    <main class="shade" data-testid="screen-notifications">
      <p class="shade-time">${clockTime(now)}</p>
      <p class="shade-date">${clockDate(now, language)}</p>
      <div class="shade-head">
        <h1>${words.notifications[language]}</h1>
        ${
          notifications.length > 0
            ? html`<button type="button" class="text-button" data-testid="clear-notifications" @click=${() => act('clear-notifications', {})}>
                ${words.clear[language]}
              </button>`
            : nothing
        }
      </div>
      ${notificationList(shown)}
      ${notifications.length === 0 ? html`<p class="quiet">${words.noNotifications[language]}</p>` : nothing}
      <button type="button" class="grabber" data-testid="close" @click=${() => act('close', {})}>
        <span class="unseen">${words.close[language]}</span>
      </button>
    </main>`;
}

/** The lock screen, with what came in the meantime. */
export function lockScreen(shown: Shown): TemplateResult {
  const { now, act } = shown;
  const { language } = shown.state;
  return html`<main class="lock wallpaper" data-testid="screen-lock">
    <h1 class="unseen">${words.locked[language]}</h1>
    <p class="lock-date">${clockDate(now, language)}</p>
    <p class="lock-time">${clockTime(now)}</p>
    ${notificationList(shown)}
    <button type="button" class="unlock" data-testid="unlock" @click=${() => act('unlock', {})}>
      <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 017 0v3" /></svg>
      ${words.unlock[language]}
    </button>
  </main>`;
}

/** What lies under a shade or a dialog, as it was left. */
export function behind({ hasBehind }: Shown): TemplateResult {
  return html`<div class="behind wallpaper" aria-hidden="true">
    ${hasBehind ? html`<img src="picture/behind" alt="" />` : nothing}
  </div>`;
}

function notificationList({ state: { notifications, apps, language }, act }: Shown): TemplateResult {
  const row = ({ id, app, title, text, at }: ShownNotification): TemplateResult => {
    const came = new Date(at);
    return html`<li>
      <button type="button" class="notification" data-testid="notification-${id}" @click=${() => act('open-notification', { id })}>
        ${appIcon(app)}
        <span class="notification-text">
          <span class="notification-from">
            <span>${apps.find((one) => one.id === app)?.name[language] ?? app}</span>
            <time datetime=${came.toISOString()}>${clockTime(came)}</time>
          </span>
          <strong><bdi>${title}</bdi></strong>
          <span class="notification-body"><bdi>${text}</bdi></span>
        </span>
      </button>
    </li>`;
  };
  return html`<ul class="notifications" aria-label=${words.notifications[language]}>${notifications.map(row)}</ul>`;
}
