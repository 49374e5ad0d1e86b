import { decode } from 'fast-png';
import decodeQr from 'qr/decode.js';

/** What a camera reads off a picture of a screen; undefined when there is no QR code that it can read. */
export function readQrCode(png: Uint8Array): string | undefined {
  const { width, height, data, channels, depth } = decode(png);
  if (depth !== 8) throw new TypeError(`a screenshot has 8 bits a channel, this has ${depth}`);
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const from = pixel * channels;
    const isGrey = channels < 3;
    for (let colour = 0; colour < 3; colour += 1) rgba[pixel * 4 + colour] = data[from + (isGrey ? 0 : colour)] ?? 0;
    rgba[pixel * 4 + 3] = 255;
  }
  try {
    return decodeQr({ width, height, data: rgba });
  } catch {
    return undefined;
  }
}
