/** RFC 3986's characters: Japanese text may follow a link without a space. */
const textLink = /https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+/g;
const htmlLink = /<a\s[^<>]*?href\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;

/** The links of a message's text, then those that only its HTML has; each once, in the order of reading. */
export function linksIn(text: string, html: string): string[] {
  const links = new Set<string>();
  for (const [link] of text.matchAll(textLink)) links.add(withoutPunctuation(link));
  for (const [, double, single] of html.matchAll(htmlLink)) {
    const link = unescaped(double ?? single ?? '').trim();
    if (/^https?:\/\//i.test(link)) links.add(link);
  }
  return [...links];
}

/** What ends the sentence is not the link's. A loop: a pattern looks at a long row of dots once for each of them. */
function withoutPunctuation(link: string): string {
  let end = link.length;
  while (".,;:!?'()[]".includes(link.charAt(end - 1))) end -= 1;
  return link.slice(0, end);
}

/** What a reader sees of an HTML body, roughly: for search. */
export function readableText(html: string): string {
  return unescaped(
    html
      .replace(/<(style|script|title)\b[\s\S]*?<\/\1>/gi, ' ')
      .replace(/<[^<>]*>/g, ' ')
      .replace(/\s+/g, ' '),
  );
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
