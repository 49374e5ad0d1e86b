import { AgentFault } from './agent-fault.ts';
import type { ElementRegistry } from './element-registry.ts';

/** What a driver of web pages asks: elements as the page has them, in CSS pixels of its viewport. */
export function callPage(registry: ElementRegistry, command: string, given: readonly unknown[]): unknown {
  const [first = '', second = ''] = given as readonly string[];
  switch (command) {
    case 'page-find':
      return find(registry, first, second, given[2] as string | null);
    case 'page-marked':
      return marked(registry, first);
    default:
      return ask(registry.element(first), command, second);
  }
}

function ask(element: Element, command: string, name: string): unknown {
  switch (command) {
    case 'page-text':
      return visibleText(element);
    case 'page-attribute':
      return attributeOf(element, name);
    case 'page-property':
      return plain(Reflect.get(element, name));
    case 'page-css':
      return getComputedStyle(element).getPropertyValue(name);
    case 'page-name':
      return element.localName;
    case 'page-role':
      return element.getAttribute('role') ?? element.role ?? impliedRole(element);
    case 'page-label':
      return labelOf(element);
    case 'page-rect':
      return rectOf(element);
    case 'page-box':
      return boxOf(element);
    case 'page-tap-point':
      return tapPoint(element);
    case 'page-displayed':
      return isDisplayed(element);
    case 'page-enabled':
      return !element.matches(':disabled');
    case 'page-selected':
      return isSelected(element);
    case 'page-editable':
      return isEditable(element);
    case 'page-mark':
      return element.setAttribute(markName, name);
    default:
      throw new AgentFault('unknown command', `The agent knows no command '${command}'`);
  }
}

const markName = 'data-todoku-element';

/** Below an element, or in the whole document. https://www.w3.org/TR/webdriver2/#locator-strategies */
function find(registry: ElementRegistry, using: string, value: string, from: string | null): string[] {
  const root = from === null ? document : registry.element(from);
  return [...foundIn(root, using, value)].map((element) => registry.keyOf(element));
}

function foundIn(root: Document | Element, using: string, value: string): Iterable<Element> {
  switch (using) {
    case 'css selector':
      return byCss(root, value);
    case 'xpath':
      return byXPath(root, value);
    case 'tag name':
      return byCss(root, value === '*' ? '*' : CSS.escape(value));
    case 'id':
      return byCss(root, `#${CSS.escape(value)}`);
    case 'name':
      return byCss(root, `[name="${CSS.escape(value)}"]`);
    case 'class name':
      return byCss(root, `.${CSS.escape(value)}`);
    case 'link text':
      return links(root).filter((link) => visibleText(link) === value.trim());
    case 'partial link text':
      return links(root).filter((link) => visibleText(link).includes(value));
    default:
      throw new AgentFault('invalid selector', `Locator Strategy '${using}' is not supported for this session`);
  }
}

function byCss(root: Document | Element, selector: string): Iterable<Element> {
  try {
    return root.querySelectorAll(selector);
  } catch (error) {
    throw new AgentFault('invalid selector', error instanceof Error ? error.message : String(error));
  }
}

function byXPath(root: Document | Element, expression: string): Element[] {
  try {
    const found = document.evaluate(expression, root, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE, null);
    const nodes = Array.from({ length: found.snapshotLength }, (_, index) => found.snapshotItem(index));
    if (nodes.every((node) => node instanceof Element)) return nodes;
  } catch (error) {
    throw new AgentFault('invalid selector', error instanceof Error ? error.message : String(error));
  }
  throw new AgentFault('invalid selector', `The expression '${expression.slice(0, 200)}' finds what is no element`);
}

function links(root: Document | Element): Element[] {
  return [...root.querySelectorAll('a')];
}

function visibleText(element: Element): string {
  return element instanceof HTMLElement ? element.innerText.trim() : (element.textContent ?? '').trim();
}

/** https://www.w3.org/TR/webdriver2/#get-element-attribute: boolean ones are true or absent. */
function attributeOf(element: Element, name: string): string | null {
  const value = element.getAttribute(name);
  const property: unknown = Reflect.get(element, name);
  if (value !== null) return typeof property === 'boolean' && value === '' ? 'true' : value;
  // What fields hold stands in no attribute: https://github.com/SeleniumHQ/selenium/wiki/JsonWireProtocol
  if (name === 'value' && typeof property === 'string') return property;
  if (typeof property === 'boolean') return property ? 'true' : null;
  return null;
}

