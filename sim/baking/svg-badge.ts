import { ServiceError } from '../errors/index.ts';
import { type BadgeVersion, badgeVersions } from './badge-version.ts';
import { type CredentialText, textBytesMax, tooLarge } from './credential-text.ts';
import { readSvg, type SvgSource } from './svg-source.ts';

export interface SvgText {
  /** The attribute for a JWS, the element's own text for JSON. */
  readonly carrier: 'verify' | 'text';
  readonly text: string;
}

/**
 * https://www.imsglobal.org/spec/ob/v3p0/#svg ;
 * https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/baking/index.html
 */
const elements: Readonly<Record<BadgeVersion, { readonly namespace: string; readonly name: string }>> = {
  ob3: { namespace: 'https://purl.imsglobal.org/ob/v3p0', name: 'credential' },
  ob2: { namespace: 'http://openbadges.org', name: 'assertion' },
};

/**
 * Puts a credential into an SVG as its only one of that version, right behind the root's tag. All other text stays.
 * JSON stays the same value, and the same text but for what XML cannot hold as it is. Throws ServiceError
 * `badge-svg-refused`.
 */
export function bakeSvg(file: Uint8Array, credential: CredentialText, version: BadgeVersion): Uint8Array {
  const source = readSvg(file);
  const { text, root, rootTag } = source;
  const { namespace } = elements[version];
  const bound = root.getAttribute('xmlns:openbadges');
  const declaration = ` xmlns:openbadges="${namespace}"`;
  // A root that binds the prefix to the other version keeps it; then the element binds it for itself.
  const element = elementOf(credential, version, bound === null || bound === namespace ? '' : declaration);
  const isEmpty = text[rootTag.end - 2] === '/';
  const tag = text.slice(rootTag.start, rootTag.end - (isEmpty ? 2 : 1));
  const nameEnd = 1 + root.tagName.length;
  const opened = `${tag.slice(0, nameEnd)}${bound === null ? declaration : ''}${tag.slice(nameEnd)}>`;
  const closed = isEmpty ? `</${root.tagName}>` : '';
  const before = text.slice(0, rootTag.start);
  return Buffer.from(`${before}${opened}${element}${closed}${withoutBadges(source, version)}`);
}

/** What follows the root's tag, without what an earlier baking put there. */
function withoutBadges(source: SvgSource, version: BadgeVersion): string {
  let [rest, at] = ['', source.rootTag.end];
  for (const { span } of badgesIn(source, version)) {
    rest += source.text.slice(at, span.start);
    at = span.end;
  }
  return rest + source.text.slice(at);
}

function elementOf({ text, kind }: CredentialText, version: BadgeVersion, declaration: string): string {
  const name = `openbadges:${elements[version].name}`;
  if (kind === 'jws') return `<${name}${declaration} verify="${text}"/>`;
  return `<${name}${declaration}><![CDATA[${characterData(text)}]]></${name}>`;
}

/**
 * JSON that stands in CDATA and comes back the same from every reader: `]]>` and what is no character of XML can only
 * be within strings and are escaped there; line ends between members are made LF, as an XML parser would
 * (https://www.w3.org/TR/xml/#sec-line-ends).
 */
function characterData(json: string): string {
  return json
    .replaceAll(']]>', ']]\\u003e')
    .replace(/[\uFFFE\uFFFF]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`)
    .replace(/\r\n?/g, '\n');
}

/**
 * Throws ServiceError `badge-svg-refused`, `badge-not-baked`, `badge-baked-twice`, `badge-text-unreadable`,
 * `badge-too-large`.
 */
export function unbakeSvg(file: Uint8Array): SvgText & { readonly version: BadgeVersion } {
  const source = readSvg(file);
  for (const version of badgeVersions) {
    const place = `openbadges:${elements[version].name}`;
    const texts = badgesIn(source, version).map(({ element }) => {
      const verify = element.getAttribute('verify')?.trim() ?? '';
      const text = textOf(element, place);
      // OB 2.0 names the hosted copy in `verify` beside the text; OB 3.0 has one or the other.
      if (version === 'ob3' && verify !== '' && text !== '' && verify !== text) throw twice(place);
      return text === '' ? ({ carrier: 'verify', text: verify } as const) : ({ carrier: 'text', text } as const);
    });
    const [found, ...others] = texts;
    if (found === undefined) continue;
    if (others.some(({ text }) => text !== found.text)) throw twice(place);
    if (found.text.length > textBytesMax) throw tooLarge();
    return { version, ...found };
  }
  throw new ServiceError('badge-not-baked');
}

function badgesIn({ children }: SvgSource, version: BadgeVersion): SvgSource['children'] {
  const { namespace, name } = elements[version];
  return children.filter(({ element }) => element.namespaceURI === namespace && element.localName === name);
}

function textOf(element: SvgSource['root'], place: string): string {
  let text = '';
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === node.TEXT_NODE || node.nodeType === node.CDATA_SECTION_NODE) text += node.nodeValue ?? '';
    else if (node.nodeType !== node.COMMENT_NODE) {
      throw new ServiceError('badge-text-unreadable', {
        place,
        reasonJa: '文字以外の要素があります',
        reasonEn: 'there are elements in it, not only text',
      });
    }
  }
  return text.trim();
}

function twice(place: string): ServiceError {
  return new ServiceError('badge-baked-twice', { place });
}
