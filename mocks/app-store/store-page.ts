import { type Bilingual, fillBoth } from '#sim/errors';
import { escaped } from './html-text.ts';
import type { Offer } from './offer.ts';
import { type StoreApp, storeApps } from './store-app.ts';
import { iconOf, pictureOf } from './store-drawing.ts';
import type { StoreVisit } from './store-visit.ts';
import { appWords, words } from './store-words.ts';

/** Nothing runs; an app is fetched by leaving for an address that only the phone itself takes. */
export const storePagePolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'self' todoku-store:",
  "frame-ancestors 'none'",
].join('; ');

/** What came of a wish, to be told on the page of the app. */
export interface Outcome {
  readonly wish: 'install' | 'update';
  readonly offer: Offer;
  /** Of the page: it may be another one than the offer's, for an update. */
  readonly sentence: Bilingual;
}

/** What the store opens with, or what a search found: both have the app of the journey at hand. */
export function frontPage(visit: StoreVisit): string {
  const { language, search } = visit;
  const found = Object.entries(storeApps).filter(([app]) => search === undefined || isFound(app, search));
  const title =
    search === undefined ? (isIos(visit) ? words.today : words.forYou) : fillBoth(words.found, { text: search });
  const [first] = found;
  const body =
    first === undefined
      ? `<p class="hint" data-testid="text">${escaped(fillBoth(words.nothing, { text: search ?? '' })[language])}</p>`
      : `${search === undefined ? hero(visit) : ''}<ul class="list">${found
          .filter(([app]) => search !== undefined || app !== 'wallet')
          .map(([app, listed]) => row(app, listed, visit))
          .join('')}</ul>`;
  return document(visit, 'store', `<h1>${escaped(title[language])}</h1>${searchForm(visit)}${body}`);
}

/** The page of an app; behind a wish, with what came of it. */
export function appPage(app: string, visit: StoreVisit, outcome?: Outcome): string {
  const { language } = visit;
  const listed = Object.hasOwn(storeApps, app) ? storeApps[app] : undefined;
  const told =
    outcome === undefined
      ? ''
      : `<p class="told ${outcome.offer.verdict}" role="status" data-testid="text">${escaped(outcome.sentence[language])}</p>`;
  const back = `<p><a class="back" data-testid="back" href="${addressOf(visit)}">${words.back[language]}</a></p>`;
  if (listed === undefined) {
    const name = outcome === undefined ? fillBoth(words.nothing, { text: app })[language] : '';
    return document(
      visit,
      screenOf(outcome),
      `<h1>${words.search[language]}</h1><p>${escaped(name)}</p>${told}${back}`,
    );
  }
  const body = `${head(app, listed, visit, outcome)}${told}${facts(listed, visit)}${pictures(app, visit)}${about(app, visit)}${back}`;
  // Once the store has said yes, the phone fetches the app by itself.
  const fetching =
    outcome?.offer.verdict === 'installed'
      ? `<meta http-equiv="refresh" content="0;url=todoku-store://install?app=${encodeURIComponent(app)}">`
      : '';
  return document(visit, screenOf(outcome), body, fetching);
}

function screenOf(outcome: Outcome | undefined): string {
  if (outcome === undefined) return 'store-app';
  const { verdict, refusal = 'device' } = outcome.offer;
  if (verdict === 'installed') return 'store-installed';
  return refusal === 'device' || refusal === 'not-found' ? 'store-incompatible' : 'store-refused';
}

function isFound(app: string, search: string): boolean {
  const { name = '' } = storeApps[app] ?? {};
  const said = appWords[app];
  const text = [name, said?.subtitle.ja, said?.subtitle.en, said?.about.ja].join(' ').toLowerCase();
  // Stores find what is meant: the name of the service brings up everything about badges.
  return text.includes(search.toLowerCase()) || /lecos|レコス|バッジ|badge|学生証|wallet|ウォレット/i.test(search);
}

function isIos({ device }: StoreVisit): boolean {
  return device.platform === 'iOS';
}

function addressOf({ kept }: StoreVisit, more = ''): string {
  return escaped(`./?${[kept, more].filter((part) => part !== '').join('&')}`);
}

