import { AgentFault } from './agent-fault.ts';
import { matchClassChain } from './class-chain.ts';
import { type Dialect, type DialectElement, elementsOf, type Setting } from './dialect-element.ts';
import { parsePredicate } from './predicate.ts';
import { SourceDocument } from './source-document.ts';
import { sought } from './ui-scrolling.ts';
import { parseUiSelector } from './ui-selector.ts';
import { matchUiSelector } from './ui-selector-match.ts';

/** Below `root`, in the order of the document. Throws AgentFault `invalid selector`. */
export function located(
  root: DialectElement,
  using: string,
  value: string,
  dialect: Dialect,
  setting: Setting,
): readonly DialectElement[] {
  if (using === 'xpath') return new SourceDocument(root).evaluate(value);
  if (using === '-android uiautomator' && dialect === 'android') return byUiSelector(root, value);
  if (using === '-ios class chain' && dialect === 'ios') return matchClassChain(root, value);
  if (using === '-ios predicate string' && dialect === 'ios') {
    const holds = parsePredicate(value);
    return [...elementsOf(root)].filter((element) => element !== root && holds(element.attributes));
  }
  const matches = simple(using, value, dialect, setting);
  return [...elementsOf(root)].filter((element) => element !== root && matches(element.attributes, element.name));
}

function byUiSelector(root: DialectElement, value: string): DialectElement[] {
  for (const expression of parseUiSelector(value)) {
    const selector = 'container' in expression ? sought(expression) : expression;
    const found = selector === undefined ? [] : matchUiSelector(root, selector);
    if (found.length > 0) return found;
  }
  return [];
}

type Match = (attributes: Readonly<Record<string, string>>, name: string) => boolean;

function simple(using: string, value: string, dialect: Dialect, { app }: Setting): Match {
  if (using === 'class name' || using === 'tag name') return (_attributes, name) => name === value;
  if (dialect === 'android') {
    // Native views tell the package before the id, those of React Native and Compose the bare id.
    if (using === 'id') return ({ 'resource-id': id }) => id === value || `${app.package}:id/${id}` === value;
    if (using === 'accessibility id') return ({ 'content-desc': description }) => description === value;
  }
  if (dialect === 'ios' && ['id', 'name', 'accessibility id'].includes(using)) return ({ name }) => name === value;
  if (dialect === 'desktop') {
    if (using === 'id' || using === 'accessibility id') return ({ AutomationId }) => AutomationId === value;
    if (using === 'name') return ({ Name }) => Name === value;
  }
  throw new AgentFault('invalid selector', `Locator Strategy '${using}' is not supported for this session`);
}
