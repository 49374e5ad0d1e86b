import type { NativeNode } from './native-node.ts';

export type Dialect = 'android' | 'ios' | 'desktop';

/** What the driver says about the window. */
export interface Setting {
  readonly scale: number;
  readonly app: { readonly name: string; readonly package: string };
}

/** An element as the page source of a system shows it. */
export interface DialectElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly DialectElement[];
  /** Undefined: made up by the source, and no element. */
  readonly node: NativeNode | undefined;
}

export function* elementsOf(element: DialectElement): Generator<DialectElement> {
  yield element;
  for (const child of element.children) yield* elementsOf(child);
}
