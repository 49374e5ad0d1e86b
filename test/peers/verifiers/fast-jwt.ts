import { createVerifier, TokenError } from 'fast-jwt';
import type { OutsideVerifier } from '../outside-verifier.ts';

export const fastJwt: OutsideVerifier = {
  packages: ['fast-jwt'],
  asked: {
    ja: '署名と有効期間。発行元の公開鍵（PEM）を渡しました。',
    en: 'Signature and times. It was given the issuer’s public key (PEM).',
  },
  async accepts({ secured, publicKey }) {
    const key = publicKey.export({ type: 'spki', format: 'pem' });
    try {
      createVerifier({ key, algorithms: ['RS256', 'ES256', 'EdDSA'] })(String(secured));
      return true;
    } catch (error) {
      if (error instanceof TokenError) return false;
      throw error;
    }
  },
};
