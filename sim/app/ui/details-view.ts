import { html, nothing, type TemplateResult } from 'lit';
import { walletWords } from '../words/index.ts';
import { smallWords } from '../words/labels.ts';
import type { Scene } from './acts.ts';
import { type CardLine, warningOf } from './card-text.ts';
import { type IconName, icon } from './icons.ts';
import { lineView } from './line-view.ts';
import { dateText, timeText } from './moments.ts';
import { sentence } from './parts.ts';
import type { Card } from './storage.ts';
import type { Verification, VerifiedCheck } from './turn.ts';

const { cardLabels, sentences } = walletWords;

const verdicts = {
  accepted: { sentence: sentences.genuine, image: 'shield' },
  refused: { sentence: sentences.refused, image: 'warn' },
  unconfirmed: { sentence: sentences.unconfirmed, image: 'ring' },
} as const;

/** What a verifier says of the credential, in plain words, and what is in it. */
export function detailsView(scene: Scene): TemplateResult {
  const { card, shown, now } = scene;
  const { verification } = shown.data;
  return html`${verification === undefined ? nothing : verdict(scene, verification)}
    ${card === undefined ? nothing : html`<div class="facts lines">${facts(card, now).map((line) => lineView(scene, line))}</div>`}
    ${verification === undefined ? nothing : checkList(scene, verification)}`;
}

function verdict(scene: Scene, { verdict }: Verification): TemplateResult {
  const { sentence: said, image } = verdicts[verdict];
  return html`<div class="verdict ${verdict}">${icon(image)}${sentence(scene, said)}</div>`;
}

function facts(card: Card, now: number): CardLine[] {
  const line = (key: keyof typeof cardLabels, value: CardLine['value']): CardLine => {
    return { key, label: cardLabels[key], value };
  };
  return [
    line('status', warningOf(card, now) ?? smallWords.usable),
    line('issuer', card.school),
    line('name', card.name),
    line('studentNumber', card.studentNumber),
    ...(card.validFrom === undefined ? [] : [line('validFrom', dateText(card.validFrom))]),
    ...(card.validUntil === undefined ? [] : [line('validUntil', dateText(card.validUntil))]),
    line('confirmedAt', timeText(card.confirmedAt)),
    line('number', card.credential),
  ];
}

function checkList({ say }: Scene, { checks }: Verification): TemplateResult {
  const made = checks.filter(({ skipped }) => skipped !== 'not-applicable');
  return html`<section>
    <h2>${say(smallWords.checked)}</h2>
    <ul class="checks">
      ${made.map((check) => {
        const { image, word, kind } = signOf(check);
        return html`<li class=${kind}>${icon(image)}<span>${say(check.sentence)}<span class="unseen">（${say(smallWords[word])}）</span></span></li>`;
      })}
    </ul>
  </section>`;
}

function signOf({ valid }: VerifiedCheck): { image: IconName; word: 'right' | 'wrong' | 'unknown'; kind: string } {
  if (valid === true) return { image: 'check', word: 'right', kind: 'met' };
  return valid === false
    ? { image: 'warn', word: 'wrong', kind: 'broken' }
    : { image: 'ring', word: 'unknown', kind: '' };
}
