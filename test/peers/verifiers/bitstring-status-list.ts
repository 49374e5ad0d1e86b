import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';
import { outsideLoader } from '../outside-documents.ts';
import type { OutsideVerifier } from '../outside-verifier.ts';

export const bitstringStatusList: OutsideVerifier = {
  packages: ['@digitalbazaar/vc-bitstring-status-list'],
  asked: {
    ja: '失効リストの証明、発行元、目的と、項目の値。学生証そのものの証明は見ません。',
    en: 'The list’s proof, issuer and purpose, and the entry’s value. It does not look at the student ID’s own proof.',
  },
  async accepts({ secured, published }) {
    if (typeof secured === 'string') return false;
    const { verified, results = [] } = await checkStatus({
      credential: secured,
      suite: new DataIntegrityProof({ cryptosuite }),
      documentLoader: outsideLoader(published),
    });
    // `verified` says that the list could be read; what it says of the entry stands beside it.
    return verified && results.length > 0 && results.every(({ status }) => !status);
  },
};
