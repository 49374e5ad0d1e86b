import { linksIn } from '../mailbox/index.ts';
import type { Letter } from './letter.ts';

/** A link of the HTML body and the text that a reader taps. */
export interface Anchor {
  readonly href: string;
  readonly text: string;
}

/** No mail that a person made has more. */
const anchorsMax = 1_000;
const textMax = 500;

export function anchorsOf({ tags }: Letter): readonly Anchor[] {
  const anchors: Anchor[] = [];
  let open: { href: string; text: string } | undefined;
  for (const { name, isEnd, attributes, textBefore } of tags) {
    if (open !== undefined && open.text.length < textMax) open.text += textBefore;
    if (name !== 'a') continue;
    if (open !== undefined) anchors.push({ href: open.href, text: open.text.replace(/\s+/g, ' ').trim() });
    if (anchors.length === anchorsMax) break;
    open = isEnd ? undefined : { href: unescaped(attributes.get('href') ?? '').trim(), text: '' };
  }
  return anchors.filter(({ href }) => href !== '');
}

/** Every link of text and HTML, each once, that is a URL. */
export function urlsOf({ text, html }: Letter): readonly URL[] {
  return linksIn(text, html)
    .slice(0, anchorsMax)
    .flatMap((link) => {
      const url = URL.parse(link);
      return url === null ? [] : [url];
    });
}

/** What an attribute escapes in a link; more than that no link needs. */
function unescaped(value: string): string {
  return value.replaceAll('&amp;', '&');
}
