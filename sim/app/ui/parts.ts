import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { walletWords } from '../words/index.ts';
import { type LabelName, labels, smallWords } from '../words/labels.ts';
import type { Scene } from './acts.ts';
import { type IconName, icon } from './icons.ts';
import type { Said } from './language.ts';
import { passwordConditions } from './password-conditions.ts';

type Part = TemplateResult | typeof nothing;

/** A sentence of a screen, whole and alone in its element, for who looks for it by its id. */
export function sentence(scene: Scene, text: Said): TemplateResult {
  return html`<p data-testid="text">${scene.say(text)}</p>`;
}

/** Who issued what to which address. */
export function aboutBox(scene: Scene): Part {
  const { about } = scene.shown.data;
  if (about === undefined) return nothing;
  const images = ['shield', 'card', 'mail'] as const;
  return html`<div class="about">
    ${about.map((each, index) => html`<div>${icon(images[index] ?? 'card')}${sentence(scene, each)}</div>`)}
  </div>`;
}

/** The sentences that came on top; of a form that was sent, as what is wrong with it. */
export function notes(scene: Scene): TemplateResult {
  const { notes, isRefusal } = scene.shown;
  const said = notes.map((note) => sentence(scene, note));
  // What is all that a screen says is no note on it.
  const hasOwn = walletWords.screens[scene.shown.screen].texts.length > 0;
  return html`<div class="alert" role="alert">
      ${isRefusal ? html`<div class="refusal">${icon('warn')}<div>${said}</div></div>` : nothing}
    </div>
    ${isRefusal || said.length === 0 ? nothing : html`<div class=${hasOwn ? 'notes' : 'told'}>${said}</div>`}`;
}

interface ButtonLook {
  readonly label?: Said;
  readonly kind?: 'solid' | 'plain' | 'text' | 'danger';
  readonly icon?: IconName;
  readonly isDisabled?: boolean;
  /** Sends the form that it stands in. */
  readonly isSubmit?: boolean;
}

export function button(scene: Scene, control: string, look: ButtonLook = {}): TemplateResult {
  const { kind = 'solid', isDisabled = false, isSubmit = false } = look;
  const label = look.label ?? labels[control as LabelName];
  return html`<button
    type=${isSubmit ? 'submit' : 'button'}
    class="button ${kind}"
    data-testid=${control}
    ?disabled=${isDisabled}
    @click=${isSubmit ? nothing : () => scene.acts.press(control)}
  >
    ${look.icon === undefined ? nothing : icon(look.icon)}<span>${scene.say(label)}</span>
  </button>`;
}

/** A row of a list that does something. */
export function row(scene: Scene, control: LabelName, image: IconName): TemplateResult {
  return html`<li>
    <button type="button" class="row" data-testid=${control} @click=${() => scene.acts.press(control)}>
      ${icon(image)}<span class="grow">${scene.say(labels[control])}</span>${icon('forward')}
    </button>
  </li>`;
}

type FieldName = 'address' | 'password' | 'name';

export interface FieldLook {
  readonly label?: Said;
  /** A password that is being chosen: its conditions stand below. */
  readonly isNew?: boolean;
}

export function field(scene: Scene, name: FieldName, look: FieldLook = {}): TemplateResult {
  const { typed, shown, acts } = scene;
  const value = typed.get(name) ?? '';
  const isMissing = shown.isRefusal && value === '';
  const label = scene.say(look.label ?? labels[name]);
  const isSecret = name === 'password';
  const autocomplete = {
    address: 'username',
    name: 'name',
    password: look.isNew ? 'new-password' : 'current-password',
  };
  return html`<div class="field">
    <label for="field-${name}">${label}</label>
    <div class="input">
      <input
        id="field-${name}"
        data-testid=${name}
        type=${isSecret && !scene.showsPassword ? 'password' : 'text'}
        inputmode=${name === 'address' ? 'email' : 'text'}
        autocomplete=${autocomplete[name]}
        autocapitalize="off"
        spellcheck="false"
        required
        aria-invalid=${isMissing ? 'true' : nothing}
        aria-describedby=${isSecret && look.isNew === true ? 'conditions' : nothing}
        .value=${live(value)}
        @input=${(event: Event) => acts.type(name, (event.target as HTMLInputElement).value)}
      />
      ${isSecret ? eye(scene) : nothing}
    </div>
    ${isSecret && look.isNew === true ? conditionList(scene, value) : nothing}
  </div>`;
}

function eye(scene: Scene): TemplateResult {
  const label = labels[scene.showsPassword ? 'hide-password' : 'show-password'];
  return html`<button
    type="button"
    class="eye"
    data-testid="show-password"
    aria-label=${scene.say(label)}
    @click=${() => scene.acts.togglePassword()}
  >
    ${icon(scene.showsPassword ? 'hidden' : 'eye')}
  </button>`;
}

/** What the password has already, by a sign and in words for who does not see it: never by colour alone. */
function conditionList(scene: Scene, password: string): TemplateResult {
  const { say } = scene;
  return html`<div class="conditions" id="conditions">
    <p>${say(smallWords.passwordNeeds)}</p>
    <ul>
      ${passwordConditions(password).map(
        ({ id, text, isMet }) => html`<li class=${isMet ? 'met' : ''} data-condition=${id}>
          ${icon(isMet ? 'check' : 'ring')}<span
            >${say(text)}<span class="unseen">（${say(isMet ? smallWords.met : smallWords.notMet)}）</span></span
          >
        </li>`,
      )}
    </ul>
  </div>`;
}

/** Fields, and the buttons that end a form; Enter sends it with the first of them. */
export function form(
  scene: Scene,
  submit: string,
  fields: Part,
  buttons: Part = nothing,
  label?: Said,
): TemplateResult {
  const send = (event: Event): void => {
    event.preventDefault();
    scene.acts.press(submit);
  };
  return html`<form novalidate @submit=${send}>
    ${fields}
    <div class="actions">
      ${button(scene, submit, { isSubmit: true, ...(label !== undefined && { label }) })} ${buttons}
    </div>
  </form>`;
}
