import { createPublicKey, verify } from 'node:crypto';
import { type Check, fails, holds } from '../check.ts';
import type { Presentation } from '../evidence.ts';
import type { QrCode } from '../qr-code.ts';

const name = { id: 'device-signature', clause: 'https://www.rfc-editor.org/rfc/rfc8032#section-5.1.7' };

/** DER of an Ed25519 public key up to its 32 bytes (https://www.rfc-editor.org/rfc/rfc8410#section-4). */
const ed25519Prefix = Buffer.from('302a300506032b6570032100', 'hex');

/** Ed25519 over the text before the last colon: https://www.rfc-editor.org/rfc/rfc8032#section-5.1.7 */
export function checkDeviceSignature(qr: QrCode, presentation: Presentation): Check {
  const registered = presentation.devices.find(({ device }) => device === qr.device);
  const isSigned = registered !== undefined && isSignedBy(registered.publicKey, qr);
  return isSigned
    ? holds(name, { ja: '端末の署名が正しいことを確認しました。', en: 'The signature of the device is right.' })
    : fails(name, 'device-signature', {
        ja: '端末の署名が正しくありません。',
        en: 'The signature of the device is not right.',
      });
}

function isSignedBy(
  publicKey: { readonly kty?: unknown; readonly crv?: unknown; readonly x?: unknown },
  qr: QrCode,
): boolean {
  const { kty, crv, x } = publicKey;
  // https://www.rfc-editor.org/rfc/rfc8037#section-2
  if (kty !== 'OKP' || crv !== 'Ed25519' || typeof x !== 'string') return false;
  const bytes = Buffer.from(x, 'base64url');
  if (bytes.length !== 32) return false;
  // As PEM text: Node makes a key of it several times as fast as of a JWK.
  const der = Buffer.concat([ed25519Prefix, bytes]).toString('base64');
  const key = createPublicKey(`-----BEGIN PUBLIC KEY-----\n${der}\n-----END PUBLIC KEY-----\n`);
  return verify(null, Buffer.from(qr.signed, 'utf8'), key, qr.signature);
}
