import { AgentFault } from './agent-fault.ts';
import type { DialectElement } from './dialect-element.ts';

/** The page source as a document, that XPath is asked of. */
export class SourceDocument {
  readonly #document: XMLDocument;
  readonly #elements = new Map<Element, DialectElement>();

  constructor(root: DialectElement) {
    this.#document = document.implementation.createDocument(null, null);
    this.#document.append(this.#made(root));
  }

  get text(): string {
    return `<?xml version="1.0" encoding="UTF-8"?>\n${printed(this.#document.documentElement, '')}`;
  }

  /** In the order of the document. Throws AgentFault `invalid selector`. */
  evaluate(path: string): DialectElement[] {
    try {
      const kind = XPathResult.ORDERED_NODE_SNAPSHOT_TYPE;
      const found = this.#document.evaluate(path, this.#document, null, kind, null);
      const nodes = Array.from({ length: found.snapshotLength }, (_, index) => found.snapshotItem(index));
      return nodes.flatMap((node) => this.#elements.get(node as Element) ?? []);
    } catch (error) {
      throw new AgentFault('invalid selector', `The XPath '${path}' is not valid: ${(error as Error).message}`);
    }
  }

  #made(from: DialectElement): Element {
    const element = this.#document.createElementNS(null, from.name);
    for (const [name, value] of Object.entries(from.attributes)) element.setAttribute(name, printable(value));
    element.append(...from.children.map((child) => this.#made(child)));
    this.#elements.set(element, from);
    return element;
  }
}

/** https://www.w3.org/TR/xml/#charsets */
function printable(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold
  return value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '?');
}

function printed(element: Element, indent: string): string {
  const attributes = [...element.attributes].map(({ name, value }) => ` ${name}="${escaped(value)}"`).join('');
  if (element.children.length === 0) return `${indent}<${element.tagName}${attributes}/>`;
  const inner = [...element.children].map((child) => printed(child, `${indent}  `)).join('\n');
  return `${indent}<${element.tagName}${attributes}>\n${inner}\n${indent}</${element.tagName}>`;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
};

function escaped(value: string): string {
  return value.replace(/[&<>"\n]/g, (character) => escapes[character] ?? character);
}
