import { errors } from 'appium/driver.js';
import { nearest } from '#sim/kernel';
import type { ElementReference } from '../element-reference.ts';
import type { Session } from '../session.ts';
import type { AppWindow, Dialect } from '../window/app-window.ts';
import { agentOf } from './agent.ts';
import { type Commands, requireText } from './command.ts';
import { untilFound } from './implicit-wait.ts';

/** appium-uiautomator2-driver lib/driver · appium-xcuitest-driver lib/driver; web pages: W3C, and what both drivers add. */
const strategies: Readonly<Record<Dialect | 'web', readonly string[]>> = {
  android: ['xpath', 'id', 'class name', 'accessibility id', '-android uiautomator'],
  ios: ['xpath', 'id', 'name', 'class name', 'accessibility id', '-ios predicate string', '-ios class chain'],
  desktop: ['xpath', 'id', 'name', 'class name', 'tag name', 'accessibility id'],
  web: ['css selector', 'xpath', 'link text', 'partial link text', 'tag name', 'id', 'name', 'class name'],
};

const longestSelector = 20_000;

interface Sought {
  readonly strategy: string;
  readonly selector: string;
  /** Below this element; undefined for the whole window. */
  readonly from?: string | undefined;
}

/** Throws `invalid selector` for a strategy that the session does not have. */
function soughtBy(session: Session, strategy: unknown, selector: unknown, from?: string): Sought {
  const manner = session.isWeb ? 'web' : session.dialect;
  const sought = { strategy: requireText(strategy, 'using'), selector: requireText(selector, 'value'), from };
  if (!strategies[manner].includes(sought.strategy)) {
    // @appium/base-driver DriverCore.validateLocatorStrategy
    const told = sought.strategy.slice(0, 80);
    throw new errors.InvalidSelectorError(`Locator Strategy '${told}' is not supported for this session`);
  }
  if (sought.selector.length > longestSelector) {
    throw new errors.InvalidSelectorError(`A selector has at most ${longestSelector} letters`);
  }
  return sought;
}

/** At once; each time anew for whatever is in front now. */
async function look(session: Session, { strategy, selector, from }: Sought): Promise<ElementReference[]> {
  const place = from === undefined ? { window: session.window(), key: undefined } : session.element(from);
  const { window, key } = place;
  const keys = await agentOf(session, window).find(strategy, selector, key);
  return keys.map((one) => session.reference(window, one));
}

async function lookAndWait(session: Session, sought: Sought): Promise<ElementReference[]> {
  return untilFound(session, () => look(session, sought));
}

async function findOne(session: Session, sought: Sought): Promise<ElementReference> {
  const [first] = await lookAndWait(session, sought);
  if (first !== undefined) return first;
  throw new errors.NoSuchElementError(await describeMiss(session, sought));
}

/** What an element that never comes needs to be found: where the handset is, and what is called nearly so there. */
async function describeMiss(session: Session, { strategy, selector }: Sought): Promise<string> {
  const given = `An element could not be located on the page using the given search parameters (${strategy}: ${selector.slice(0, 200)}).`;
  const ids = await idsOn(session.window()).catch(() => []);
  const screen = ids.find((id) => id.startsWith('screen-')) ?? 'without a name';
  const others = [...new Set(ids.filter((id) => !id.startsWith('screen-')))];
  const like = nearestOf(wordIn(selector), others);
  const near = like.length > 0 ? ` Nearest accessibility ids: ${like.join(', ')}.` : ' It has no accessibility ids.';
  return `${given} The screen is '${screen}' of ${session.phone.frontApp().name.en}.${near}`;
}

/** The longest word of a selector: of `//*[@name="log-in"]` it is `log-in`. */
function wordIn(selector: string): string {
  const words = selector.slice(0, 500).match(/[\p{L}\p{N}][\p{L}\p{N}_-]*/gu) ?? [];
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}

const mostNear = 8;

/** The likest first, then the others as they stand. */
function nearestOf(word: string, ids: readonly string[]): string[] {
  const like = nearest(word, ids, '');
  return [...(like === '' ? [] : [like]), ...ids.filter((id) => id !== like)].slice(0, mostNear);
}

const idsBody = `
  const ids = [];
  const walk = (root) => {
    for (const element of root.querySelectorAll('*')) {
      const id = element.getAttribute('data-testid');
      if (id !== null && element.checkVisibility({ visibilityProperty: true })) ids.push(id);
      if (element.shadowRoot) walk(element.shadowRoot);
    }
  };
  walk(document);
  return ids;`;

async function idsOn(window: AppWindow): Promise<string[]> {
  const found = await window.execute(idsBody, []);
  return Array.isArray(found) ? found.filter((id): id is string => typeof id === 'string') : [];
}

async function findElement(session: Session, strategy: unknown, selector: unknown): Promise<ElementReference> {
  return findOne(session, soughtBy(session, strategy, selector));
}

async function findElements(session: Session, strategy: unknown, selector: unknown): Promise<ElementReference[]> {
  return lookAndWait(session, soughtBy(session, strategy, selector));
}

async function findElementFromElement(
  session: Session,
  strategy: unknown,
  selector: unknown,
  from: string,
): Promise<ElementReference> {
  return findOne(session, soughtBy(session, strategy, selector, from));
}

async function findElementsFromElement(
  session: Session,
  strategy: unknown,
  selector: unknown,
  from: string,
): Promise<ElementReference[]> {
  return lookAndWait(session, soughtBy(session, strategy, selector, from));
}

export const findCommands: Commands = {
  findElement,
  findElements,
  findElementFromElement,
  findElementsFromElement,
};
