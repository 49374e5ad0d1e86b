import { html, nothing, type TemplateResult } from 'lit';
import { walletWords } from '../words/index.ts';
import { labels, smallWords } from '../words/labels.ts';
import type { Scene } from './acts.ts';
import { warningOf } from './card-text.ts';
import { icon } from './icons.ts';
import { timeText } from './moments.ts';
import { button, notes, row, sentence } from './parts.ts';
import type { DeviceEntry, ListData, ListEntry } from './turn.ts';

const { sentences } = walletWords;

/** What is held and what waits. */
export function walletList(scene: Scene): TemplateResult {
  const list = scene.shown.data.list ?? { receivable: [], received: [] };
  return html`${
    list.isOffline === true
      ? html`<div class="notes">${icon('offline')}${sentence(scene, sentences.offline)}</div>`
      : nothing
  }
    ${receivables(scene, list)} ${held(scene, list)} ${notes(scene)}
    <section>
      <h2>${scene.say(smallWords.settings)}</h2>
      <ul class="rows">
        ${row(scene, 'devices', 'devices')} ${row(scene, 'add-address', 'plus')}
        ${scene.phone.authenticate === undefined ? nothing : lockRow(scene)} ${row(scene, 'log-out', 'leave')}
      </ul>
    </section>`;
}

/** A switch: https://www.w3.org/WAI/ARIA/apg/patterns/switch/ */
function lockRow({ say, acts, isLocked }: Scene): TemplateResult {
  return html`<li>
    <button
      type="button"
      class="row"
      role="switch"
      aria-checked=${isLocked ? 'true' : 'false'}
      data-testid="app-lock"
      @click=${() => acts.press('app-lock')}
    >
      ${icon('lock')}<span class="grow">${say(labels['app-lock'])}</span
      ><small>${say(isLocked ? smallWords.on : smallWords.off)}</small>
    </button>
  </li>`;
}

function receivables(scene: Scene, { receivable }: ListData): TemplateResult | typeof nothing {
  if (receivable.length === 0) return nothing;
  const isOne = receivable.length === 1;
  return html`<section>
    <h2>${scene.say(smallWords.receivable)}</h2>
    ${receivable.map(
      (entry) => html`<article class="offer">
        ${names(scene, entry)} ${button(scene, isOne ? 'receive' : `receive-${entry.credential}`, { label: labels.receive })}
      </article>`,
    )}
    ${
      isOne
        ? nothing
        : html`<div class="actions">${button(scene, 'receive', { label: smallWords.receiveFirst, kind: 'plain' })}</div>`
    }
  </section>`;
}

function names(scene: Scene, { school, achievement }: ListEntry): TemplateResult {
  return html`<div class="names">
    ${sentence(scene, school)} ${achievement === undefined ? nothing : sentence(scene, achievement)}
  </div>`;
}

/** The cards; with several, the one to show stands once more behind a button of its own. */
function held(scene: Scene, { received, toShow }: ListData): TemplateResult | typeof nothing {
  if (received.length === 0) return nothing;
  const isOne = received.length === 1;
  return html`<section>
    <h2>${scene.say(smallWords.received)}</h2>
    ${
      isOne || toShow === undefined
        ? nothing
        : html`<div class="actions">${button(scene, 'show-id', { icon: 'card' })}</div>`
    }
    ${received.map((entry) => cardRow(scene, entry, isOne ? 'show-id' : `show-id-${entry.credential}`))}
  </section>`;
}

function cardRow(scene: Scene, entry: ListEntry, control: string): TemplateResult {
  const { say, now, acts } = scene;
  const { status = '', name = '' } = entry;
  const warning = warningOf({ ...entry, status }, now);
  return html`<article class="card-row ${warning === undefined ? '' : 'spent'}">
    ${names(scene, entry)}
    <span class="holder">${name}</span>
    <span class="state">${icon(warning === undefined ? 'check' : 'warn')}<span>${say(warning ?? smallWords.usable)}</span></span>
    <button type="button" class="go" data-testid=${control} @click=${() => acts.press(control)}>
      <span>${say(labels['show-id'])}</span>${icon('forward')}
    </button>
  </article>`;
}

/** The devices that are logged in, each with the button that ends it there. */
export function deviceList(scene: Scene): TemplateResult {
  const devices = scene.shown.data.devices ?? [];
  return html`<ul class="rows">
    ${devices.map((entry) => deviceRow(scene, entry))}
  </ul>`;
}

function deviceRow(scene: Scene, { device, name, current, lastSeenAt }: DeviceEntry): TemplateResult {
  const { say } = scene;
  const text = current ? { ja: `${name}（この端末）`, en: `${name} (this device)` } : name;
  const seen = Date.parse(lastSeenAt);
  return html`<li class="device">
    ${icon('phone')}
    <div class="grow">
      ${sentence(scene, text)}
      ${Number.isFinite(seen) ? html`<small>${say(smallWords.lastSeen)} ${say(timeText(seen))}</small>` : nothing}
    </div>
    ${button(scene, `remove-${device}`, { label: smallWords.removeDevice, kind: 'danger' })}
  </li>`;
}
