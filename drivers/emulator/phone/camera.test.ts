import { encode } from 'fast-png';
import encodeCode from 'qr';
import { describe, expect, test } from 'vitest';
import { codeIn } from './camera.ts';
import { openFakePhone } from './phone-fixture.ts';

const text = 'https://school.test/welcome?from=poster';

/** A QR code as PNG, four pixels a module, in pixels of that kind. */
function picture(channels: 1 | 3 | 4, depth: 1 | 8 | 16 = 8): Uint8Array {
  const rows = encodeCode(text, 'raw', { border: 4 });
  const size = rows.length * 4;
  const lights = Array.from({ length: size * size }, (_, place) => {
    const [row, column] = [Math.floor(place / size / 4), Math.floor((place % size) / 4)];
    return rows[row]?.[column] === true ? 0 : 1;
  });
  if (depth === 1) {
    const rowBytes = Math.ceil(size / 8);
    const data = new Uint8Array(rowBytes * size);
    for (const [place, light] of lights.entries()) {
      const at = Math.floor(place / size) * rowBytes + Math.floor((place % size) / 8);
      data[at] = (data[at] ?? 0) | (light << (7 - ((place % size) % 8)));
    }
    return encode({ width: size, height: size, data, channels: 1, depth: 1 });
  }
  const most = depth === 16 ? 65_535 : 255;
  // What is clear is white: light modules have no ink at all.
  const samples = lights.flatMap((light) =>
    channels === 4 ? [0, 0, 0, light === 1 ? 0 : most] : Array.from({ length: channels }, () => light * most),
  );
  const data = depth === 16 ? Uint16Array.from(samples) : Uint8Array.from(samples);
  return encode({ width: size, height: size, data, channels, depth });
}

describe('the camera', () => {
  test.each([
    ['grey', picture(1)],
    ['colours', picture(3)],
    ['clear and black', picture(4)],
    ['16 bits', picture(3, 16)],
    ['one bit', picture(1, 1)],
  ])('reads a QR code in %s', (_name, png) => {
    expect(codeIn(png)).toBe(text);
  });

  test('reads nothing where there is none, and takes no other file', () => {
    expect(codeIn(encode({ width: 40, height: 40, data: new Uint8Array(1_600), channels: 1 }))).toBeUndefined();
    expect(() => codeIn(Buffer.from('GIF89a'))).toThrow();
  });

  test('opens what it has read after a tap', async () => {
    const fake = await openFakePhone();
    await fake.phone.activate('camera');
    const camera = fake.shown();
    expect(await camera.ask('https://handset.test/do/open-code', { method: 'POST' })).toMatchObject({ status: 400 });
    await fake.phone.showToCamera(picture(3));
    expect(fake.phone.frontApp().id).toBe('camera');
    expect(await camera.ask('https://handset.test/picture/camera')).toMatchObject({ status: 200 });
    await camera.ask('https://handset.test/do/open-code', { method: 'POST' });
    await fake.phone.settle();
    expect(fake.phone.frontApp().id).toBe('browser');
    expect(fake.shown().url).toBe(text);
  });
});
