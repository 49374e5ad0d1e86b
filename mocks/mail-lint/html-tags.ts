/** A tag of an HTML body; what stands between two tags is the text before the second. */
export interface Tag {
  /** In lower case. */
  readonly name: string;
  readonly isEnd: boolean;
  readonly attributes: ReadonlyMap<string, string>;
  /** The declarations of its `style`. */
  readonly style: ReadonlyMap<string, string>;
  /** What stands between the tag before and this one, as written. */
  readonly textBefore: string;
}

/** No mail that a person made has more. */
const tagsMax = 20_000;

/** Elements whose content is no markup: what looks like a tag there is none. */
const rawElements = new Set(['script', 'style', 'title', 'textarea']);

/** Reads as a browser does, roughly, and every character a few times at most, whatever it is given. */
export function readTags(html: string): readonly Tag[] {
  const tags: Tag[] = [];
  let at = 0;
  let textFrom = 0;
  while (tags.length < tagsMax) {
    at = html.indexOf('<', at);
    if (at === -1) break;
    if (html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at + 4);
      if (end === -1) break;
      at = end + 3;
      continue;
    }
    const name = /^<(\/?)([a-zA-Z][a-zA-Z0-9:-]{0,30})/.exec(html.slice(at, at + 40));
    if (name === null) {
      at += 1;
      continue;
    }
    const end = tagEnd(html, at + name[0].length);
    if (end === -1) break;
    const tag = readTag(name, html.slice(at + name[0].length, end), html.slice(textFrom, at));
    tags.push(tag);
    at = end + 1;
    textFrom = at;
    if (!tag.isEnd && rawElements.has(tag.name)) {
      const close = html.slice(at).search(new RegExp(`</${tag.name}\\b`, 'i'));
      if (close === -1) break;
      at += close;
    }
  }
  return tags;
}

/** The `>` that ends a tag: not one inside quotes. */
function tagEnd(html: string, from: number): number {
  let quote = '';
  for (let at = from; at < html.length; at += 1) {
    const character = html.charAt(at);
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at;
  }
  return -1;
}

function readTag([, slash, name = '']: RegExpExecArray, inside: string, textBefore: string): Tag {
  const attributes = new Map<string, string>();
  for (const [, key = '', double, single, bare] of inside.matchAll(
    /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g,
  )) {
    attributes.set(key.toLowerCase(), double ?? single ?? bare ?? '');
  }
  const style = new Map<string, string>();
  for (const declaration of (attributes.get('style') ?? '').split(';')) {
    const colon = declaration.indexOf(':');
    if (colon > 0) {
      style.set(
        declaration.slice(0, colon).trim().toLowerCase(),
        declaration
          .slice(colon + 1)
          .trim()
          .toLowerCase(),
      );
    }
  }
  return { name: name.toLowerCase(), isEnd: slash === '/', attributes, style, textBefore };
}

/** A length in pixels, where it is one. */
export function pixels(value = ''): number | undefined {
  const found = /^(\d+(?:\.\d+)?)(px|pt)?$/.exec(value.trim());
  if (found === null) return undefined;
  return Number(found[1]) * (found[2] === 'pt' ? 4 / 3 : 1);
}
