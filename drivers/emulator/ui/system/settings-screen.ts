import { html, nothing, type TemplateResult } from 'lit';
import { clockDate, clockTime, durationWords } from './clock-words.ts';
import type { Act } from './screen.ts';
import type { SystemState } from './state.ts';
import { say, words } from './words.ts';

/** What a student is asked to look at, or to set: network, time, version, language. */
export function settingsScreen(state: SystemState, act: Act): TemplateResult {
  const { language } = state;
  return html`<main class="settings" data-testid="screen-settings">
    <h1>${words.settings[language]}</h1>
    ${networkPart(state, act)} ${timePart(state, act)} ${displayPart(state, act)} ${systemPart(state, act)}
  </main>`;
}

function networkPart({ language, network }: SystemState, act: Act): TemplateResult {
  const said = network === 'off' ? words.networkOff : network === 'slow' ? words.networkSlow : words.networkOn;
  return part(words.network[language], [
    switchRow('airplane-mode', words.airplane[language], network === 'off', (isOn) =>
      act('set-network', { state: isOn ? 'off' : 'on' }),
    ),
    valueRow('network', words.network[language], said[language]),
  ]);
}

function timePart({ language, now, timeZone, clockSkewMs }: SystemState, act: Act): TemplateResult {
  const duration = durationWords(clockSkewMs, language);
  const skew = clockSkewMs > 0 ? words.clockAhead : words.clockBehind;
  const said = clockSkewMs === 0 ? words.clockRight[language] : say(skew, language, { duration });
  return part(words.dateAndTime[language], [
    switchRow('automatic-time', words.automaticTime[language], clockSkewMs === 0, () => act('set-automatic-time', {})),
    valueRow('time', `${clockDate(now, timeZone, language)} ${clockTime(now, timeZone)}`, said),
  ]);
}

function displayPart({ language, isDark }: SystemState, act: Act): TemplateResult {
  const choose = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    act('set-language', { language: value === 'en' ? 'en' : 'ja' });
  };
  return part(words.display[language], [
    switchRow('dark-mode', words.dark[language], isDark, (isOn) => act('set-dark', { isDark: isOn })),
    html`<label class="row">
      <span class="grow">${words.language[language]}</span>
      <select data-testid="language" @change=${choose}>
        <option value="ja" ?selected=${language === 'ja'}>日本語</option>
        <option value="en" ?selected=${language === 'en'}>English</option>
      </select>
    </label>`,
  ]);
}

function systemPart(state: SystemState, act: Act): TemplateResult {
  const { language, platform, version, model, udid, battery, update } = state;
  const system = platform === 'iOS' && state.form === 'tablet' ? 'iPadOS' : platform;
  return part(words.system[language], [
    valueRow('model', words.model[language], model),
    valueRow('version', words.version[language], `${system} ${version}`),
    valueRow('battery', words.battery[language], `${battery}%`),
    valueRow('udid', words.serial[language], udid),
    update === undefined
      ? html`<p class="row quiet">${words.newest[language]}</p>`
      : html`<button type="button" class="row link" data-testid="update-system" @click=${() => act('update-system', { version: update })}>
          ${say(words.update, language, { version: `${system} ${update}` })}
        </button>`,
  ]);
}

function part(title: string, rows: readonly TemplateResult[]): TemplateResult {
  return html`<section aria-label=${title}><h2>${title}</h2><div class="rows">${rows}</div></section>`;
}

function valueRow(id: string, name: string, value: string): TemplateResult {
  return html`<p class="row"><span class="grow">${name}</span><span class="value" data-testid="value-${id}">${value || nothing}</span></p>`;
}

function switchRow(id: string, name: string, isOn: boolean, set: (isOn: boolean) => void): TemplateResult {
  const changed = (event: Event): void => set((event.target as HTMLInputElement).checked);
  return html`<label class="row">
    <span class="grow">${name}</span>
    <input type="checkbox" role="switch" class="switch" data-testid=${id} .checked=${isOn} @change=${changed} />
  </label>`;
}
