import { ServiceError } from '../errors/index.ts';
import type { BadgeVersion } from './badge-version.ts';
import { credentialTextOf } from './credential-text.ts';
import { bakePng, unbakePng } from './png-badge.ts';
import type { PngText } from './png-text.ts';
import { bakeSvg, type SvgText, unbakeSvg } from './svg-badge.ts';

export type ImageFormat = 'png' | 'svg';

/** What a picture carries, and where it was found. */
export type Unbaked = { readonly version: BadgeVersion; readonly format: ImageFormat } & (PngText | SvgText);

/** The most that a picture may have. SVG is read whole, as a tree. */
const imageBytesMax: Readonly<Record<ImageFormat, number>> = { png: 8 * 1024 ** 2, svg: 2 * 1024 ** 2 };

/**
 * The picture with a credential in it: a compact JWS, or the text of a JSON object. One that it carried before is
 * replaced. Throws ServiceError `badge-image-unknown`, `badge-too-large`, `badge-png-broken`, `badge-svg-refused`,
 * `badge-credential-unfit`.
 */
export function bake(image: Uint8Array, credential: string, version: BadgeVersion): Uint8Array {
  const text = credentialTextOf(credential);
  return formatOf(image) === 'png' ? bakePng(image, text.text, version) : bakeSvg(image, text, version);
}

/**
 * What is baked into a picture: the text as it stands there, whatever it is. Throws ServiceError `badge-image-unknown`,
 * `badge-too-large`, `badge-png-broken`, `badge-svg-refused`, `badge-not-baked`, `badge-baked-twice`,
 * `badge-text-unreadable`.
 */
export function unbake(image: Uint8Array): Unbaked {
  const format = formatOf(image);
  return format === 'png' ? { format, ...unbakePng(image) } : { format, ...unbakeSvg(image) };
}

/** What a file is by its first bytes, within the bounds. Throws ServiceError `badge-image-unknown`, `badge-too-large`. */
export function formatOf(image: Uint8Array): ImageFormat {
  const start = Buffer.from(image.subarray(0, 1_000)).toString('latin1');
  // UTF-16 counts as SVG here: it is refused with a better reason later.
  const format = /^.?PNG/s.test(start)
    ? 'png'
    : /^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)?[\s\0]*</.test(start)
      ? 'svg'
      : undefined;
  if (format === undefined) throw new ServiceError('badge-image-unknown');
  if (image.length > imageBytesMax[format]) {
    const bytesMax = imageBytesMax[format];
    throw new ServiceError('badge-too-large', { partJa: '画像', partEn: 'The picture', bytesMax });
  }
  return format;
}
