import { html, svg, type TemplateResult } from 'lit';

/** Our own drawings, on a grid of 48: no maker's marks. */
const drawings: { readonly [app: string]: TemplateResult } = {
  mail: svg`<path class="fill" d="M9 14h30v21H9z" /><path class="cut" d="M10 15l14 12 14-12" />`,
  browser: svg`<circle class="fill" cx="24" cy="24" r="15" /><path class="needle" d="M33 15l-6.500 11.500L15 33l6.500-11.500z" />`,
  store: svg`<path class="fill" d="M12 18h24l-2 19H14z" /><path class="line" d="M18 18v-2a6 6 0 0112 0v2" />`,
  camera: svg`<path class="fill" d="M8 16h8l3-4h10l3 4h8v20H8z" /><circle class="cut lens" cx="24" cy="25.500" r="6.500" />`,
  settings: svg`<circle class="line" cx="24" cy="24" r="6" /><path class="line" d="M24 9v5M24 34v5M9 24h5M34 24h5M13.400 13.400l3.500 3.500M31.100 31.100l3.500 3.500M13.400 34.600l3.500-3.500M31.100 16.900l3.500-3.500" />`,
};

/** The picture of an app, for beside its name. */
export function appIcon(id: string): TemplateResult {
  const drawing = Object.hasOwn(drawings, id) ? drawings[id] : undefined;
  return html`<span class="app-icon" data-app=${id}>
    ${
      drawing === undefined
        ? html`<img src="icon/${encodeURIComponent(id)}" alt="" />`
        : html`<svg viewBox="0 0 48 48" aria-hidden="true">${drawing}</svg>`
    }
  </span>`;
}
