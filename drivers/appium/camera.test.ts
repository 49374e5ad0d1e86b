import { encode } from 'fast-png';
import encodeQr from 'qr';
import { describe, expect, it } from 'vitest';
import { readQrCode } from './camera.ts';

const text = 'todoku:1:cred_0001:59123456:dev_0001:c2lnbmF0dXJlLW9mLTY0LWJ5dGVz';

/** Black on white, so many pixels for a module, with a quiet zone. */
function pictureOf(modules: readonly (readonly boolean[])[], scale: number, channels: 1 | 3 | 4): Uint8Array {
  const size = modules.length * scale;
  const data = new Uint8Array(size * size * channels).fill(255);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const isDark = modules[Math.floor(y / scale)]?.[Math.floor(x / scale)] === true;
      const at = (y * size + x) * channels;
      if (isDark) data.fill(0, at, at + Math.min(channels, 3));
    }
  }
  return encode({ width: size, height: size, data, channels, depth: 8 });
}

describe('a camera', () => {
  it.each([1, 3, 4] as const)('reads a QR code off a picture with %i channels', (channels) => {
    expect(readQrCode(pictureOf(encodeQr(text, 'raw', { border: 4 }), 5, channels))).toBe(text);
  });

  it('reads nothing off a picture without one', () => {
    const white = Array.from({ length: 20 }, () => Array.from({ length: 20 }, () => false));
    expect(readQrCode(pictureOf(white, 5, 3))).toBeUndefined();
  });
});
