import { html, svg, type TemplateResult } from 'lit';
import { walletWords } from '../words/index.ts';
import { smallWords } from '../words/labels.ts';
import { titles } from '../words/titles.ts';
import type { Qr, Scene } from './acts.ts';
import { type CardLine, cardLines } from './card-text.ts';
import { lineView } from './line-view.ts';
import { button } from './parts.ts';
import { qrRest } from './qr-text.ts';
import type { Card } from './storage.ts';

/** The student ID: what a person looks at, and below it what a gate reads. */
export function cardScreen(scene: Scene): TemplateResult {
  const { card, say, shown, now } = scene;
  const [watermark] = walletWords.screens['student-id'].texts;
  const heading = html`<h1 class="unseen" tabindex="-1">${say(titles['student-id'] ?? '')}</h1>`;
  if (card === undefined) return heading;
  const lines = cardLines(card, now, shown.data.isOffline === true);
  const of = (...keys: CardLine['key'][]): TemplateResult[] =>
    lines.filter(({ key }) => keys.includes(key)).map((line) => lineView(scene, line));
  return html`${heading}
    <article class="card">
      <div class="guilloche" aria-hidden="true"></div>
      <div class="sheen" aria-hidden="true"></div>
      <p class="watermark" data-testid="text">${say(watermark)}</p>
      ${of('warning')}
      <header>${crest()}<div class="grow">${of('school')}<span class="kind">${say(smallWords.studentId)}</span></div></header>
      <div class="person">
        ${photo(scene, card)}
        <div class="grow">${of('name', 'studentNumber', 'faculty', 'validUntil')}</div>
      </div>
      <div class="live"><i class="pulse" aria-hidden="true"></i><div class="grow">${of('now')}</div></div>
    </article>
    <div class="confirmed">${of('offline', 'confirmedAt')}</div>
    ${gate(scene)}
    <div class="actions">${button(scene, 'details', { kind: 'plain', icon: 'shield' })}</div>`;
}

function crest(): TemplateResult {
  return html`<svg class="crest" viewBox="0 0 48 48" aria-hidden="true">${svg`
    <path d="M24 3l17 6v14c0 11-7 18-17 22C14 41 7 34 7 23V9z" />
    <path d="M24 12v24M15 17c4 0 7 1 9 3 2-2 5-3 9-3v14c-4 0-7 1-9 3-2-2-5-3-9-3z" />`}</svg>`;
}

/** A stand-in for a photograph, drawn from the name: nobody real is shown. */
function photo({ say }: Scene, { name, studentNumber }: Card): TemplateResult {
  const seed = [...`${name}${studentNumber}`].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 9_973, 7);
  const [head, hair] = [['#f1d3b8', '#e6c1a0', '#d9ae8a'][seed % 3], ['#2b2320', '#4a3527', '#1d1d24'][seed % 3]];
  const back = ['#dbe6ef', '#e8e2d6', '#dfe9e1', '#e9dfe6'][seed % 4];
  const fringe = [
    'M31 44c0-16 8-24 19-24s19 8 19 24c-6-3-9-7-11-12-6 6-16 9-27 12z',
    'M31 46c-2-18 7-27 19-27s21 9 19 27c-3-8-6-12-9-14-9 2-21 2-25 4-2 3-3 6-4 10z',
    'M30 48c-3-20 8-30 20-30s23 10 20 30c-2-6-4-11-8-15-6 4-16 5-25 3-4 3-6 7-7 12z',
  ][seed % 3];
  return html`<svg class="photo" viewBox="0 0 100 124" role="img" aria-label=${say(smallWords.photo)}>${svg`
    <rect width="100" height="124" fill=${back} />
    <path d="M10 124c2-26 16-36 40-36s38 10 40 36z" fill="#31506f" />
    <path d="M40 78h20v14l-10 9-10-9z" fill=${head} />
    <path d="M38 92l12 9 12-9 4 4-16 14-16-14z" fill="#fff" />
    <ellipse cx="50" cy="54" rx="20" ry="26" fill=${head} />
    <path d=${fringe} fill=${hair} />`}</svg>`;
}

function gate({ say, qr, now }: Scene): TemplateResult {
  return html`<section class="gate">
    <h2>${say(smallWords.forGate)}</h2>
    ${qr === undefined ? html`<div class="qr" aria-busy="true"></div>` : qrCode(qr, say(smallWords.qr))}
    <p class="renews"><progress max="1" value=${qrRest(now)} aria-hidden="true"></progress>${say(smallWords.qrRenews)}</p>
  </section>`;
}

function qrCode({ path, size, text }: Qr, label: string): TemplateResult {
  return html`<div class="qr"><svg data-testid="qr-code" data-text=${text} role="img" aria-label=${label} viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">${svg`<path d=${path} />`}</svg></div>`;
}
