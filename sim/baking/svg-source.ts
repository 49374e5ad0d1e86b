import { DOMParser, type Element } from '@xmldom/xmldom';
import { type Bilingual, ServiceError } from '../errors/index.ts';

/** A stretch of a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** An SVG: its text, its root as XML says it is, and where the root's tag and its child elements stand in the text. */
export interface SvgSource {
  readonly text: string;
  readonly root: Element;
  readonly rootTag: Span;
  readonly children: readonly { readonly element: Element; readonly span: Span }[];
}

export const svgNamespace = 'http://www.w3.org/2000/svg';

const reasons = {
  encoding: { ja: '文字コードが UTF-8 ではありません', en: 'it is not written in UTF-8' },
  doctype: {
    ja: 'DOCTYPE（文書型宣言）があります。安全のため、これを持つ画像は読み取りません',
    en: 'there is a DOCTYPE, which is not read for safety’s sake',
  },
  malformed: { ja: 'XML として正しくありません', en: 'it is not well-formed XML' },
  root: { ja: '一番外側の要素が SVG の svg ではありません', en: 'the outermost element is not svg of SVG' },
  many: { ja: '要素が多すぎます', en: 'it has too many elements' },
  deep: { ja: '要素の入れ子が深すぎます', en: 'its elements are nested too deep' },
} as const satisfies Record<string, Bilingual>;

const depthMax = 256;
/** A tree of as many takes about half a second. */
const elementsMax = 30_000;

/** Throws ServiceError `badge-svg-refused`. */
export function readSvg(file: Uint8Array): SvgSource {
  const text = decoded(file);
  const declared = /^\uFEFF?<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']/.exec(text.slice(0, 200))?.[1];
  if (declared !== undefined && !/^(?:utf-8|us-ascii)$/i.test(declared)) throw refused(text, 0, 'encoding');
  const { rootTag, children: spans } = spansOf(text);
  const root = parsed(text);
  if (root.namespaceURI !== svgNamespace || root.localName !== 'svg') throw refused(text, rootTag.start, 'root');
  const elements = childElementsOf(root);
  const children = spans.map((span, index) => {
    const element = elements[index];
    if (element === undefined || !text.startsWith(`<${element.tagName}`, span.start)) {
      throw refused(text, span.start, 'malformed');
    }
    return { element, span };
  });
  if (elements.length !== spans.length) throw refused(text, rootTag.start, 'malformed');
  return { text, root, rootTag, children };
}

function decoded(file: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file);
  } catch {
    throw refused('', 0, 'encoding');
  }
}

function parsed(text: string): Element {
  try {
    const parser = new DOMParser({
      locator: false,
      onError: (_level, message) => {
        throw new SyntaxError(message);
      },
    });
    const root = parser.parseFromString(text.replace(/^\uFEFF/, ''), 'image/svg+xml').documentElement;
    if (root !== null) return root;
  } catch {
    // What it says of the place is for developers; a line is found by us where one can be.
  }
  throw refused(text, 0, 'malformed');
}

function childElementsOf(root: Element): Element[] {
  const found: Element[] = [];
  for (let node = root.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === node.ELEMENT_NODE) found.push(node as Element);
  }
  return found;
}

/**
 * Where tags stand: XML parsers do not tell, and what is written back must be the same text around them. One pass that
 * never goes back, before anything else looks at the text: a DOCTYPE, and with it every entity, ends here.
 */
function spansOf(text: string): { readonly rootTag: Span; readonly children: readonly Span[] } {
  const children: Span[] = [];
  let rootTag: Span | undefined;
  let childStart = 0;
  let depth = 0;
  let elements = 0;
  for (let start = text.indexOf('<'); start >= 0; ) {
    const end = markupEnd(text, start);
    const opens = /[^!?/]/.test(text[start + 1] ?? '!');
    const closes = text[start + 1] === '/' || (opens && text[end - 2] === '/');
    if (opens) {
      if (depth === 0) {
        if (rootTag !== undefined) throw refused(text, start, 'malformed');
        rootTag = { start, end };
      }
      if (depth === 1) childStart = start;
      depth += 1;
      elements += 1;
      if (depth > depthMax) throw refused(text, start, 'deep');
      if (elements > elementsMax) throw refused(text, start, 'many');
    }
    if (closes) {
      depth -= 1;
      if (depth < 0) throw refused(text, start, 'malformed');
      if (depth === 1) children.push({ start: childStart, end });
    }
    start = text.indexOf('<', end);
  }
  if (rootTag === undefined || depth !== 0) throw refused(text, text.length, 'malformed');
  return { rootTag, children };
}

/** Behind the markup that begins at a `<`. */
function markupEnd(text: string, start: number): number {
  const behind = (closing: string, from: number): number => {
    const at = text.indexOf(closing, from);
    if (at < 0) throw refused(text, start, 'malformed');
    return at + closing.length;
  };
  if (text.startsWith('<!--', start)) return behind('-->', start + 4);
  if (text.startsWith('<![CDATA[', start)) return behind(']]>', start + 9);
  if (text.startsWith('<?', start)) return behind('?>', start + 2);
  if (text.startsWith('<!', start)) throw refused(text, start, 'doctype');
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text[at];
    if (character === '>') return at + 1;
    if (character === '<') break;
    if (character === '"' || character === "'") at = behind(character, at + 1) - 1;
  }
  throw refused(text, start, 'malformed');
}

function refused(text: string, at: number, reason: keyof typeof reasons): ServiceError {
  const line = text.slice(0, at).split('\n').length;
  return new ServiceError('badge-svg-refused', { line, reasonJa: reasons[reason].ja, reasonEn: reasons[reason].en });
}
