import { convertIndexedToRgb, type DecodedPng, decode } from 'fast-png';
import readCode from 'qr/decode.js';

/** What the QR code in a PNG says; undefined when there is none. Throws Error when the bytes are no PNG. */
export function codeIn(picture: Uint8Array): string | undefined {
  const image = decode(picture);
  const { width, height } = image;
  const { samples, channels } = samplesOf(image);
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let place = 0; place < width * height; place += 1) {
    const [first = 0, second = 0, third = 0, fourth = 255] = samples.subarray(place * channels, (place + 1) * channels);
    const [red, green, blue, alpha] =
      channels > 2 ? [first, second, third, fourth] : [first, first, first, channels === 2 ? second : 255];
    // What is clear shows white, as on a sheet of paper.
    const shown = [red, green, blue].map((value) => (value * alpha + 255 * (255 - alpha)) / 255);
    pixels.set([...shown, 255], place * 4);
  }
  try {
    // Without its limit of time, which would make what is read a matter of how busy the machine is.
    return readCode({ width, height, data: pixels }, { timeLimit: Number.POSITIVE_INFINITY });
  } catch {
    return undefined;
  }
}

/** Of 8 bits each. */
function samplesOf(image: DecodedPng): { readonly samples: Uint8Array; readonly channels: number } {
  const { width, height, depth, channels, data, palette } = image;
  if (palette !== undefined) {
    return { samples: new Uint8Array(convertIndexedToRgb(image)), channels: palette[0]?.length ?? 3 };
  }
  if (depth === 16) return { samples: Uint8Array.from(data, (value) => value >> 8), channels };
  if (depth === 8) return { samples: new Uint8Array(data), channels };
  // Several grey pixels in a byte, each row from a byte of its own: https://www.w3.org/TR/png-3/#7Scanline
  const [perByte, most, rowBytes] = [8 / depth, 2 ** depth - 1, Math.ceil((width * depth) / 8)];
  const samples = new Uint8Array(width * height);
  for (let place = 0; place < samples.length; place += 1) {
    const [row, column] = [Math.floor(place / width), place % width];
    const byte = data[row * rowBytes + Math.floor(column / perByte)] ?? 0;
    samples[place] = (((byte >> (8 - depth * ((column % perByte) + 1))) & most) * 255) / most;
  }
  return { samples, channels: 1 };
}
