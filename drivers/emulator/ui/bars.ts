import { battery, element, network, sign } from './bar-drawing.ts';
import type { BarSettings, Bars } from './bar-settings.ts';
import { barStyle } from './bar-style.ts';

// The bars that the system paints over every window. The script runs in a world of its own; what it draws lies in a closed
// shadow tree without a box in the page, so that a page neither sees it nor is moved by it, and touches go through.

let host: HTMLElement | undefined;
let root: ShadowRoot | undefined;

function show(settings: BarSettings): void {
  const parent = document.documentElement;
  if (parent === null) {
    // The document does not stand yet.
    new MutationObserver((_, observer) => {
      observer.disconnect();
      show(settings);
    }).observe(document, { childList: true });
    return;
  }
  if (settings.over === 'none') {
    hide();
    return;
  }
  if (host === undefined || root === undefined || !host.isConnected) {
    // Of a world before this one.
    hide();
    host = document.createElement('todoku-bars');
    host.setAttribute('aria-hidden', 'true');
    root = host.attachShadow({ mode: 'closed' });
    const style = new CSSStyleSheet();
    style.replaceSync(barStyle);
    root.adoptedStyleSheets = [style];
    parent.append(host);
  }
  const isPicture = settings.over === 'picture';
  const paper = isPicture ? 'transparent' : paperOf(parent);
  host.style.setProperty('--paper', paper);
  host.style.setProperty('--ink', isPicture || isDark(paper) ? '#fff' : '#16181c');
  host.style.setProperty('--top', `${settings.insets.top}px`);
  host.style.setProperty('--bottom', `${settings.insets.bottom}px`);
  root.replaceChildren(...drawn(settings));
}

function hide(): void {
  for (const old of document.querySelectorAll('html > todoku-bars')) old.remove();
  host = undefined;
  root = undefined;
}

function drawn(settings: BarSettings): Node[] {
  const { look, insets, browser } = settings;
  if (look === 'desktop') return browser === undefined ? [] : [desktopBrowser(browser)];
  return [
    ...(insets.top > 0 ? [statusBar(settings)] : []),
    ...(browser === undefined ? [] : [addressBar(look, browser)]),
    ...(insets.bottom > 0 ? [bottomBar(settings)] : []),
  ];
}

function statusBar({ look, insets, time, network: state, battery: level }: BarSettings): HTMLElement {
  const hole =
    look === 'ios' ? (insets.top >= 59 ? 'island' : insets.top >= 44 ? 'notch' : '') : insets.top > 24 ? 'lens' : '';
  return element(
    'div',
    `status ${look} ${hole === '' ? 'flat' : 'tall'}`,
    element('span', 'time', time),
    ...(hole === '' ? [] : [element('span', hole)]),
    element('span', 'right', network(state), battery(level)),
  );
}

function addressBar(look: 'ios' | 'android', { url }: NonNullable<BarSettings['browser']>): HTMLElement {
  const end = look === 'ios' ? sign('reload') : sign('dots');
  return element(
    'div',
    `address ${look}`,
    element('span', 'field', lockOf(url), element('span', 'host', hostOf(url))),
    end,
  );
}

function desktopBrowser({ url, title }: NonNullable<BarSettings['browser']>): HTMLElement {
  const tab = element('span', 'tab', element('span', 'title', title || hostOf(url)), sign('cross'));
  const row = element(
    'div',
    'row',
    sign('back'),
    sign('reload'),
    element('span', 'field', lockOf(url), element('span', 'host', shortOf(url))),
    sign('dots'),
  );
  return element('div', 'desktop', element('div', 'tabs', tab), row);
}

function bottomBar({ look, insets }: BarSettings): HTMLElement {
  // Three keys, as Android had them before gestures.
  if (look === 'android' && insets.bottom >= 40) {
    return element('div', 'keys', sign('back'), sign('circle'), sign('square'));
  }
  return element('div', 'gesture', element('span', 'handle'));
}

function lockOf(url: string): SVGElement {
  return sign(/^https:/.test(url) ? 'lock' : 'open');
}

function hostOf(url: string): string {
  return URL.parse(url)?.host.replace(/^www\./, '') ?? url;
}

function shortOf(url: string): string {
  return url.replace(/^https?:\/\//, '').slice(0, 200);
}

/** What the page itself is painted on. */
function paperOf(page: Element): string {
  for (const one of [document.body, page]) {
    if (one === null) continue;
    const { backgroundColor } = getComputedStyle(one);
    if (!/^rgba\(.*, 0\)$/.test(backgroundColor)) return backgroundColor;
  }
  const isDarkPage =
    /dark/.test(getComputedStyle(page).colorScheme) && matchMedia('(prefers-color-scheme: dark)').matches;
  return isDarkPage ? 'rgb(18, 18, 18)' : 'rgb(255, 255, 255)';
}

/** https://www.w3.org/TR/AERT/#color-contrast, which is enough to choose between black and white */
function isDark(colour: string): boolean {
  const [red = 255, green = 255, blue = 255] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return red * 299 + green * 587 + blue * 114 < 128_000;
}

Object.assign(globalThis, { todokuBars: { show, hide } satisfies Bars });
