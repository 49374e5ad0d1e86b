import { html, nothing, type TemplateResult } from 'lit';
import { labels, smallWords } from '../words/labels.ts';
import type { Scene } from './acts.ts';
import { button, field, form } from './parts.ts';

/** The form of a screen that has one. */
export function formOf(scene: Scene): TemplateResult | undefined {
  switch (scene.shown.screen) {
    case 'login':
      return loginForm(scene);
    case 'registration-start':
      return form(scene, 'continue', field(scene, 'address'), button(scene, 'log-in', { kind: 'text' }));
    case 'registration':
      return form(scene, 'register', html`${field(scene, 'name')} ${field(scene, 'password', { isNew: true })}`);
    case 'registration-confirm':
      return confirmation(scene);
    case 'activation-wait':
      return resendForm(scene, button(scene, 'log-in', { kind: 'text' }));
    case 'activation-expired':
      return resendForm(scene);
    case 'password-reset':
      return form(scene, 'save-password', field(scene, 'password', { isNew: true, label: smallWords.newPassword }));
    case 'address-add':
      return form(scene, 'send', field(scene, 'address'));
    default:
      return undefined;
  }
}

function loginForm(scene: Scene): TemplateResult {
  return html`${form(
    scene,
    'log-in',
    html`${field(scene, 'address')} ${field(scene, 'password')}`,
    button(scene, 'forgot-password', { kind: 'text' }),
  )}
    <div class="actions apart">${button(scene, 'create-account', { kind: 'plain' })}</div>`;
}

function resendForm(scene: Scene, more: TemplateResult | typeof nothing = nothing): TemplateResult {
  const fields = html`${field(scene, 'address')} ${field(scene, 'password')}`;
  return form(scene, 'resend-activation', fields, more);
}

/** What was typed once more, the password as dots. */
function confirmation(scene: Scene): TemplateResult {
  const { typed, say } = scene;
  const dots = '•'.repeat([...(typed.get('password') ?? '')].length);
  return html`<dl class="facts">
      <dt>${say(smallWords.enteredName)}</dt>
      <dd>${typed.get('name') ?? ''}</dd>
      <dt>${say(smallWords.enteredPassword)}</dt>
      <dd class="dots">${dots}</dd>
    </dl>
    <div class="actions">
      ${button(scene, 'confirm', { label: smallWords.registerNow })}
      ${button(scene, 'back', { kind: 'plain', label: labels.back })}
    </div>`;
}
