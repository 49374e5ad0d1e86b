/** An element of a page source as a driver tells it, whatever the dialect. */
export interface SourceNode {
  /** `android.widget.Button`, `XCUIElementTypeButton`; of UiAutomator also the attribute `class`. */
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly SourceNode[];
}

interface OpenNode extends SourceNode {
  readonly children: SourceNode[];
}

/** Declarations, comments and the like; a tag with its attributes. Text between tags is nothing that drivers write. */
const piece = /<!--[\s\S]*?-->|<[!?][^>]*>|<\/\s*([\w.:$-]+)\s*>|<([\w.:$-]+)((?:"[^"]*"|'[^']*'|[^>"'])*?)(\/?)>/g;

const attribute = /([\w.:$-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * The tree of a page source (`GET /session/{id}/source` in a native context). What is not well-formed is read as far as
 * it goes: some drivers write names of classes with `$`, and cut what is too deep.
 */
export function parsePageSource(xml: string): SourceNode {
  const root: OpenNode = { tag: '', attributes: {}, children: [] };
  const open: OpenNode[] = [root];
  for (const [, closed, tag, attributes = '', end] of xml.matchAll(piece)) {
    if (closed !== undefined) {
      const at = open.findLastIndex((node) => node.tag === closed);
      if (at > 0) open.length = at;
    } else if (tag !== undefined) {
      const node: OpenNode = { tag, attributes: attributesOf(attributes), children: [] };
      open.at(-1)?.children.push(node);
      if (end !== '/') open.push(node);
    }
  }
  const [only] = root.children;
  return only !== undefined && root.children.length === 1 ? only : root;
}

function attributesOf(text: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [, name = '', double, single] of text.matchAll(attribute)) found[name] = unescaped(double ?? single ?? '');
  return found;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** https://www.w3.org/TR/xml/#sec-references */
function unescaped(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return entities[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Every node from this one on, in document order. */
export function* descendants(node: SourceNode): Generator<SourceNode> {
  yield node;
  for (const child of node.children) yield* descendants(child);
}
