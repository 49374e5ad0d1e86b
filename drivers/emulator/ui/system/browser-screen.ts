import { html, type TemplateResult } from 'lit';
import { type ScreenEntry, screenCatalogue } from '../../../handset/index.ts';
import type { Shown } from './screen.ts';
import { say, words } from './words.ts';

/** A tab of the browser with nothing in it yet. */
export function newTabScreen({ state: { language }, act }: Shown): TemplateResult {
  const go = (event: SubmitEvent): void => {
    event.preventDefault();
    const url = String(new FormData(event.target as HTMLFormElement).get('address') ?? '').trim();
    if (url !== '') act('open-address', { url });
  };
  return html`<main class="browser" data-testid="screen-new-tab">
    <h1 class="unseen">${words.newTab[language]}</h1>
    <form class="address" @submit=${go}>
      <input
        type="text"
        name="address"
        data-testid="address"
        inputmode="url"
        enterkeyhint="go"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        aria-label=${words.address[language]}
        placeholder=${words.address[language]}
      />
      <button type="submit" class="solid" data-testid="go">${words.go[language]}</button>
    </form>
  </main>`;
}

/** Nobody answers at the address that the page stands at. */
export function unreachableScreen(shown: Shown): TemplateResult {
  const { language } = shown.state;
  const why = say(words.unreachableWhy, language, { host: location.host });
  return failure('site-unreachable', screenCatalogue['site-unreachable'], why, shown);
}

/** The phone has no network. */
export function offlineScreen(shown: Shown): TemplateResult {
  return failure('network-error', screenCatalogue['network-error'], words.offlineWhy[shown.state.language], shown);
}

function failure(name: string, { texts }: ScreenEntry, why: string, { state: { language } }: Shown): TemplateResult {
  return html`<main class="browser failure" data-testid="screen-${name}">
    <svg viewBox="0 0 48 48" aria-hidden="true"><path d="M10 4h20l10 10v30H10zM30 4v10h10M18 24h2m10 0h2M17 36c4-5 12-5 16 0" /></svg>
    <h1 data-testid="text">${texts[0]?.[language]}</h1>
    <p class="quiet">${why}</p>
    <button type="button" class="solid" data-testid="retry" @click=${() => location.reload()}>${words.retry[language]}</button>
  </main>`;
}
