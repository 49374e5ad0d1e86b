import type { Session } from '../session.ts';
import type { AppWindow, Box, Dialect, Point } from '../window/app-window.ts';

/** How elements are told: as a driver of the system tells them, or as a page’s own. */
export type Manner = Dialect | 'web';

/** What the agent of a window answers; nodes by the numbers that it gave them. */
export interface Agent {
  find(strategy: string, selector: string, from?: number): Promise<number[]>;
  source(): Promise<string>;
  text(node: number): Promise<string>;
  attribute(node: number, name: string): Promise<string | null>;
  property(node: number, name: string): Promise<unknown>;
  css(node: number, name: string): Promise<string>;
  name(node: number): Promise<string>;
  role(node: number): Promise<string>;
  label(node: number): Promise<string>;
  /** In CSS pixels of the window. */
  box(node: number): Promise<Box>;
  /** Where a finger would touch it, after it was scrolled into sight. */
  clickPoint(node: number): Promise<Point>;
  isDisplayed(node: number): Promise<boolean>;
  isEnabled(node: number): Promise<boolean>;
  isSelected(node: number): Promise<boolean>;
  active(): Promise<number | null>;
  isEditable(node: number): Promise<boolean>;
  /** Puts the caret behind what stands in the field. */
  focus(node: number): Promise<void>;
  clear(node: number): Promise<void>;
  /** Writes the name into the element’s `data-todoku-element`, for the page to find it by. */
  mark(node: number, name: string): Promise<void>;
  /** The element that the page has marked so; the mark is gone then. */
  marked(name: string): Promise<number>;
}

export function agentOf(session: Session, window: AppWindow): Agent {
  const manner: Manner = session.isWeb ? 'web' : session.dialect;
  const ask = <Answer>(command: string, ...given: Parameters<AppWindow['agent']>[1][]): Promise<Answer> =>
    window.agent<Answer>(command, ...given);
  return {
    find: (strategy, selector, from) => ask('find', manner, strategy, selector, from ?? null),
    source: () => ask('source', manner),
    text: (node) => ask('text', manner, node),
    attribute: (node, name) => ask('attribute', manner, node, name),
    property: (node, name) => ask('property', node, name),
    css: (node, name) => ask('css', node, name),
    name: (node) => ask('name', manner, node),
    role: (node) => ask('role', node),
    label: (node) => ask('label', node),
    box: (node) => ask('box', node),
    clickPoint: (node) => ask('clickPoint', manner, node),
    isDisplayed: (node) => ask('isDisplayed', node),
    isEnabled: (node) => ask('isEnabled', node),
    isSelected: (node) => ask('isSelected', node),
    active: () => ask('active'),
    isEditable: (node) => ask('isEditable', node),
    focus: (node) => ask('focus', node),
    clear: (node) => ask('clear', node),
    mark: (node, name) => ask('mark', node, name),
    marked: (name) => ask('marked', name),
  };
}
