import { html, type TemplateResult } from 'lit';
import { documents } from '../words/documents.ts';
import { labels, smallWords } from '../words/labels.ts';
import type { Scene } from './acts.ts';
import { icon } from './icons.ts';
import { aboutBox, button, notes } from './parts.ts';

const boxes = [
  { box: 'agree-terms', document: 'terms', read: smallWords.readTerms },
  { box: 'agree-privacy-policy', document: 'privacyPolicy', read: smallWords.readPolicy },
] as const;

/** Both documents, to be read in place, and a box under each. */
export function termsForm(scene: Scene): TemplateResult {
  const ticked = scene.shown.data.ticked ?? [];
  const isFree = boxes.every(({ box }) => ticked.includes(box));
  return html`${aboutBox(scene)} ${notes(scene)} ${boxes.map((each) => documentBox(scene, each, ticked))}
    <div class="actions">${button(scene, 'continue', { isDisabled: !isFree })}</div>`;
}

function documentBox(
  scene: Scene,
  { box, document, read }: (typeof boxes)[number],
  ticked: readonly string[],
): TemplateResult {
  const { say, acts } = scene;
  return html`<section class="document">
    <details>
      <summary data-testid="read-${document === 'terms' ? 'terms' : 'privacy-policy'}">
        <span class="grow">${say(read)}</span>${icon('forward')}
      </summary>
      <div class="clauses" tabindex="0" role="region" aria-label=${say(read)}>
        ${documents[document].map(
          ({ title, text }) => html`<h2>${say(title)}</h2>
            <p>${say(text)}</p>`,
        )}
      </div>
    </details>
    <label class="tick">
      <input
        type="checkbox"
        data-testid=${box}
        .checked=${ticked.includes(box)}
        @change=${() => acts.press(box)}
      />
      <span class="grow">${say(labels[box])}</span>
    </label>
  </section>`;
}
