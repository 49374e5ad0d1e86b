import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { verifyCredential } from '@digitalbazaar/vc';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';
import { outsideLoader } from '../outside-documents.ts';
import type { OutsideVerifier } from '../outside-verifier.ts';

export const digitalbazaarVc: OutsideVerifier = {
  packages: ['@digitalbazaar/vc', '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'],
  asked: {
    ja: '証明、有効期間、鍵が発行元のものであること。発行元の文書は、発行元の鍵だけを挙げています。',
    en: 'Proof, times, and that the key is the issuer’s. The issuer’s document lists the issuer’s key alone.',
  },
  async accepts({ secured, published }) {
    if (typeof secured === 'string') return false;
    const { verified } = await verifyCredential({
      credential: secured,
      suite: new DataIntegrityProof({ cryptosuite }),
      documentLoader: outsideLoader(published),
      checkStatus,
    });
    return verified;
  },
};