function searchForm({ language, search = '', kept }: StoreVisit): string {
  const hidden = [...new URLSearchParams(kept)]
    .map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`)
    .join('');
  return `<form class="search" role="search" action="./">${hidden}<input type="search" name="q" data-testid="search" value="${escaped(search)}"
aria-label="${words.search[language]}" placeholder="${words.search[language]}"><button type="submit" class="go" data-testid="search-go">${words.searchGo[language]}</button></form>`;
}

function hero(visit: StoreVisit): string {
  const { wallet } = storeApps;
  if (wallet === undefined) return '';
  return `<section class="hero" aria-label="${words.campus[visit.language]}"><p class="kicker">${words.campus[visit.language]}</p>
${head('wallet', wallet, visit, undefined, 'h2')}${pictures('wallet', visit)}</section>`;
}

function row(app: string, { name }: StoreApp, visit: StoreVisit): string {
  const { language } = visit;
  const address = addressOf(visit, `app=${encodeURIComponent(app)}`);
  return `<li><a class="row" data-testid="result-${app}" href="${address}">${iconOf(app)}
<span class="grow"><strong>${escaped(name)}</strong><span>${escaped(appWords[app]?.subtitle[language] ?? '')}</span></span>
<span class="pill" aria-hidden="true">${(isIos(visit) ? words.get : words.install)[language]}</span></a></li>`;
}

function head(
  app: string,
  { name }: StoreApp,
  visit: StoreVisit,
  outcome?: Outcome,
  level: 'h1' | 'h2' = 'h1',
): string {
  const { language } = visit;
  const said = appWords[app];
  return `<header class="head">${iconOf(app)}<div class="grow"><${level}>${escaped(name)}</${level}>
<p>${escaped((isIos(visit) ? said?.subtitle : said?.publisher)?.[language] ?? '')}</p></div></header>
<div class="buttons">${buttons(app, visit, outcome)}</div>`;
}

/** The first wish; behind a yes, to open it, and what can be wanted later. */
function buttons(app: string, visit: StoreVisit, outcome?: Outcome): string {
  const { language, installed } = visit;
  const wish = (id: 'install' | 'update', text: Bilingual, look: string): string =>
    `<form method="post" action="${id}?${escaped([visit.kept, `app=${encodeURIComponent(app)}`].filter((part) => part !== '').join('&'))}">
<button type="submit" class="${look}" data-testid="${id}">${text[language]}</button></form>`;
  const isThere = outcome?.offer.verdict === 'installed' || installed?.[app] !== undefined;
  if (!isThere) {
    const text = outcome === undefined ? (isIos(visit) ? words.get : words.install) : words.again;
    return wish('install', text, 'wish') + (installed === undefined ? wish('update', words.update, 'wish second') : '');
  }
  const open = `<a class="wish" data-testid="open" href="todoku-store://open?app=${encodeURIComponent(app)}">${words.open[language]}</a>`;
  return `${open}${wish('update', words.update, 'wish second')}${wish('install', words.reinstall, 'wish second')}`;
}

function facts({ minimum, forms, version, sizeMb }: StoreApp, { device, language }: StoreVisit): string {
  const system = device.platform === 'iOS' ? 'iOS' : 'Android';
  const rows: readonly (readonly [Bilingual, string])[] = [
    [words.minimum, fillBoth(words.orLater, { system: `${system} ${minimum[system] ?? ''}` })[language]],
    [words.devices, (forms.includes('tablet') ? words.phonesAndTablets : words.phonesOnly)[language]],
    [words.version, version],
    [words.size, `${sizeMb} MB`],
    [words.age, '4+'],
  ];
  const cells = rows.map(([name, value]) => `<div><dt>${name[language]}</dt><dd>${escaped(value)}</dd></div>`);
  return `<dl class="facts" aria-label="${words.facts[language]}">${cells.join('')}</dl>`;
}

function pictures(app: string, { language }: StoreVisit): string {
  const drawn = (appWords[app]?.pictures ?? []).map((caption, index) => pictureOf(app, index, caption[language]));
  return `<div class="pictures" role="group" tabindex="0" aria-label="${words.pictures[language]}">${drawn.join('')}</div>`;
}

function about(app: string, { language }: StoreVisit): string {
  const said = appWords[app];
  return `<section class="about"><h2 class="title">${words.about[language]}</h2><p>${escaped(said?.about[language] ?? '')}</p>
<p class="hint">${words.publisher[language]}: ${escaped(said?.publisher[language] ?? '')}</p></section>`;
}

function document(visit: StoreVisit, screen: string, body: string, more = ''): string {
  const { language } = visit;
  const look = isIos(visit) ? 'ios' : 'android';
  const title = (isIos(visit) ? words.appStore : words.googlePlay)[language];
  return `<!doctype html>
<html lang="${language}" data-look="${look}"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark"><link rel="icon" href="data:,">${more}
<link rel="stylesheet" href="built/fonts.css"><link rel="stylesheet" href="built/look.css"></head>
<body><main data-testid="screen-${screen}">${body}<p class="hint">${words.simulation[language]}</p></main></body></html>
`;
}
