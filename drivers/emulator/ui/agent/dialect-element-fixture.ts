import type { DialectElement } from './dialect-element.ts';
import type { NativeNode } from './native-node.ts';

/** An element of a page source, with nothing behind it but its key. */
export function sourceElement(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly DialectElement[]
): DialectElement {
  return { name, attributes, children, node: { key: attributes.key ?? '' } as NativeNode };
}

export function keysOf(found: readonly DialectElement[]): (string | undefined)[] {
  return found.map(({ attributes }) => attributes.key);
}
