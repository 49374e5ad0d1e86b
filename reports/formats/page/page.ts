import type { Language } from '#sim/errors';
import type { RunLog } from '../../projections/index.ts';
import type { CellFiles } from '../cell-file.ts';
import { type CellView, cellDetails, cellViews } from './cell-view.ts';
import { both, html, Markup } from './markup.ts';
import { headline, overview } from './overview.ts';
import { type ScenarioGroup, scenarioGroups, scenarioList } from './scenario-list.ts';
import { script, scriptSource } from './script.ts';
import { style } from './style.ts';

/**
 * Nothing is loaded, sent, framed or run but what stands in the file; the frames of the mails inherit this and are
 * sandboxed on top: https://www.w3.org/TR/CSP3/#security-inherit-csp
 */
function contentSecurityPolicy(images: string): string {
  return `default-src 'none'; style-src 'unsafe-inline'; script-src ${scriptSource()}; ${images}base-uri 'none'; form-action 'none'`;
}

/** Pictures stand in the page, or in files beside it: a page opened from a disk has no origin that 'self' could mean. */
function imageSources(views: readonly CellView[]): string {
  const urls = views.flatMap(({ shots }) => shots.flatMap(({ picture }) => picture?.url ?? []));
  if (urls.length === 0) return '';
  return urls.some((url) => url.startsWith('data:')) ? 'img-src data:; ' : "img-src 'self' file:; ";
}

/** The whole page, one file. */
export function page(runs: readonly RunLog[], language: Language, files: CellFiles): string {
  const views = cellViews(runs, files);
  const groups = scenarioGroups(views);
  const title = headline(views);
  const titles = { ja: `${title.ja} - todoku`, en: `${title.en} - todoku` };
  return `<!doctype html>\n${html`<html lang="${language}" data-title-ja="${titles.ja}" data-title-en="${titles.en}">
<head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(imageSources(views))}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${titles[language]}</title>
<style>${new Markup(style)}</style></head>
<body><a class="skip" href="#cells">${both({ ja: '結果へ進む', en: 'Skip to the results' })}</a>
<header class="top"><div><span class="brand">todoku<small>${both({ ja: '再生の報告書', en: 'replay report' })}</small></span>
<div class="switch" role="group" aria-label="言語 / Language">${languageButton('ja', '日本語', language)}${languageButton('en', 'English', language)}</div></div></header>
<main>${overview(views)}
${views.length > 1 ? scenarioList(groups) : undefined}
<div id="cells">${groups.map((group) => scenarioSection(group, views.length === 1))}</div></main>
<footer>${both(isAlone(views) ? aloneWords : picturesWords)}</footer>
<script>${new Markup(script)}</script></body></html>
`}`;
}

function isAlone(views: readonly CellView[]): boolean {
  return !imageSources(views).includes('file:');
}

const aloneWords = {
  ja: 'このファイルだけで読めます。何も読み込まず、何も送らず、何も覚えません。同じ再生からは同じファイルができます。',
  en: 'This file stands alone: it loads nothing, sends nothing and remembers nothing. The same run gives the same file.',
} as const;

const picturesWords = {
  ja: '画面の写しは、このファイルの隣の cells フォルダにあります。ほかには何も読み込まず、何も送らず、何も覚えません。',
  en: 'The pictures stand in the folder cells beside this file. It loads nothing else, sends nothing and remembers nothing.',
} as const;

function languageButton(own: Language, words: string, current: Language): Markup {
  return html`<button type="button" data-speak="${own}" aria-pressed="${String(own === current)}">${words}</button>`;
}

function scenarioSection({ id, views }: ScenarioGroup, isOnly: boolean): Markup {
  const { scenario, title } = views[0].summary;
  return html`<section class="scenario" id="${id}"><header><p class="small"><code>${scenario}</code></p><h2>${both(title)}</h2></header>
${views.map((view) => cellDetails(view, isOnly))}</section>`;
}
