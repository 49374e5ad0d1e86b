/** RFC 3986's characters: Japanese text may follow a link without a space. */
const textLink = /https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+/g;
const htmlLink = /<a\s[^<>]*?href\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;
const htmlImage = /<img\s[^<>]*?src\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;

/** The links of a message's text, then those that only its HTML has; each once, in the order of reading. */
export function linksIn(text: string, html: string): string[] {
  const links = new Set<string>();
  for (const [link] of text.matchAll(textLink)) links.add(withoutEnd(link));
  for (const link of addressesIn(html, htmlLink)) links.add(link);
  return [...links];
}

/** The images that an HTML body loads from elsewhere, the 1×1 ones that count readers too; each once. */
export function imagesIn(html: string): string[] {
  return [...new Set(addressesIn(html, htmlImage))];
}

function addressesIn(html: string, attribute: RegExp): string[] {
  return [...html.matchAll(attribute)]
    .map(([, double, single]) => unescaped(double ?? single ?? '').trim())
    .filter((address) => /^https?:\/\//i.test(address));
}

/** Punctuation at a link's end belongs to the sentence. A loop: a pattern would try every run of it anew at each of its characters. */
function withoutEnd(link: string): string {
  let end = link.length;
  while (end > 0 && ".,;:!?'()[]".includes(link.charAt(end - 1))) end -= 1;
  return link.slice(0, end);
}

/** What a reader sees of an HTML body, roughly: for search. Every step looks at each character a few times at most. */
export function readableText(html: string): string {
  return unescaped(
    withoutHidden(html)
      .replace(/<[^<>]*>/g, ' ')
      .replace(/\s+/g, ' '),
  );
}

/** Without the elements that show nothing; one that does not end is left where it is. */
function withoutHidden(html: string): string {
  const open = /<(style|script|title)\b/gi;
  const endless = new Set<string>();
  let shown = '';
  let from = 0;
  for (let found = open.exec(html); found !== null; found = open.exec(html)) {
    const name = (found[1] ?? '').toLowerCase();
    if (endless.has(name)) continue;
    const close = new RegExp(`</${name}>`, 'gi');
    close.lastIndex = open.lastIndex;
    if (close.exec(html) === null) {
      endless.add(name);
      continue;
    }
    shown += `${html.slice(from, found.index)} `;
    from = close.lastIndex;
    open.lastIndex = from;
  }
  return shown + html.slice(from);
}

const entities: ReadonlyMap<string, string> = new Map(
  Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }),
);

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities.get(String(name).toLowerCase()) ?? whole;
    const code = Number.parseInt(decimal ?? hex, decimal === undefined ? 16 : 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
