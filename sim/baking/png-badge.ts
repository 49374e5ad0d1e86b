import { ServiceError } from '../errors/index.ts';
import { type BadgeVersion, badgeVersions } from './badge-version.ts';
import { type PngChunk, pngSignature, readPng } from './png-chunk.ts';
import { internationalText, keywordOf, type PngText, pngTextOf } from './png-text.ts';

/**
 * https://www.imsglobal.org/spec/ob/v3p0/#png ;
 * https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/baking/index.html
 */
const keywords: Readonly<Record<BadgeVersion, string>> = { ob3: 'openbadgecredential', ob2: 'openbadges' };

/**
 * Puts a text into a PNG as its only one of that version, right behind IHDR, where every reader meets it first and no
 * chunk's place is disturbed. All other bytes stay. Throws ServiceError `badge-png-broken`.
 */
export function bakePng(file: Uint8Array, text: string, version: BadgeVersion): Uint8Array {
  const { chunks, rest } = readPng(file);
  const [header, ...others] = chunks.filter((chunk) => keywordOf(chunk) !== keywords[version]);
  if (header === undefined) throw new TypeError('a PNG was read without its header');
  const baked = internationalText(keywords[version], text);
  return Buffer.concat([pngSignature, header.bytes, baked, ...others.map(({ bytes }) => bytes), rest]);
}

/** Throws ServiceError `badge-png-broken`, `badge-not-baked`, `badge-baked-twice`, `badge-text-unreadable`, `badge-too-large`. */
export function unbakePng(file: Uint8Array): PngText & { readonly version: BadgeVersion } {
  const { chunks } = readPng(file);
  for (const version of badgeVersions) {
    const keyword = keywords[version];
    const found = theOne(
      chunks.filter((chunk) => keywordOf(chunk) === keyword),
      keyword,
    );
    if (found !== undefined) return { version, ...found };
  }
  throw new ServiceError('badge-not-baked');
}

function theOne([first, ...others]: readonly PngChunk[], keyword: string): PngText | undefined {
  if (first === undefined) return undefined;
  const found = pngTextOf(first, keyword);
  // Two readers of two texts would show two credentials. Each other is compared and dropped: one is held at a time.
  if (others.some((chunk) => pngTextOf(chunk, keyword).text !== found.text)) {
    throw new ServiceError('badge-baked-twice', { place: keyword });
  }
  return found;
}
