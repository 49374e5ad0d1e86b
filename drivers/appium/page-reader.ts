import { type ScreenName, screenCatalogue } from '../handset/index.ts';
import type { ReadScreen } from './screen-reader.ts';
import type { SourceElement } from './source-element.ts';

/** What stands on a page of a browser, as {@link pageScript} tells it. */
export interface ReadPage {
  readonly url: string;
  /** The name of the last `screen-…`; empty: there is none. */
  readonly screen: string;
  readonly texts: readonly string[];
  readonly elements: readonly SourceElement[];
  /** Something is under way that will change the page. */
  readonly isBusy: boolean;
}

/** Runs in the page, of any browser that a phone may have: ES2018, and nothing stays behind. */
export const pageScript = `
const isSeen = (element) => element.getClientRects().length > 0;
const textOf = (element) => (element.innerText || element.textContent || '').trim();
const roleOf = (element) => {
  const type = element.getAttribute('type') || '';
  if (element.matches('input, textarea, select')) return /^(checkbox|radio|button|submit)$/.test(type) ? 'control' : 'field';
  return element.matches('button, a[href], summary, [role="button"], [role="tab"], [role="switch"]') ? 'control' : 'text';
};
const roots = document.querySelectorAll('[data-testid^="screen-"]');
const root = roots[roots.length - 1];
const sentences = root ? Array.from(root.querySelectorAll('[data-testid="text"]')) : [];
const elements = Array.from(document.querySelectorAll('[data-testid]')).filter(isSeen);
return {
  url: location.href,
  screen: root ? root.getAttribute('data-testid').slice('screen-'.length) : '',
  texts: sentences.filter(isSeen).map(textOf).filter((text) => text !== ''),
  elements: elements.map((element) => ({
    id: element.getAttribute('data-testid'),
    text: textOf(element),
    role: roleOf(element),
    isEnabled: !element.matches(':disabled, [aria-disabled="true"]'),
    isVisible: true,
  })),
  isBusy: document.readyState !== 'complete' || document.querySelector('.progress.on, .splash, [aria-busy="true"]') !== null,
};
`;

/** The one element of that id that is seen: a page may keep another one hidden, for wide screens. */
export const elementScript = `
const seen = (element) => element.getClientRects().length > 0;
return Array.from(document.querySelectorAll(arguments[0])).find(seen) || null;
`;

/** The page as a screen: what page objects read of a native context. */
export function screenOfPage({ screen, texts, elements }: ReadPage): ReadScreen {
  const named = elements.filter(({ id }) => id !== 'text');
  const ids = (fits: (element: SourceElement) => boolean): string[] => [
    ...new Set(named.filter(fits).map(({ id }) => id)),
  ];
  return {
    screen: Object.hasOwn(screenCatalogue, screen) ? (screen as ScreenName) : undefined,
    texts,
    fields: ids(({ role }) => role === 'field'),
    controls: ids(({ role, isEnabled }) => role === 'control' && isEnabled),
    disabled: ids(({ role, isEnabled }) => role === 'control' && !isEnabled),
    isDialog: false,
    scrollArea: undefined,
    appPackage: undefined,
  };
}
