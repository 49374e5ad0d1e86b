import type { ElementRegistry, Subject } from './element-registry.ts';
import { framed } from './framed.ts';
import { clickable, isScrollable, kindOf, labelled, typable } from './kind.ts';
import { givenLabel, painted } from './label.ts';
import { type Box, type Kind, type NativeNode, nodesOf } from './native-node.ts';
import { clipOf, frameOf, overlap, windowBox } from './visible-box.ts';

/** Text that belongs to the element around it, as long as that holds nothing else. */
interface Run {
  readonly texts: readonly Text[];
  readonly text: string;
  readonly clip: Box | undefined;
}

type Item = NativeNode | Run;

const isRun = (item: Item): item is Run => 'texts' in item;

/** The whole document as an accessibility service would tell it; `frames`: the trees of the frames in it, by their order. */
export function nativeTree(registry: ElementRegistry, frames: readonly (NativeNode | null)[]): NativeNode {
  const view = windowBox();
  const modal = document.querySelector(':modal') ?? document.querySelector('[aria-modal="true"]:not([hidden])');
  const walk = new Walk(registry, frames);
  const items = walk.items(modal ?? document.body, view);
  const scrolling = document.scrollingElement ?? document.documentElement;
  const page = walk.node('scroll', scrolling, view, walk.nodes(items));
  return walk.node('root', document.documentElement, view, [{ ...page, frame: view, shown: view }], view);
}

class Walk {
  readonly #registry: ElementRegistry;
  readonly #frames: readonly (NativeNode | null)[];

  constructor(registry: ElementRegistry, frames: readonly (NativeNode | null)[]) {
    this.#registry = registry;
    this.#frames = frames;
  }

