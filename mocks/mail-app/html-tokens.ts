/** A piece of a mail's HTML, as a lenient reader cuts it. */
export type HtmlToken =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly type: 'close'; readonly name: string }
  /** An element whose inside is no HTML: `<style>` and its like, as a whole. */
  | { readonly type: 'raw'; readonly name: string; readonly text: string };

/** https://html.spec.whatwg.org/multipage/syntax.html#raw-text-elements, and those that browsers read the same way */
const rawNames = new Set(['script', 'style', 'title', 'textarea', 'xmp', 'iframe', 'noembed', 'noframes', 'plaintext']);

const tag = /<(\/?)([a-z][^\s/>]*)/iy;
const attribute = /[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*)))?/y;

/**
 * Cuts HTML into tokens; never throws. Comments, declarations and what is no tag are left out or are text. What is
 * written from these tokens is new HTML: nothing of the original's syntax is kept. Linear in the length of the text.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  /** What no end was found for once: it has none further on either. */
  const endless = new Set<string>();
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open === -1) return yield { type: 'text', text: html.slice(at) };
    if (open > at) yield { type: 'text', text: html.slice(at, open) };
    tag.lastIndex = open;
    const found = tag.exec(html);
    if (found === null) {
      at = endOfOther(html, open, endless);
      if (at === open + 1) yield { type: 'text', text: '<' };
      continue;
    }
    const name = (found[2] ?? '').toLowerCase();
    const { attributes, end } = attributesFrom(html, tag.lastIndex);
    at = end;
    if (found[1] === '/') yield { type: 'close', name };
    else if (!rawNames.has(name)) yield { type: 'open', name, attributes };
    else {
      const close = endless.has(name) ? -1 : endOfRaw(html, name, end);
      if (close === -1) endless.add(name);
      yield { type: 'raw', name, text: html.slice(end, close === -1 ? html.length : close) };
      at = close === -1 ? html.length : close;
    }
  }
}

/** Behind a comment, a declaration or a processing instruction; behind the `<` alone when it is none of these. */
function endOfOther(html: string, open: number, endless: Set<string>): number {
  if (!/[!?/]/.test(html.charAt(open + 1))) return open + 1;
  const end = html.startsWith('<!--', open) ? '-->' : '>';
  const close = endless.has(end) ? -1 : html.indexOf(end, open + 2);
  if (close !== -1) return close + end.length;
  endless.add(end);
  return html.length;
}

function endOfRaw(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}[\\s/>]`, 'gi');
  close.lastIndex = from;
  return close.exec(html)?.index ?? -1;
}

function attributesFrom(html: string, from: number): { attributes: ReadonlyMap<string, string>; end: number } {
  const attributes = new Map<string, string>();
  let at = from;
  for (;;) {
    attribute.lastIndex = at;
    const found = attribute.exec(html);
    if (found === null) break;
    const name = (found[1] ?? '').toLowerCase();
    // The first of two counts: https://html.spec.whatwg.org/multipage/parsing.html#parse-error-duplicate-attribute
    if (!attributes.has(name)) attributes.set(name, found[2] ?? found[3] ?? found[4] ?? '');
    at = attribute.lastIndex;
  }
  const close = html.indexOf('>', at);
  return { attributes, end: close === -1 ? html.length : close + 1 };
}
