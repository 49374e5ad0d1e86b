import { AgentFault } from './agent-fault.ts';
import { type Dialect, type DialectElement, elementsOf, type Setting } from './dialect-element.ts';
import { SourceDocument } from './source-document.ts';

/** Below `root`, in the order of the document. Throws AgentFault `invalid selector`. */
export function located(
  root: DialectElement,
  using: string,
  value: string,
  dialect: Dialect,
  setting: Setting,
): readonly DialectElement[] {
  if (using === 'xpath') return new SourceDocument(root).evaluate(value);
  const matches = simple(using, value, dialect, setting);
  return [...elementsOf(root)].filter((element) => element !== root && matches(element.attributes, element.name));
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