  items(element: Element, around: Box | undefined): Item[] {
    if (isLeftOut(element)) return [];
    const style = getComputedStyle(element);
    if (style.display === 'none') return [];
    const clip = clipOf(element, style, around);
    const kind = kindOf(element) ?? (element.hasAttribute('data-testid') ? 'group' : undefined);
    const inner = isOpaque(element, kind)
      ? []
      : childrenOf(element).flatMap((child) => this.#child(child, style, clip));
    const isPlain = inner.every(isRun);
    const isWritten = isPlain && inner.some((item) => isRun(item) && item.text.trim() !== '');
    const isInvisible = style.visibility !== 'visible';
    if (isInvisible) return isPlain ? [] : inner.filter((item) => !isRun(item));
    if (kind !== undefined) {
      const own = kind === 'group' && isWritten ? 'text' : kind;
      return [this.#own(own, element, inner, style.position === 'fixed' ? windowBox() : around)];
    }
    if (isPlain && /^(inline|contents|ruby)/.test(style.display)) return inner;
    if (isWritten) return [this.#text(inner.filter(isRun), element, clip)];
    return isPlain ? [] : this.nodes(inner);
  }

  /** Runs of text among elements become elements of their own. */
  nodes(items: readonly Item[]): NativeNode[] {
    const found: NativeNode[] = [];
    let runs: Run[] = [];
    const flush = (): void => {
      const [subject] = runs.flatMap(({ texts }) => texts);
      if (subject !== undefined && textOf(runs) !== '') found.push(this.#text(runs, subject, runs[0]?.clip));
      runs = [];
    };
    for (const item of items) {
      if (isRun(item)) runs.push(item);
      else {
        flush();
        found.push(item);
      }
    }
    flush();
    return found;
  }

  node(kind: Kind, element: Element, clip: Box | undefined, children: readonly NativeNode[], frame?: Box): NativeNode {
    const box = frame ?? frameOf([element]);
    const label = givenLabel(element);
    const { text, hint } = written(element, kind);
    return {
      key: this.#registry.keyOf(element),
      kind,
      testId: element.getAttribute('data-testid') ?? undefined,
      domId: element.id || undefined,
      text,
      label: label || text,
      hint,
      frame: plain(box),
      shown: clip && overlap(box, clip),
      isEnabled: !element.matches(':disabled') && element.getAttribute('aria-disabled') !== 'true',
      isFocused: isFocused(element),
      isFocusable: (element as HTMLElement).tabIndex >= 0,
      isClickable: clickable.has(kind) || (element as HTMLElement).tabIndex >= 0,
      isScrollable: kind === 'scroll' && isScrollable(element),
      isSelected: element.getAttribute('aria-selected') === 'true' || element.hasAttribute('aria-current'),
      isChecked: checked(element, kind),
      children,
    };
  }

  #child(child: Node, style: CSSStyleDeclaration, clip: Box | undefined): Item[] {
    if (child instanceof Element) {
      return child.tagName === 'BR' ? [{ texts: [], text: '\n', clip }] : this.items(child, clip);
    }
    if (!(child instanceof Text) || child.data === '' || style.visibility !== 'visible') return [];
    return [{ texts: [child], text: child.data, clip }];
  }

  #own(kind: Kind, element: Element, inner: readonly Item[], clip: Box | undefined): NativeNode {
    const isPlain = inner.every(isRun);
    const content = isPlain ? textOf(inner) : '';
    const nodes =
      element instanceof HTMLIFrameElement ? framed(element, this.#frames, clip) : isPlain ? [] : this.nodes(inner);
    const isLabel = labelled.has(kind) && !nodes.some((one) => [...nodesOf(one)].some(isPart));
    const node = this.node(kind, element, clip, isLabel ? [] : nodes);
    const all = nodes
      .flatMap((one) => [...nodesOf(one)].map(({ text, label }) => text || label))
      .filter((one) => one !== '');
    const text = node.text || content || (isLabel ? all.join(' ') : '');
    return { ...node, text, label: givenLabel(element) || (labelled.has(kind) || isPlain ? text : '') };
  }

  #text(runs: readonly Run[], subject: Subject, clip: Box | undefined): NativeNode {
    const element = subject instanceof Element ? subject : (subject.parentElement ?? document.body);
    const text = textOf(runs);
    const frame = plain(frameOf(subject instanceof Element ? [subject] : runs.flatMap(({ texts }) => texts)));
    return {
      ...this.node('text', element, undefined, [], frame),
      key: this.#registry.keyOf(subject),
      testId: subject instanceof Element ? (subject.getAttribute('data-testid') ?? undefined) : undefined,
      text,
      label: text,
      frame,
      shown: clip && overlap(frame, clip),
      isFocused: false,
      isFocusable: false,
      isClickable: false,
    };
  }
}

/** Something that a person can find or use by itself. */
function isPart({ testId, kind }: NativeNode): boolean {
  return testId !== undefined || clickable.has(kind);
}

function textOf(runs: readonly Item[]): string {
  const text = runs.map((run) => (isRun(run) ? run.text : '')).join('');
  return text.split('\n').every((line) => line.trim() === '') ? '' : lines(runs);
}

function lines(runs: readonly Item[]): string {
  const parts = [''];
  for (const run of runs) {
    if (!isRun(run)) continue;
    if (run.texts.length === 0) parts.push('');
    else parts[parts.length - 1] += run.text;
  }
  return parts.map(painted).join('\n').trim();
}

/** https://www.w3.org/TR/core-aam-1.2/#exclude_elements2 */
function isLeftOut(element: Element): boolean {
  if (/^(SCRIPT|STYLE|TEMPLATE|NOSCRIPT|HEAD|LINK|META|OPTION|DATALIST)$/.test(element.tagName)) return true;
  return element.getAttribute('aria-hidden') === 'true' || (element as HTMLElement).inert === true;
}

/** What is inside is not told. */
function isOpaque(element: Element, kind: Kind | undefined): boolean {
  if (kind !== undefined && typable.has(kind)) return true;
  return /^(SELECT|svg|CANVAS|VIDEO|AUDIO|IMG|IFRAME|PROGRESS|METER)$/.test(element.tagName);
}

function childrenOf(element: Element): Node[] {
  if (element.shadowRoot !== null) return [...element.shadowRoot.childNodes];
  if (element instanceof HTMLSlotElement) {
    const given = element.assignedNodes();
    if (given.length > 0) return given;
  }
  return [...element.childNodes];
}

function written(element: Element, kind: Kind): { readonly text: string; readonly hint: string } {
  const hint = element.getAttribute('placeholder') ?? element.getAttribute('aria-placeholder') ?? '';
  if (element instanceof HTMLSelectElement) return { text: painted(element.selectedOptions[0]?.text ?? ''), hint };
  if (element instanceof HTMLInputElement && kind === 'button') return { text: element.value, hint };
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
    const isTyped = typable.has(kind) || kind === 'slider';
    return { text: isTyped ? element.value : '', hint };
  }
  return { text: typable.has(kind) ? (element.textContent ?? '') : '', hint };
}

function checked(element: Element, kind: Kind): boolean | undefined {
  if (kind !== 'check-box' && kind !== 'radio' && kind !== 'switch') return undefined;
  return element instanceof HTMLInputElement ? element.checked : element.getAttribute('aria-checked') === 'true';
}

function isFocused(element: Element): boolean {
  const { activeElement } = element.getRootNode() as Document | ShadowRoot;
  return activeElement === element && element !== document.body;
}

function plain({ x, y, width, height }: Box): Box {
  return { x, y, width, height };
}
