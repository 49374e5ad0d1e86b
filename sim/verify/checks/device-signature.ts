import { createPublicKey, verify } from 'node:crypto';
import { type Check, fails, holds } from '../check.ts';
import type { Presentation } from '../evidence.ts';
import type { QrCode } from '../qr-code.ts';

const id = 'device-signature';

/** Ed25519 over the text before the last colon: https://www.rfc-editor.org/rfc/rfc8032#section-5.1.7 */
export function checkDeviceSignature(qr: QrCode, presentation: Presentation): Check {
  const registered = presentation.devices.find(({ device }) => device === qr.device);
  const isSigned = registered !== undefined && isSignedBy(registered.publicKey, qr);
  return isSigned
    ? holds(id, { ja: '端末の署名が正しいことを確認しました。', en: 'The signature of the device is right.' })
    : fails(id, 'device-signature', {
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
  if (kty !== 'OKP' || crv !== 'Ed25519' || typeof x !== 'string' || Buffer.from(x, 'base64url').length !== 32) {
    return false;
  }
  const key = createPublicKey({ key: { kty, crv, x }, format: 'jwk' });
  return verify(null, Buffer.from(qr.signed, 'utf8'), key, qr.signature);
}
