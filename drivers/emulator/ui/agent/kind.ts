import type { Kind } from './native-node.ts';

/** https://www.w3.org/TR/wai-aria-1.2/#role_definitions */
const byRole: Readonly<Record<string, Kind>> = {
  alertdialog: 'dialog',
  button: 'button',
  checkbox: 'check-box',
  combobox: 'select',
  dialog: 'dialog',
  heading: 'heading',
  img: 'image',
  image: 'image',
  link: 'link',
  list: 'list',
  listbox: 'list',
  listitem: 'item',
  menuitem: 'button',
  option: 'item',
  progressbar: 'progress',
  radio: 'radio',
  searchbox: 'search-field',
  slider: 'slider',
  switch: 'switch',
  tab: 'tab',
  textbox: 'field',
};

const byTag: Readonly<Record<string, Kind>> = {
  BUTTON: 'button',
  DIALOG: 'dialog',
  H1: 'heading',
  H2: 'heading',
  H3: 'heading',
  H4: 'heading',
  H5: 'heading',
  H6: 'heading',
  IFRAME: 'web',
  IMG: 'image',
  LI: 'item',
  METER: 'progress',
  OL: 'list',
  PROGRESS: 'progress',
  SELECT: 'select',
  SUMMARY: 'button',
  TEXTAREA: 'text-area',
  UL: 'list',
};

/** https://html.spec.whatwg.org/multipage/input.html#attr-input-type */
const byInputType: Readonly<Record<string, Kind>> = {
  button: 'button',
  checkbox: 'check-box',
  image: 'button',
  password: 'secure-field',
  radio: 'radio',
  range: 'slider',
  reset: 'button',
  search: 'search-field',
  submit: 'button',
};

/** What an element is; undefined: a mere box. */
export function kindOf(element: Element): Kind | undefined {
  const role = element.getAttribute('role')?.trim().split(/\s+/)[0] ?? '';
  const told = byRole[role];
  if (told !== undefined) return told;
  if (element instanceof HTMLInputElement) return byInputType[element.type] ?? 'field';
  if (element instanceof HTMLElement && element.isContentEditable && !element.parentElement?.isContentEditable) {
    return 'field';
  }
  if (element.tagName === 'A' && element.hasAttribute('href')) return 'link';
  if (element.tagName === 'IMG' && element.getAttribute('alt') === '') return undefined;
  if (role !== 'presentation' && role !== 'none') {
    const known = byTag[element.tagName];
    if (known !== undefined) return known;
  }
  const isPicture = element.tagName === 'CANVAS' || element.tagName === 'svg' || element.tagName === 'VIDEO';
  if (isPicture && element.hasAttribute('aria-label')) return 'image';
  if (element !== document.scrollingElement && element !== document.body && isScrollable(element)) return 'scroll';
  return undefined;
}

export function isScrollable(element: Element): boolean {
  if (element.scrollHeight <= element.clientHeight && element.scrollWidth <= element.clientWidth) return false;
  if (element === document.scrollingElement) return true;
  const { overflowX, overflowY } = getComputedStyle(element);
  return /auto|scroll/.test(overflowX + overflowY);
}

/** Its content is its label, not elements of their own. */
export const labelled: ReadonlySet<Kind> = new Set([
  'button',
  'link',
  'check-box',
  'radio',
  'switch',
  'tab',
  'image',
  'select',
]);

export const clickable: ReadonlySet<Kind> = new Set([
  'button',
  'link',
  'check-box',
  'radio',
  'switch',
  'tab',
  'select',
  'field',
  'text-area',
  'secure-field',
  'search-field',
]);

export const typable: ReadonlySet<Kind> = new Set(['field', 'text-area', 'secure-field', 'search-field']);
