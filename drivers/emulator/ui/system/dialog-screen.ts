import { html, nothing, svg, type TemplateResult } from 'lit';
import { dialogWords } from './dialog-words.ts';
import { behind } from './notification-screen.ts';
import type { Act } from './screen.ts';
import type { SystemDialog, SystemState } from './state.ts';

const signs = {
  face: svg`<path d="M8 16V12a4 4 0 014-4h4M32 8h4a4 4 0 014 4v4M40 32v4a4 4 0 01-4 4h-4M16 40h-4a4 4 0 01-4-4v-4M18 19v3M30 19v3M24.500 18v8h-2.500M18.500 30.500c3 3 8 3 11 0" />`,
  fingerprint: svg`<path d="M12 18c4-10 20-11 24 1 1 4 1 8 0 13M16 38c2-5 2-9 2-14 0-8 12-8 12 0 0 6 0 11-2 16M24 24c0 7 0 11-2 16M11 32c1-3 1-6 1-9M35 38c.500-1.500 1-3 1-4" />`,
  none: svg`<path d="M12 22h24v18H12zM17 22v-5a7 7 0 0114 0v5M24 29v5" />`,
  camera: svg`<path d="M7 16h8l3-4h12l3 4h8v22H7z" /><circle cx="24" cy="26" r="7" />`,
  notifications: svg`<path d="M12 34h24l-3-5v-9a9 9 0 00-18 0v9zM20 38a4 4 0 008 0" />`,
  location: svg`<path d="M24 42c8-9 12-15 12-21a12 12 0 00-24 0c0 6 4 12 12 21z" /><circle cx="24" cy="21" r="4.500" />`,
  photos: svg`<path d="M8 10h32v28H8zM8 32l9-9 8 8 5-5 10 9" /><circle cx="31" cy="18" r="3" />`,
} as const;

/** A question of the system, in front of what was shown. */
export function dialogScreen(state: SystemState, act: Act): TemplateResult {
  const { dialog } = state;
  if (dialog === undefined) return behind(state);
  const { title, text, accept, dismiss } = dialogWords(dialog, state);
  const button = (id: 'dialog-accept' | 'dialog-dismiss', words: string): TemplateResult =>
    html`<button type="button" data-testid=${id} @click=${() => act('answer-dialog', { button: words, id })}>${words}</button>`;
  return html`${behind(state)}
    <main class="dimmed" data-type=${dialog.type} data-testid="screen-dialog">
      <div class="dialog" role="alertdialog" aria-modal="true" aria-labelledby="dialog-title" data-testid="dialog-${dialog.type}">
        ${signOf(dialog)}
        <h1 id="dialog-title" data-testid="dialog-title">${title}</h1>
        ${text === '' ? nothing : html`<p data-testid="dialog-text">${text}</p>`}
        <div class="answers">
          ${dismiss === undefined ? nothing : button('dialog-dismiss', dismiss)}
          ${accept === undefined ? nothing : button('dialog-accept', accept)}
        </div>
      </div>
    </main>`;
}

function signOf(dialog: SystemDialog): TemplateResult | typeof nothing {
  const name =
    dialog.type === 'biometric' ? dialog.method : dialog.type === 'permission' ? dialog.permission : undefined;
  if (name === undefined) return nothing;
  return html`<svg class="sign" viewBox="0 0 48 48" aria-hidden="true">${signs[name]}</svg>`;
}
