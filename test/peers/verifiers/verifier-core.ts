import { verifyCredential } from '@digitalcredentials/verifier-core';
import type { Handed, OutsideVerifier } from '../outside-verifier.ts';

export const verifierCore: OutsideVerifier = {
  packages: ['@digitalcredentials/verifier-core'],
  asked: {
    ja: '証明、有効期間、状態、スキーマ。発行元は did:key です（https の発行元の鍵は読みません）。通信の代わりに、手元の文書で答えました。',
    en: 'Proof, times, status and schema. The issuer is a did:key (it does not read keys of https issuers). In the place of the network, documents at hand answered.',
  },
  async accepts(handed) {
    if (typeof handed.secured === 'string') return false;
    const { errors, log = [], additionalInformation = [] } = await withoutNetwork(handed, () =>
      verifyCredential({ credential: handed.secured as never, knownDIDRegistries: [] }),
    );
    const steps = log.filter(({ id }) => id !== 'registered_issuer');
    const schemas = additionalInformation.flatMap(({ results }) => results);
    return (
      errors === undefined &&
      steps.some(({ id }) => id === 'valid_signature') &&
      steps.every(({ valid }) => valid === true) &&
      schemas.every(({ result }) => result.valid)
    );
  },
};

/** It asks the global fetch; for the time of one verdict that answers from what the issuer published. */
async function withoutNetwork<Result>({ published }: Handed, run: () => Promise<Result>): Promise<Result> {
  const real = globalThis.fetch;
  globalThis.fetch = async (input) => {
    const url = input instanceof Request ? input.url : String(input);
    const document = published.get(url);
    if (document === undefined) return new Response('', { status: 404 });
    return Response.json(document);
  };
  try {
    return await run();
  } finally {
    globalThis.fetch = real;
  }
}
