import type { Bilingual } from '#sim/errors';
import type { Frame, Step } from '../../projections/index.ts';
import { stepNumber, vocabulary } from '../../sentences/index.ts';
import type { CellFile } from '../cell-file.ts';
import { both, html, type Markup } from './markup.ts';

/** A frame with the files that were kept of it; no picture when it was too large, or the page stands alone. */
export interface Shot {
  /** The fragment that leads to it. */
  readonly id: string;
  readonly frame: Frame;
  readonly picture: CellFile | undefined;
  readonly source: CellFile | undefined;
}

/** Of one cell, whose fragment is `cell`. */
export function shotsOf(
  cell: string,
  frames: readonly Frame[],
  fileOf: (name: string) => CellFile | undefined,
): Shot[] {
  return frames.map((frame, index) => ({
    id: `${cell}-shot-${index + 1}`,
    frame,
    picture: fileOf(frame.picture),
    source: frame.source === undefined ? undefined : fileOf(frame.source),
  }));
}

/** The pictures in order, each under glass, with the sentence of the step that led to it. */
export function storyboard(cell: string, shots: readonly Shot[], steps: readonly Step[]): Markup | undefined {
  if (shots.length === 0) return undefined;
  return html`<h4>${both({ ja: '画面の流れ（ストーリーボード）', en: 'Storyboard' })}</h4>
    <ol class="board">${shots.map((shot) => figure(cell, shot, steps))}</ol>`;
}

function figure(cell: string, { id, frame, picture, source }: Shot, steps: readonly Step[]): Markup {
  const [first = 0] = frame.steps;
  const sentence = steps.find(({ index }) => index === first)?.sentence;
  return html`<li id="${id}"><figure class="form-${formClass(frame.form)}">${glass(frame, picture)}
    <figcaption><a class="number" href="#${stepId(cell, first)}">${numbers(frame.steps)}</a> ${sentence === undefined ? undefined : both(sentence)}
    <span class="quiet">${both(screenWords(frame))}${frame.device === undefined ? undefined : html` · <bdi>${frame.device}</bdi>`}${
      source === undefined
        ? undefined
        : html` · <a href="${source.url}">${both({ ja: '画面のソース', en: 'Source' })}</a>`
    }</span></figcaption></figure></li>`;
}

/** A link to the picture itself, as large as it was taken. */
function glass(frame: Frame, picture: CellFile | undefined): Markup {
  if (picture === undefined) {
    return html`<p class="glass none">${both({ ja: 'この画面の写しは残っていません。', en: 'This picture was not kept.' })}</p>`;
  }
  const { ja, en } = screenWords(frame);
  const size =
    picture.width === undefined || picture.height === undefined
      ? undefined
      : html` width="${picture.width}" height="${picture.height}"`;
  return html`<a class="glass" href="${picture.url}"><img src="${picture.url}" alt="${ja} / ${en}" loading="lazy" decoding="async"${size}></a>`;
}

/** `学生証（LecoSアプリ）` */
function screenWords({ app, screen }: Frame): Bilingual {
  const [name, title] = [vocabulary.app(app), vocabulary.screen(screen)];
  // A screen of an app that is none of ours has no name that people would know.
  if (title.ja === screen) return name;
  return { ja: `${title.ja}（${name.ja}）`, en: `${title.en} (${name.en})` };
}

/** `3`, `3–5` for steps in a row, `3, 7` for others. */
function numbers(steps: readonly number[]): string {
  const [first = 0] = steps;
  const last = steps.at(-1) ?? first;
  if (last - first === steps.length - 1 && steps.length > 1) return `${stepNumber(first)}–${stepNumber(last)}`;
  return steps.map((step) => stepNumber(step)).join(', ');
}

function formClass(form: string): 'phone' | 'tablet' | 'pc' {
  return form === 'tablet' || form === 'pc' ? form : 'phone';
}

/** The fragment of a step. */
export function stepId(cell: string, index: number): string {
  return `${cell}-step-${stepNumber(index)}`;
}
