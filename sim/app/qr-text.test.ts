import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import decodeQR from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { qrPicture } from './ui/qr-picture.ts';
import { qrRest, qrStep, qrText } from './ui/qr-text.ts';

/** https://www.rfc-editor.org/rfc/rfc8037#appendix-A.1 */
const privateKey = createPrivateKey({
  format: 'jwk',
  key: {
    kty: 'OKP',
    crv: 'Ed25519',
    d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
    x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  },
});
const publicKey = createPublicKey(privateKey);
const signer = async (text: string): Promise<string> => sign(null, Buffer.from(text), privateKey).toString('base64url');
const shown = { credential: 'cred_0001', device: 'dev_0001', step: 59_000_000 };

describe('the QR of a student ID', () => {
  it('says which credential, step and device, and is signed by the phone', async () => {
    const text = await qrText(shown, signer);
    expect(text).toMatch(/^todoku:1:cred_0001:59000000:dev_0001:[\w-]{86}$/);
    const at = text.lastIndexOf(':');
    const signature = Buffer.from(text.slice(at + 1), 'base64url');
    expect(verify(null, Buffer.from(text.slice(0, at)), publicKey, signature)).toBe(true);
  });

  it('is another one each 30 s of the phone’s clock', () => {
    expect([0, 29_999, 30_000, -1].map(qrStep)).toEqual([0, 0, 1, -1]);
    expect([0, 15_000, 45_000].map(qrRest)).toEqual([1, 0.5, 0.5]);
  });

  it('is read off its picture by a camera', async () => {
    const text = await qrText(shown, signer);
    const { path, size } = qrPicture(text);
    const scale = 4;
    const side = size * scale;
    const data = new Uint8Array(side * side * 4).fill(255);
    for (const [, x = '', y = ''] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
      for (let dy = 0; dy < scale; dy += 1) {
        for (let dx = 0; dx < scale; dx += 1) {
          data.fill(
            0,
            ((Number(y) * scale + dy) * side + Number(x) * scale + dx) * 4,
            ((Number(y) * scale + dy) * side + Number(x) * scale + dx) * 4 + 3,
          );
        }
      }
    }
    expect(decodeQR({ width: side, height: side, data })).toBe(text);
  });
});
