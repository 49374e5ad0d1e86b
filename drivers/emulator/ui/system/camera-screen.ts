import { html, nothing, type TemplateResult } from 'lit';
import type { Act } from './screen.ts';
import type { SystemState } from './state.ts';
import { say, words } from './words.ts';

/** The viewfinder, and the link of the QR that it sees. */
export function cameraScreen({ language, camera = {} }: SystemState, act: Act): TemplateResult {
  const { picture, found } = camera;
  const link = found === undefined ? undefined : (URL.parse(found) ?? undefined);
  const isWeb = link !== undefined && /^https?:$/.test(link.protocol);
  return html`<main class="camera" data-testid="screen-camera">
    <h1 class="unseen">${words.camera[language]}</h1>
    <div class="finder">
      ${picture === undefined ? nothing : html`<img src=${picture} alt=${words.cameraView[language]} data-testid="camera-picture" />`}
      <span class="corners" aria-hidden="true"></span>
    </div>
    <div class="camera-found" role="status">
      ${
        found === undefined
          ? html`<p class="quiet">${(picture === undefined ? words.cameraHint : words.cameraNothing)[language]}</p>`
          : link === undefined
            ? html`<p class="found" data-testid="found-text">${say(words.foundText, language, { text: found })}</p>`
            : html`<button type="button" class="found" data-testid="found-link" @click=${() => act('open-found-link', { url: found })}>
                ${say(words.openFound, language, { host: isWeb ? link.host : link.protocol })}
              </button>`
      }
    </div>
    <div class="shutter" aria-hidden="true"></div>
  </main>`;
}
