import type { Json } from '#sim/kernel';
import type { Session } from '../session.ts';
import type { AppWindow, Box, Point } from '../window/app-window.ts';

/** What the agent of a window answers about its elements, which it calls by keys of its own. */
export interface Agent {
  find(strategy: string, selector: string, from: string | undefined): Promise<string[]>;
  source(): Promise<string>;
  text(key: string): Promise<string>;
  attribute(key: string, name: string): Promise<string | null>;
  name(key: string): Promise<string>;
  /** In the units of the client. */
  rect(key: string): Promise<Box>;
  /** In CSS pixels of what is seen of the window. */
  box(key: string): Promise<Box>;
  /** Where a finger would touch it, in CSS pixels; a page is scrolled there. Throws `element not interactable`. */
  tapPoint(key: string): Promise<Point>;
  displayed(key: string): Promise<boolean>;
  enabled(key: string): Promise<boolean>;
  selected(key: string): Promise<boolean>;
  active(): Promise<string | null>;
  /** Whether it takes text. */
  editable(key: string): Promise<boolean>;
  /** Puts the caret behind what stands in the field. */
  focus(key: string): Promise<void>;
  /** Throws `invalid element state` for what is no field. */
  clear(key: string): Promise<void>;
}

export function agentOf(session: Session, window: AppWindow): Agent {
  return session.isWeb ? pageAgent(window) : systemAgent(session, window);
}

/** Elements as the driver of the system tells them. */
function systemAgent({ dialect, scale }: Session, window: AppWindow): Agent {
  const about =
    <Answer>(command: string) =>
    (key: string, ...more: readonly Json[]): Promise<Answer> =>
      window.agent<Answer>(command, key, ...more, dialect);
  return {
    find: (strategy, selector, from) => window.agent('find', strategy, selector, from ?? null, dialect),
    source: () => window.agent('source', dialect),
    text: about('text'),
    attribute: about('attribute'),
    name: about('name'),
    rect: about('rect'),
    box: async (key) => {
      const { x, y, width, height } = await about<Box>('rect')(key);
      return { x: x / scale, y: y / scale, width: width / scale, height: height / scale };
    },
    tapPoint: about('tapPoint'),
    displayed: about('displayed'),
    enabled: about('enabled'),
    selected: about('selected'),
    ...fields(window),
  };
}

/** Elements as the page itself has them. */
function pageAgent(window: AppWindow): Agent {
  const about =
    <Answer>(command: string) =>
    (key: string, ...more: readonly Json[]): Promise<Answer> =>
      window.agent<Answer>(command, key, ...more);
  return {
    find: (strategy, selector, from) => window.agent('page-find', strategy, selector, from ?? null),
    source: async () => String(await window.execute('return document.documentElement.outerHTML;', [])),
    text: about('page-text'),
    attribute: about('page-attribute'),
    name: about('page-name'),
    rect: about('page-rect'),
    box: about('page-box'),
    tapPoint: about('page-tap-point'),
    displayed: about('page-displayed'),
    enabled: about('page-enabled'),
    selected: about('page-selected'),
    ...fields(window),
  };
}

function fields(window: AppWindow): Pick<Agent, 'active' | 'editable' | 'focus' | 'clear'> {
  return {
    active: () => window.agent('active'),
    editable: (key) => window.agent('page-editable', key),
    focus: (key) => window.agent('focus', key),
    clear: (key) => window.agent('clear', key),
  };
}

/** Asks about an element of a page what only pages know: `property`, `css`, `role`, `label`, or marks it. */
export function askPage<Answer>(window: AppWindow, command: string, ...given: readonly Json[]): Promise<Answer> {
  return window.agent<Answer>(`page-${command}`, ...given);
}
