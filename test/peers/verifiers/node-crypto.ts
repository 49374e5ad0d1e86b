import { type KeyObject, verify } from 'node:crypto';
import type { OutsideVerifier } from '../outside-verifier.ts';

const algorithms: Readonly<Record<string, { readonly alg: string; readonly digest: string | null }>> = {
  rsa: { alg: 'RS256', digest: 'sha256' },
  ec: { alg: 'ES256', digest: 'sha256' },
  ed25519: { alg: 'EdDSA', digest: null },
};

/** https://www.rfc-editor.org/rfc/rfc7515#section-5.2 , in the fewest lines: none of them is the project's. */
export const nodeCrypto: OutsideVerifier = {
  packages: [],
  asked: {
    ja: '署名だけ。RFC 7515 のとおりに、数行で node:crypto に渡しました。発行元の公開鍵を使いました。',
    en: 'The signature alone: some lines by RFC 7515, with node:crypto and the issuer’s public key.',
  },
  async accepts({ secured, publicKey }) {
    const [header = '', payload = '', signature = ''] = String(secured).split('.');
    return isSigned(header, `${header}.${payload}`, Buffer.from(signature, 'base64url'), publicKey);
  },
};

function isSigned(header: string, input: string, signature: Buffer, key: KeyObject): boolean {
  const kind = algorithms[key.asymmetricKeyType ?? ''];
  const { alg } = JSON.parse(Buffer.from(header, 'base64url').toString('utf8')) as { readonly alg?: unknown };
  if (kind === undefined || alg !== kind.alg) return false;
  return verify(kind.digest, Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' }, signature);
}
