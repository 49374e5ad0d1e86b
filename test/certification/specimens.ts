import { bake } from '#sim/baking';
import { jwkSetOf } from '#sim/proof';
import { pictures } from '../peers/baked-specimen.ts';
import { outsiders } from '../peers/outsider-credentials.ts';
import { issuerIdOf, school } from '../peers/school.ts';
import { publishedWithList } from '../peers/status-list.ts';
import type { Members } from '../peers/tampering.ts';

/** What stands at the addresses of an issuer whom none of the places knows. */
export async function sitesOfStranger(): Promise<ReadonlyMap<string, object>> {
  const keys = jwkSetOf(Object.values(school).map(({ publicKey }) => publicKey));
  return new Map<string, object>([...(await publishedWithList('https')), [`${issuerIdOf('https')}/jwks`, keys]]);
}

/** Badges that outsiders made, as files of every format that the standard has. */
export async function specimenFiles(): Promise<
  Readonly<Record<string, { readonly file: Buffer; readonly text: string }>>
> {
  const json = (await outsiders['@digitalbazaar eddsa-rdfc-2022']?.()) ?? '';
  const disclosed = (await outsiders['@digitalbazaar ecdsa-sd-2023, derived']?.()) ?? '';
  const jws = (await outsiders['jsonwebtoken RS256']?.()) ?? '';
  const plain = (text: string) => ({ file: Buffer.from(text), text });
  const baked = (format: 'png' | 'svg', text: string) => ({
    file: Buffer.from(bake(pictures[format], text, 'ob3')),
    text,
  });
  return {
    'JSON, eddsa-rdfc-2022': plain(json),
    'JSON, ecdsa-sd-2023': plain(disclosed),
    'compact JWS': plain(jws),
    'PNG with JSON': baked('png', json),
    'PNG with a JWS': baked('png', jws),
    'SVG with JSON': baked('svg', json),
    'SVG with a JWS': baked('svg', jws),
  };
}

/** A newer version of the same badge has the same ids: https://www.imsglobal.org/spec/ob/v3p0/#equalitycomparison */
export function idsOf(text: string): { readonly id: unknown; readonly issuer: unknown } {
  const payload = text.startsWith('{') ? text : Buffer.from(text.split('.')[1] ?? '', 'base64url').toString('utf8');
  const { id, issuer } = JSON.parse(payload) as Members;
  return { id, issuer: (issuer as Members).id };
}