/** Only what JSON has. */
function plain(value: unknown): unknown {
  if (value === undefined || typeof value === 'function' || typeof value === 'symbol') return null;
  if (typeof value !== 'object' || value === null) return value;
  try {
    return JSON.parse(JSON.stringify(value));
  } catch {
    return null;
  }
}

/** As far as forms and buttons need it. https://www.w3.org/TR/accname-1.2/ */
function labelOf(element: Element): string {
  const named = element.getAttribute('aria-label');
  if (named !== null) return named;
  const labels: unknown = Reflect.get(element, 'labels');
  if (labels instanceof NodeList && labels.length > 0) {
    return [...labels].map((label) => label.textContent?.trim() ?? '').join(' ');
  }
  return element.textContent?.trim() ?? '';
}

const roles: Readonly<Record<string, string>> = { a: 'link', button: 'button', img: 'image', input: 'textbox' };

function impliedRole(element: Element): string {
  return roles[element.localName] ?? 'generic';
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** In what is seen of the page. */
function boxOf(element: Element): Box {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x, y, width, height };
}

/** In the whole of the page. */
function rectOf(element: Element): Box {
  const { x, y, width, height } = boxOf(element);
  return { x: x + window.scrollX, y: y + window.scrollY, width, height };
}

/** https://www.w3.org/TR/webdriver2/#element-click: scrolled into view; what lies on top would get the tap. */
function tapPoint(element: Element): { x: number; y: number } {
  element.scrollIntoView({ behavior: 'instant', block: 'center', inline: 'nearest' });
  const { x, y, width, height } = element.getBoundingClientRect();
  if (width === 0 || height === 0) {
    throw new AgentFault('element not interactable', 'The element has no size');
  }
  const left = Math.max(0, x);
  const top = Math.max(0, y);
  const right = Math.min(window.innerWidth, x + width);
  const bottom = Math.min(window.innerHeight, y + height);
  const point = { x: (left + right) / 2, y: (top + bottom) / 2 };
  const onTop = topmost(document, point);
  if (onTop !== null && !isWithin(onTop, element) && !isWithin(element, onTop)) {
    const told = `<${onTop.localName}>`;
    throw new AgentFault('element click intercepted', `The element is not clickable there: ${told} lies on top of it`);
  }
  return point;
}

function topmost(root: Document | ShadowRoot, { x, y }: { x: number; y: number }): Element | null {
  const found = root.elementFromPoint(x, y);
  const inner = found?.shadowRoot;
  return inner && inner !== root ? (topmost(inner, { x, y }) ?? found) : found;
}

/** Also through the roots of components. */
function isWithin(inner: Element, outer: Element): boolean {
  for (let node: Node | null = inner; node !== null; node = node instanceof ShadowRoot ? node.host : node.parentNode) {
    if (node === outer) return true;
  }
  return false;
}

function isDisplayed(element: Element): boolean {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  const { width, height } = element.getBoundingClientRect();
  return (width > 0 && height > 0) || [...element.children].some(isDisplayed);
}

function isSelected(element: Element): boolean {
  if (element instanceof HTMLInputElement) return element.checked;
  return element instanceof HTMLOptionElement && element.selected;
}

const withoutText = ['button', 'checkbox', 'color', 'file', 'hidden', 'image', 'radio', 'range', 'reset', 'submit'];

function isEditable(element: Element): boolean {
  if (element instanceof HTMLInputElement)
    return !withoutText.includes(element.type) && !element.disabled && !element.readOnly;
  if (element instanceof HTMLTextAreaElement) return !element.disabled && !element.readOnly;
  return element instanceof HTMLElement && element.isContentEditable;
}

/** The element that the page’s own world has marked; the mark is gone then. */
function marked(registry: ElementRegistry, name: string): string {
  const element = markedIn(document, name);
  if (element === null) throw new AgentFault('stale element reference', 'The element is not on the page any more');
  element.removeAttribute(markName);
  return registry.keyOf(element);
}

function markedIn(root: Document | ShadowRoot, name: string): Element | null {
  const here = root.querySelector(`[${markName}="${CSS.escape(name)}"]`);
  if (here !== null) return here;
  for (const element of root.querySelectorAll('*')) {
    const below = element.shadowRoot && markedIn(element.shadowRoot, name);
    if (below) return below;
  }
  return null;
}
