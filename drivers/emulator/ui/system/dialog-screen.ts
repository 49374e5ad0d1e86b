import { html, nothing, svg, type TemplateResult } from 'lit';
import type { ShownDialog } from '../../phone/system-state.ts';
import { behind } from './notification-screen.ts';
import type { Shown } from './screen.ts';

const face = svg`<path d="M8 16v-4a4 4 0 014-4h4M32 8h4a4 4 0 014 4v4M40 32v4a4 4 0 01-4 4h-4M16 40h-4a4 4 0 01-4-4v-4M18 19v3M30 19v3M24.500 18v8h-2.500M18.500 30.500c3 3 8 3 11 0" />`;
const finger = svg`<path d="M12 18c4-10 20-11 24 1 1 4 1 8 0 13M16 38c2-5 2-9 2-14 0-8 12-8 12 0 0 6 0 11-2 16M24 24c0 7 0 11-2 16M11 32c1-3 1-6 1-9M35 38c.500-1.500 1-3 1-4" />`;
const lock = svg`<path d="M12 22h24v18H12zM17 22v-5a7 7 0 0114 0v5M24 29v5" />`;

/** A question of the system, in front of what was shown. */
export function dialogScreen(shown: Shown): TemplateResult {
  const { dialog } = shown.state;
  if (dialog === undefined) return behind(shown);
  const { type, title, text } = dialog;
  return html`${behind(shown)}
    <main class="dimmed" data-type=${type} data-testid="screen-dialog">
      <div class="dialog" role="alertdialog" aria-modal="true" aria-labelledby="dialog-title" data-testid="dialog-${type}">
        ${signOf(dialog, shown)}
        <h1 id="dialog-title" data-testid="dialog-title">${title}</h1>
        ${text === '' ? nothing : html`<p data-testid="dialog-text">${text}</p>`}
        <div class="answers">${answers(dialog, shown)}</div>
      </div>
    </main>`;
}

/** `dialog-accept`, `dialog-dismiss`; a second one of its kind has its place behind it: `dialog-accept-2`. */
function answers({ buttons }: ShownDialog, { act }: Shown): readonly TemplateResult[] {
  return buttons.map(({ label, role }, button) => {
    const before = buttons.slice(0, button).filter((other) => other.role === role).length;
    const id = `dialog-${role}${before === 0 ? '' : `-${before + 1}`}`;
    return html`<button type="button" data-testid=${id} class=${role} @click=${() => act('answer', { button })}>${label}</button>`;
  });
}

function signOf({ type }: ShownDialog, { state }: Shown): TemplateResult | typeof nothing {
  if (type !== 'biometric' && type !== 'passcode') return nothing;
  const hasFace = state.platform === 'iOS' && !/^(iphone-(7|se)|ipad)/.test(state.model.key);
  const sign = type === 'passcode' ? lock : hasFace ? face : finger;
  return html`<svg class="sign" viewBox="0 0 48 48" aria-hidden="true">${sign}</svg>`;
}
