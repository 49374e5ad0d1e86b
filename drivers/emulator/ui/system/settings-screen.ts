import { html, type TemplateResult } from 'lit';
import { clockDate, clockTime, durationWords } from './clock-words.ts';
import type { Shown } from './screen.ts';
import { say, words } from './words.ts';

/** What a student is asked to look at, or to set: network, time, language, version. */
export function settingsScreen(shown: Shown): TemplateResult {
  const { language } = shown.state;
  return html`<main class="settings" data-testid="screen-settings">
    <h1>${words.settings[language]}</h1>
    ${networkPart(shown)} ${timePart(shown)} ${displayPart(shown)} ${systemPart(shown)}
  </main>`;
}

function networkPart({ state: { language, network }, act }: Shown): TemplateResult {
  const said = network === 'off' ? words.networkOff : network === 'slow' ? words.networkSlow : words.networkOn;
  return part(words.network[language], [
    switchRow('airplane-mode', words.airplane[language], network === 'off', (isOn) =>
      act('set-network', { state: isOn ? 'off' : 'on' }),
    ),
    valueRow('network', words.network[language], said[language]),
  ]);
}

function timePart({ state: { language, clockSkewMs = 0 }, now, act }: Shown): TemplateResult {
  const duration = durationWords(clockSkewMs, language);
  const skew = clockSkewMs > 0 ? words.clockAhead : words.clockBehind;
  const said = clockSkewMs === 0 ? words.clockRight[language] : say(skew, language, { duration });
  return part(words.dateAndTime[language], [
    switchRow('automatic-time', words.automaticTime[language], clockSkewMs === 0, (isOn) => {
      if (isOn) act('set-automatic-time', {});
    }),
    valueRow('time', `${clockDate(now, language)} ${clockTime(now)}`, said),
  ]);
}

function displayPart({ state: { language, isDark }, act }: Shown): TemplateResult {
  const choose = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    act('set-look', { language: value === 'en' ? 'en' : 'ja' });
  };
  return part(words.display[language], [
    switchRow('dark-mode', words.dark[language], isDark, (isOn) => act('set-look', { isDark: isOn })),
    html`<label class="row">
      <span class="grow">${words.language[language]}</span>
      <select data-testid="language" @change=${choose}>
        <option value="ja" ?selected=${language === 'ja'}>日本語</option>
        <option value="en" ?selected=${language === 'en'}>English</option>
      </select>
    </label>`,
  ]);
}

function systemPart({ state, act }: Shown): TemplateResult {
  const { language, platform, version, model, battery, update } = state;
  const system = platform === 'iOS' && model.form === 'tablet' ? 'iPadOS' : platform;
  return part(words.system[language], [
    valueRow('model', words.model[language], model.name),
    valueRow('version', words.version[language], `${system} ${version}`),
    valueRow('battery', words.battery[language], `${battery}%`),
    update === undefined
      ? html`<p class="row quiet">${words.newest[language]}</p>`
      : html`<button type="button" class="row link-row" data-testid="update-system" @click=${() => act('update-system', { version: update })}>
          ${say(words.update, language, { version: `${system} ${update}` })}
        </button>`,
  ]);
}

function part(title: string, rows: readonly TemplateResult[]): TemplateResult {
  return html`<section aria-label=${title}><h2>${title}</h2><div class="rows">${rows}</div></section>`;
}

function valueRow(id: string, name: string, value: string): TemplateResult {
  return html`<p class="row"><span class="grow">${name}</span><span class="value" data-testid="value-${id}">${value}</span></p>`;
}

function switchRow(id: string, name: string, isOn: boolean, set: (isOn: boolean) => void): TemplateResult {
  const changed = (event: Event): void => set((event.target as HTMLInputElement).checked);
  return html`<label class="row">
    <span class="grow">${name}</span>
    <input type="checkbox" role="switch" class="switch" data-testid=${id} .checked=${isOn} @change=${changed} />
  </label>`;
}
