import { type Fetch, parseInstant } from '#sim/kernel';
import { createKeyResolver, jwkSetOf } from '#sim/proof';
import { type BadgeVerification, verifyOpenBadge } from '#sim/verify/open-badge';
import { issuerIdOf, school } from './school.ts';
import { publishedWithList } from './status-list.ts';

const now = parseInstant('2026-06-01T00:00:00+09:00') ?? 0;

/** A web in which the school has its keys and its status list, and nobody else anything. */
async function webOfSchool(): Promise<Fetch> {
  const keys = jwkSetOf(Object.values(school).map(({ publicKey }) => publicKey));
  const pages = new Map([...(await publishedWithList('https')), [`${issuerIdOf('https')}/jwks`, keys]]);
  return async (url) => {
    const page = pages.get(url);
    const body = Buffer.from(JSON.stringify(page ?? {}));
    return { status: page === undefined ? 404 : 200, headers: {}, body, json: () => JSON.parse(body.toString('utf8')) };
  };
}

let web: Promise<Fetch> | undefined;

/** What our verifier says of the bytes of a file, with the school's web to ask. */
export async function ourVerdictOn(file: Uint8Array): Promise<BadgeVerification> {
  web ??= webOfSchool();
  const fetch = await web;
  return verifyOpenBadge(file, { fetch, resolveKey: createKeyResolver({ fetch }) }, { now });
}
