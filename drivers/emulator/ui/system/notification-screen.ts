import { html, nothing, type TemplateResult } from 'lit';
import { appIcon } from './app-icon.ts';
import { clockDate, clockTime } from './clock-words.ts';
import type { Act } from './screen.ts';
import type { NotificationView, SystemState } from './state.ts';
import { words } from './words.ts';

/** The shade that is pulled down over what is shown. */
export function notificationScreen(state: SystemState, act: Act): TemplateResult {
  const { language, now, timeZone, notifications } = state;
  return html`${behind(state)}
    <main class="shade" data-testid="screen-notifications">
      <header>
        <p class="shade-time">${clockTime(now, timeZone)}</p>
        <p class="shade-date">${clockDate(now, timeZone, language)}</p>
      </header>
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
      ${notificationList(state, act)}
      ${notifications.length === 0 ? html`<p class="quiet">${words.noNotifications[language]}</p>` : nothing}
      <button type="button" class="grabber" data-testid="close-notifications" @click=${() => act('close-notifications', {})}>
        <span class="unseen">${words.close[language]}</span>
      </button>
    </main>`;
}

/** The lock screen, with what came in the meantime. */
export function lockScreen(state: SystemState, act: Act): TemplateResult {
  const { language, now, timeZone } = state;
  return html`<main class="lock wallpaper" data-testid="screen-lock">
    <h1 class="unseen">${words.locked[language]}</h1>
    <p class="lock-date">${clockDate(now, timeZone, language)}</p>
    <p class="lock-time">${clockTime(now, timeZone)}</p>
    ${notificationList(state, act)}
    <button type="button" class="unlock" data-testid="unlock" @click=${() => act('unlock', {})}>
      <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 017 0v3" /></svg>
      ${words.unlock[language]}
    </button>
  </main>`;
}

/** What lies under a shade or a dialog, as it was left. */
export function behind({ behind: picture }: SystemState): TemplateResult {
  return picture === undefined
    ? html`<div class="behind wallpaper" aria-hidden="true"></div>`
    : html`<div class="behind" aria-hidden="true"><img src=${picture} alt="" /></div>`;
}

function notificationList({ notifications, language, timeZone }: SystemState, act: Act): TemplateResult {
  const row = (notification: NotificationView): TemplateResult => {
    const { id, app, icon, appName, title, text, at } = notification;
    return html`<li>
      <button type="button" class="notification" data-testid="notification-${id}" @click=${() => act('open-notification', { id })}>
        ${appIcon({ id: app, ...(icon !== undefined && { icon }) })}
        <span class="notification-text">
          <span class="notification-from"><span>${appName[language]}</span><time datetime=${at}>${clockTime(at, timeZone)}</time></span>
          <strong><bdi>${title}</bdi></strong>
          <span class="notification-body"><bdi>${text}</bdi></span>
        </span>
      </button>
    </li>`;
  };
  return html`<ul class="notifications" aria-label=${words.notifications[language]}>${notifications.map(row)}</ul>`;
}
