import { html, nothing, type TemplateResult } from 'lit';
import type { Shown } from './screen.ts';
import { say, words } from './words.ts';

/** The viewfinder, and what the QR code in it says. */
export function cameraScreen(shown: Shown): TemplateResult {
  const { language, camera } = shown.state;
  return html`<main class="camera" data-testid="screen-camera">
    <h1 class="unseen">${words.camera[language]}</h1>
    <div class="finder">
      ${camera.hasPicture ? html`<img src="picture/camera" alt=${words.cameraView[language]} data-testid="camera-picture" />` : nothing}
      <span class="corners" aria-hidden="true"></span>
    </div>
    <div class="camera-found" role="status">${found(shown)}</div>
    <div class="shutter" aria-hidden="true"></div>
  </main>`;
}

function found({ state: { language, camera }, act }: Shown): TemplateResult {
  const { code, hasPicture } = camera;
  if (code === undefined) {
    return html`<p class="quiet">${(hasPicture ? words.cameraNothing : words.cameraHint)[language]}</p>`;
  }
  const link = URL.parse(code);
  const label =
    link === null
      ? say(words.foundText, language, { text: code })
      : say(words.openFound, language, { host: link.host || link.protocol });
  return html`<button type="button" class="found" data-testid="open-code" @click=${() => act('open-code', {})}>${label}</button>`;
}
