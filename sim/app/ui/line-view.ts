import { html, nothing, type TemplateResult } from 'lit';
import type { Scene } from './acts.ts';
import type { CardLine } from './card-text.ts';
import { icon } from './icons.ts';

/** One line, whole in its element: its label and its value are told apart by their look alone. */
export function lineView({ say }: Scene, { key, label, value }: CardLine): TemplateResult {
  const image = key === 'warning' ? icon('warn') : nothing;
  return html`<div class="line ${key}">${image}<p data-testid="text">${
    label === undefined ? nothing : html`<span class="label">${say(label)}</span><span class="colon">: </span>`
  }<span class="value">${say(value)}</span></p></div>`;
}
