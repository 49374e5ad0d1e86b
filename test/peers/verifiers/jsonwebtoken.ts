import jwt from 'jsonwebtoken';
import type { OutsideVerifier } from '../outside-verifier.ts';

export const jsonwebtoken: OutsideVerifier = {
  packages: ['jsonwebtoken'],
  asked: {
    ja: '署名と有効期間。発行元の公開鍵を渡し、RS256 と ES256 だけを許しました。',
    en: 'Signature and times. It was given the issuer’s public key, and RS256 and ES256 alone were allowed.',
  },
  async accepts({ secured, publicKey }) {
    try {
      jwt.verify(String(secured), publicKey, { algorithms: ['RS256', 'ES256'] });
      return true;
    } catch (error) {
      if (error instanceof jwt.JsonWebTokenError) return false;
      throw error;
    }
  },
};
