import { crc32, deflateSync } from 'node:zlib';
import { bake, type ImageFormat } from '#sim/baking';
import type { Handed } from './outside-verifier.ts';
import type { Specimen, Tampering } from './tampering.ts';

/** The specimen baked into pictures by us, and taken out of them by readers that share no line with ours. */
export function bakedSpecimen({ genuine, tampered }: Specimen, format: ImageFormat): Specimen {
  const through = (handed: Handed): Handed => {
    const { secured } = handed;
    const text = typeof secured === 'string' ? secured : JSON.stringify(secured);
    const file = Buffer.from(bake(pictures[format], text, 'ob3'));
    const found = format === 'png' ? textInPng(file) : textInSvg(file.toString('utf8'));
    return { ...handed, secured: typeof secured === 'string' ? found : (JSON.parse(found) as object) };
  };
  return {
    genuine: through(genuine),
    tampered: new Map([...tampered].filter(([name]) => isBaked(name)).map(([name, handed]) => [name, through(handed)])),
  };
}

/** Without a signature it is no compact JWS, and not put into a picture. */
export function isBaked(tampering: Tampering): boolean {
  return tampering !== 'unsigned';
}

/** https://www.w3.org/TR/png-3/#5Chunk-layout */
function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, sum]);
}

/** One grey pixel, and an empty drawing. */
export const pictures: Readonly<Record<ImageFormat, Buffer>> = {
  png: Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
    chunk('IDAT', deflateSync(Buffer.from([0, 128]))),
    chunk('IEND', Buffer.alloc(0)),
  ]),
  svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0"/></svg>'),
};

/** The text of the first iTXt of the keyword that OB 3.0 names: https://www.w3.org/TR/png-3/#11iTXt */
export function textInPng(file: Buffer): string {
  const head = 'openbadgecredential\0\0\0\0\0';
  for (let at = 8; at + 8 <= file.length; ) {
    const length = file.readUInt32BE(at);
    const data = file.subarray(at + 8, at + 8 + length);
    const isCredential = file.toString('latin1', at + 4, at + 8) === 'iTXt' && data.toString('latin1').startsWith(head);
    if (isCredential) return data.toString('utf8', head.length);
    at += length + 12;
  }
  return '';
}

/** https://www.imsglobal.org/spec/ob/v3p0/#svg : the `verify` attribute of a JWS, or the CDATA of JSON. */
export function textInSvg(file: string): string {
  const [, jws] = /<openbadges:credential[^>]*\sverify="([^"]*)"/.exec(file) ?? [];
  if (jws !== undefined) return jws;
  const [, inside = ''] = /<openbadges:credential[^>]*>([\s\S]*?)<\/openbadges:credential>/.exec(file) ?? [];
  return inside.replaceAll('<![CDATA[', '').replaceAll(']]>', '').trim();
}
