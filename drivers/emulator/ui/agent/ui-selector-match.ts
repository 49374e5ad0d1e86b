import { AgentFault } from './agent-fault.ts';
import { type DialectElement, elementsOf } from './dialect-element.ts';
import { javaPattern } from './java-pattern.ts';
import type { UiCall, UiSelector, UiValue } from './ui-selector.ts';

type Attributes = Readonly<Record<string, string>>;

type Match = (attributes: Attributes, value: UiValue) => boolean;

const equal =
  (name: string): Match =>
  (attributes, value) =>
    attributes[name] === String(value);

const matching =
  (name: string): Match =>
  (attributes, value) =>
    javaPattern(String(value)).test(attributes[name] ?? '');

const beginning =
  (name: string): Match =>
  (attributes, value) =>
    (attributes[name] ?? '').toLowerCase().startsWith(String(value).toLowerCase());

const containing =
  (name: string): Match =>
  (attributes, value) =>
    (attributes[name] ?? '').toLowerCase().includes(String(value).toLowerCase());

/** Conditions on one element, by the method of UiSelector. */
const conditions: Readonly<Record<string, Match>> = {
  text: equal('text'),
  textContains: containing('text'),
  textStartsWith: beginning('text'),
  textMatches: matching('text'),
  description: equal('content-desc'),
  descriptionContains: containing('content-desc'),
  descriptionStartsWith: beginning('content-desc'),
  descriptionMatches: matching('content-desc'),
  className: equal('class'),
  classNameMatches: matching('class'),
  packageName: equal('package'),
  packageNameMatches: matching('package'),
  resourceId: equal('resource-id'),
  resourceIdMatches: matching('resource-id'),
  index: equal('index'),
  checkable: equal('checkable'),
  checked: equal('checked'),
  clickable: equal('clickable'),
  enabled: equal('enabled'),
  focusable: equal('focusable'),
  focused: equal('focused'),
  longClickable: equal('long-clickable'),
  scrollable: equal('scrollable'),
  selected: equal('selected'),
};

/** In the order of the tree. Throws AgentFault `invalid selector`. */
export function matchUiSelector(root: DialectElement, { calls }: UiSelector): DialectElement[] {
  let found = [...elementsOf(root)].filter((element) => element.node !== undefined);
  for (const { name, given } of calls.filter(({ name }) => !(name in steps))) {
    const condition = conditions[name];
    if (condition === undefined) throw unknown(name);
    const [value] = values({ name, given });
    found = found.filter(({ attributes }) => condition(attributes, value));
  }
  for (const call of calls) {
    const step = steps[call.name];
    if (step !== undefined) found = step(found, values(call)[0], root);
  }
  return found;
}

type Step = (found: readonly DialectElement[], value: UiValue, root: DialectElement) => DialectElement[];

/** What is taken of those that meet the conditions, or from there. */
const steps: Readonly<Record<string, Step>> = {
  instance: (found, value) => found.slice(Number(value)).slice(0, 1),
  childSelector: (found, value) => unique(found.flatMap((one) => one.children.flatMap((child) => below(child, value)))),
  fromParent: (found, value, root) =>
    unique(found.flatMap((one) => (parentOf(root, one)?.children ?? []).flatMap((child) => below(child, value)))),
};

function below(element: DialectElement, value: UiValue): DialectElement[] {
  if (typeof value !== 'object') throw new AgentFault('invalid selector', 'UiSelector: a UiSelector was expected');
  return matchUiSelector(element, value);
}

function parentOf(root: DialectElement, child: DialectElement): DialectElement | undefined {
  return [...elementsOf(root)].find(({ children }) => children.includes(child));
}

function unique(elements: readonly DialectElement[]): DialectElement[] {
  return [...new Set(elements)];
}

function values({ name, given }: UiCall): [UiValue] {
  const [value] = given;
  if (value === undefined || given.length > 1) {
    // These take true when nothing is said.
    if (given.length === 0 && /able$|ed$/.test(name)) return [true];
    throw new AgentFault('invalid selector', `UiSelector: ${name} takes one value`);
  }
  return [value];
}

function unknown(name: string): AgentFault {
  return new AgentFault('invalid selector', `UiSelector has no ${name} method`);
}
