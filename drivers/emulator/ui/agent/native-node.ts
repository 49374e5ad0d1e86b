/** What an element is to the person in front of it, in words of no system. */
export type Kind =
  | 'root'
  | 'scroll'
  | 'group'
  | 'text'
  | 'heading'
  | 'button'
  | 'link'
  | 'field'
  | 'text-area'
  | 'secure-field'
  | 'search-field'
  | 'check-box'
  | 'radio'
  | 'switch'
  | 'select'
  | 'slider'
  | 'progress'
  | 'image'
  | 'list'
  | 'item'
  | 'dialog'
  | 'tab'
  | 'web';

/** In CSS pixels of the window. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** An element as an accessibility service sees it: JSON, so that the trees of frames can be put together. */
export interface NativeNode {
  /** Of the registry: see element-registry. */
  readonly key: string;
  readonly kind: Kind;
  /** `data-testid`: what page objects find it by. */
  readonly testId: string | undefined;
  /** `id` in the page. */
  readonly domId: string | undefined;
  /** What is written in it, or typed into it. */
  readonly text: string;
  /** How a screen reader calls it. */
  readonly label: string;
  readonly hint: string;
  readonly frame: Box;
  /** The part that is not cut off; undefined: nothing of it is on the screen. */
  readonly shown: Box | undefined;
  readonly isEnabled: boolean;
  readonly isFocused: boolean;
  readonly isFocusable: boolean;
  readonly isClickable: boolean;
  readonly isScrollable: boolean;
  readonly isSelected: boolean;
  /** Undefined: it is nothing that can be checked. */
  readonly isChecked: boolean | undefined;
  readonly children: readonly NativeNode[];
}

/** The node and everything below it, in the order of the document. */
export function* nodesOf(node: NativeNode): Generator<NativeNode> {
  yield node;
  for (const child of node.children) yield* nodesOf(child);
}
