import { AgentFault } from './agent-fault.ts';
import type { ElementRegistry } from './element-registry.ts';
import { frameOf, overlap, windowBox } from './visible-box.ts';

/** Keys of elements of the page itself, as in a browser. https://www.w3.org/TR/webdriver2/#locator-strategies */
export function findOnPage(registry: ElementRegistry, using: string, value: string, root: string | null): string[] {
  const start = root === null ? document : registry.element(root);
  return matches(using, value, start).map((element) => registry.keyOf(element));
}

function matches(using: string, value: string, root: Document | Element): Element[] {
  try {
    switch (using) {
      case 'css selector':
        return [...root.querySelectorAll(value)];
      case 'tag name':
        return [...root.getElementsByTagName(value)];
      case 'link text':
        return linksOf(root).filter((link) => link.innerText.trim() === value);
      case 'partial link text':
        return linksOf(root).filter((link) => link.innerText.includes(value));
      case 'xpath':
        return byPath(value, root);
    }
  } catch (error) {
    throw new AgentFault('invalid selector', `'${value}' is not valid: ${(error as Error).message}`);
  }
  throw new AgentFault('invalid selector', `Locator Strategy '${using}' is not supported for this session`);
}

function linksOf(root: Document | Element): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('a')];
}

function byPath(path: string, root: Node): Element[] {
  const found = document.evaluate(path, root, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE, null);
  const nodes = Array.from({ length: found.snapshotLength }, (_, index) => found.snapshotItem(index));
  return nodes.filter((node) => node instanceof Element);
}

const answers: Readonly<Record<string, (element: HTMLElement, name: string) => unknown>> = {
  attribute: attributeOf,
  property: (element, name) => (element as unknown as Record<string, unknown>)[name] ?? null,
  css: (element, name) => getComputedStyle(element).getPropertyValue(name),
  text: (element) => element.innerText.trim(),
  name: (element) => element.tagName.toLowerCase(),
  rect: (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x + scrollX, y: y + scrollY, width, height };
  },
  displayed: isShown,
  enabled: (element) => !element.matches(':disabled'),
  selected: (element) => element.matches(':checked'),
  tapPoint: pointOf,
};

/** What WebDriver asks about an element of a page. Throws AgentFault. */
export function askOnPage(registry: ElementRegistry, command: string, key: string, name: string): unknown {
  const answer = answers[command];
  if (answer === undefined) throw new AgentFault('unknown command', `The agent knows no command '${command}'`);
  return answer(registry.element(key) as HTMLElement, name);
}

/** https://www.w3.org/TR/webdriver2/#get-element-attribute */
function attributeOf(element: HTMLElement, name: string): string | null {
  const property = (element as unknown as Record<string, unknown>)[name];
  if (typeof property === 'boolean') return property || element.hasAttribute(name) ? 'true' : null;
  if (name === 'value' && typeof property === 'string') return property;
  return element.getAttribute(name);
}

function isShown(element: HTMLElement): boolean {
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0;
}

/** https://www.w3.org/TR/webdriver2/#element-click: into view first, then the middle of what is seen. */
function pointOf(element: HTMLElement): { readonly x: number; readonly y: number } {
  let seen = overlap(frameOf([element]), windowBox());
  if (seen === undefined) {
    element.scrollIntoView({ behavior: 'instant', block: 'center', inline: 'nearest' });
    seen = overlap(frameOf([element]), windowBox());
  }
  if (seen === undefined)
    throw new AgentFault('element not interactable', 'element not interactable: element has zero size');
  return { x: seen.x + seen.width / 2, y: seen.y + seen.height / 2 };
}
