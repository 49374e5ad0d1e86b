import { type Check, fails, holds } from '../check.ts';

const name = { id: 'issuer-trusted', clause: 'https://www.w3.org/TR/vc-data-model-2.0/#issuer' };

/** Whom the gate trusts is a list of its own: a right signature of a stranger opens nothing. */
export function checkIssuerTrusted(issuer: string | undefined, trustedIssuers: readonly string[]): Check {
  return issuer !== undefined && trustedIssuers.includes(issuer)
    ? holds(name, { ja: '登録されている発行元です。', en: 'The issuer is one that is trusted here.' })
    : fails(name, 'issuer-untrusted', {
        ja: '発行元がこの場所の信頼リストに登録されていません。',
        en: 'The issuer is not on the list of those trusted here.',
      });
}
