import { errors, jwtVerify } from 'jose';
import type { OutsideVerifier } from '../outside-verifier.ts';

export const jose: OutsideVerifier = {
  packages: ['jose'],
  asked: {
    ja: '署名、種類（typ）と有効期間。発行元の公開鍵を渡しました。',
    en: 'Signature, `typ` and times. It was given the issuer’s public key.',
  },
  async accepts({ secured, publicKey }) {
    try {
      await jwtVerify(String(secured), publicKey, { algorithms: ['RS256', 'ES256', 'EdDSA'], typ: 'JWT' });
      return true;
    } catch (error) {
      if (error instanceof errors.JOSEError) return false;
      // A key that is not for the header's algorithm.
      if (error instanceof TypeError) return false;
      throw error;
    }
  },
};
