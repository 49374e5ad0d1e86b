import { createHash, createPrivateKey, createPublicKey, type JsonWebKey, type KeyObject, sign } from 'node:crypto';
import type { Json } from '#sim/kernel';
import type { WindowOptions } from '../window/app-window.ts';
import type { PhoneModel } from './phone-model.ts';

/** PKCS #8 of an Ed25519 key, up to its 32 bytes: https://www.rfc-editor.org/rfc/rfc8410#section-7 */
const ed25519Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The key in the phone’s keystore, as given, or always the same one for a udid. Throws Error when it is no Ed25519 JWK. */
export function deviceKeyOf(udid: string, given: JsonWebKey | undefined): KeyObject {
  if (given === undefined) {
    const seed = createHash('sha256').update(`todoku handset ${udid}`).digest();
    return createPrivateKey({ key: Buffer.concat([ed25519Prefix, seed]), format: 'der', type: 'pkcs8' });
  }
  const key = createPrivateKey({ key: given, format: 'jwk' });
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('the device key is no Ed25519 key (kty OKP, crv Ed25519)');
  return key;
}

/** `window.lecosShell` of an installed app: what only the system around a web page can do. */
export function shellOf(
  model: PhoneModel,
  key: KeyObject,
  authenticate: (reason: string) => Promise<boolean>,
): Pick<WindowOptions, 'functions' | 'startScript'> {
  return {
    functions: {
      lecosPublicKey: async () => createPublicKey(key).export({ format: 'jwk' }) as Json,
      lecosSign: async (bytes) => sign(null, Buffer.from(String(bytes), 'base64url'), key).toString('base64url'),
      lecosAuthenticate: (reason) => authenticate(String(reason)),
    },
    startScript: `window.lecosShell = Object.freeze({
  platform: ${JSON.stringify(model.platform)},
  model: ${JSON.stringify(model.name)},
  publicKey: () => window.lecosPublicKey(),
  sign: (bytes) => window.lecosSign(bytes),
  authenticate: (reason) => window.lecosAuthenticate(reason),
});`,
  };
}
