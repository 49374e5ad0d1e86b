import { urlOnHost } from './host-url.ts';

/** One link of a Link field: `<…>; rel="next"; title="…"`. */
const link = /<([^<>]{1,2048})>((?:\s*;\s*[\w!#$&+.^`|~*-]+\s*(?:=\s*(?:"[^"]{0,512}"|[^\s",;]{1,512}))?)*)/g;

/**
 * The next page of a list, on the host itself; undefined at the end. `outside` when it lies elsewhere.
 * https://www.rfc-editor.org/rfc/rfc8288#section-3
 */
export function nextPage(field: string | undefined, url: string): string | 'outside' | undefined {
  for (const [, target = '', parameters = ''] of (field ?? '').slice(0, 16_384).matchAll(link)) {
    const [, quoted, bare] = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s",;]+))/i.exec(parameters) ?? [];
    const relations = (quoted ?? bare ?? '').toLowerCase().split(/\s+/);
    if (!relations.includes('next')) continue;
    const next = URL.canParse(target, url) ? new URL(target, url) : undefined;
    // A token goes to the operation that it is for: the query alone may differ.
    const { origin, pathname } = new URL(url);
    const isSame = next?.origin === origin && next.pathname === pathname;
    return (isSame ? urlOnHost(next.href, url) : undefined) ?? 'outside';
  }
  return undefined;
}
