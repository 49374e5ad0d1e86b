import { AgentFault } from './agent-fault.ts';
import { androidAttribute, iosAttribute } from './attribute.ts';
import { told } from './dialect.ts';
import { type Dialect, type DialectElement, elementsOf, type Setting } from './dialect-element.ts';
import { ElementRegistry, type Subject } from './element-registry.ts';
import { kindOf, typable } from './kind.ts';
import { located } from './locator.ts';
import type { Box, NativeNode } from './native-node.ts';
import { nativeTree } from './native-tree.ts';
import { callPage } from './page-commands.ts';
import { SourceDocument } from './source-document.ts';
import { scrollTo } from './ui-scrolling.ts';
import { askOnPage, findOnPage } from './web-commands.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** What the driver asks about the elements of a page. */
export class Agent {
  readonly #registry: ElementRegistry;
  #frames: readonly (NativeNode | null)[] = [];

  constructor(document: number) {
    this.#registry = new ElementRegistry(document);
  }

  native(frames: readonly (NativeNode | null)[]): NativeNode {
    return nativeTree(this.#registry, frames);
  }

  /** Throws AgentFault. */
  subject(key: string): Subject {
    return this.#registry.subject(key);
  }

  keyOf(subject: Subject): string {
    return this.#registry.keyOf(subject);
  }

  call(command: string, given: readonly unknown[], setting: Setting, frames: readonly (NativeNode | null)[]): unknown {
    this.#frames = frames;
    const words = given as readonly string[];
    const [first = '', second = '', third = ''] = words;
    if (command === 'find' && words[3] === 'web')
      return findOnPage(this.#registry, first, second, given[2] as string | null);
    const isOnPage = command === 'property' || command === 'css' || words.slice(1).at(-1) === 'web';
    if (isOnPage) return askOnPage(this.#registry, command, first, second);
    switch (command) {
      case 'keyboard':
        return isTypedInto(document.activeElement);
      case 'source':
        if (first === 'web') return document.documentElement.outerHTML;
        return new SourceDocument(this.#tree(first as Dialect, setting)).text;
      case 'find':
        return this.#find(first, second, given[2] as string | null, given[3] as Dialect, setting);
      case 'attribute':
        return this.#attribute(first, second, third as Dialect, setting);
      case 'text':
        return this.#text(first, second as Dialect, setting);
      case 'name':
        return this.#told(first, second as Dialect, setting).name;
      case 'rect':
        return this.#rect(first, second as Dialect, setting);
      case 'displayed':
        return this.#told(first, second as Dialect, setting).node?.shown !== undefined;
      case 'enabled':
        return this.#told(first, second as Dialect, setting).node?.isEnabled;
      case 'selected': {
        const node = this.#told(first, second as Dialect, setting).node;
        return node?.isChecked ?? node?.isSelected;
      }
      case 'tapPoint':
        return this.#tapPoint(first, second as Dialect, setting);
      case 'active':
        return this.#active();
      case 'focus':
        return this.#focus(first);
      case 'clear':
        return this.#clear(first);
      default:
        return callPage(this.#registry, command, given);
    }
  }

  #tree(dialect: Dialect, setting: Setting): DialectElement {
    return told(this.native(this.#frames), dialect, setting);
  }

  /** Keys of all that are found. */
  async #find(
    using: string,
    value: string,
    root: string | null,
    dialect: Dialect,
    setting: Setting,
  ): Promise<string[]> {
    if (using === '-android uiautomator') {
      await scrollTo(
        value,
        (element) => this.#registry.subject(element),
        () => this.#tree(dialect, setting),
      );
    }
    const tree = root === null ? this.#tree(dialect, setting) : this.#told(root, dialect, setting);
    const found = located(tree, using, value, dialect, setting);
    return found.flatMap(({ node }) => (node === undefined ? [] : [node.key]));
  }

  #told(key: string, dialect: Dialect, setting: Setting): DialectElement {
    for (const element of elementsOf(this.#tree(dialect, setting))) if (element.node?.key === key) return element;
    throw new AgentFault('stale element reference', `The element '${key}' is not on the screen any more`);
  }

  #attribute(key: string, name: string, dialect: Dialect, setting: Setting): string | null {
    const element = this.#told(key, dialect, setting);
    if (dialect === 'android') return androidAttribute(element, name);
    return dialect === 'ios' ? iosAttribute(element, name) : (element.attributes[name] ?? null);
  }

  #text(key: string, dialect: Dialect, setting: Setting): string {
    const { attributes } = this.#told(key, dialect, setting);
    if (dialect === 'android') return attributes.text ?? '';
    if (dialect === 'ios') return attributes.value ?? attributes.label ?? attributes.name ?? '';
    return attributes['Value.Value'] ?? attributes.Name ?? '';
  }

  #rect(key: string, dialect: Dialect, { scale, app }: Setting): Box {
    const { node } = this.#told(key, dialect, { scale, app });
    const box = (dialect === 'android' ? node?.shown : node?.frame) ?? { x: 0, y: 0, width: 0, height: 0 };
    const by = dialect === 'android' ? scale : 1;
    const [left, top] = [Math.round(box.x * by), Math.round(box.y * by)];
    return {
      x: left,
      y: top,
      width: Math.round((box.x + box.width) * by) - left,
      height: Math.round((box.y + box.height) * by) - top,
    };
  }

  #tapPoint(key: string, dialect: Dialect, setting: Setting): Point {
    const { node } = this.#told(key, dialect, setting);
    if (node?.shown === undefined) {
      throw new AgentFault(
        'element not interactable',
        `The element '${key}' is not visible on the screen and thus is not interactable`,
      );
    }
    const { x, y, width, height } = node.shown;
    return { x: x + width / 2, y: y + height / 2 };
  }

  #active(): string | null {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active === null || active === document.body ? null : this.#registry.keyOf(active);
  }

  #focus(key: string): void {
    (this.#registry.element(key) as HTMLElement).focus();
  }

  #clear(key: string): void {
    const element = this.#registry.element(key);
    const isField = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
    if (!isField || element.disabled || element.readOnly) {
      throw new AgentFault(
        'invalid element state',
        `Cannot set the element to ''. Did you interact with the correct element?`,
      );
    }
    element.focus();
    element.select();
    // As a person does it: the page hears of it by its input event.
    document.execCommand('delete');
  }
}

/** Whether it brings up the keyboard. */
function isTypedInto(element: Element | null): boolean {
  const kind = element === null ? undefined : kindOf(element);
  return kind !== undefined && typable.has(kind) && !(element as HTMLInputElement).readOnly;
}
