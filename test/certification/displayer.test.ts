import { describe, expect } from 'vitest';
import { createServices, createServiceWorld } from '#sim/api';
import { bake } from '#sim/baking';
import { type Fetch, parseInstant } from '#sim/kernel';
import { jwkSetOf } from '#sim/proof';
import { pictures } from '../peers/baked-specimen.ts';
import { entries, studentIdFrom } from '../peers/credential.ts';
import { ourVerdictOn } from '../peers/our-verdict.ts';
import { outsiders } from '../peers/outsider-credentials.ts';
import { issuerIdOf, school } from '../peers/school.ts';
import { publishedWithList, secure } from '../peers/status-list.ts';
import type { Members } from '../peers/tampering.ts';
import { judge, troubles } from './judge.ts';
import { replay } from './replay.ts';

const now = parseInstant('2026-06-01T00:00:00+09:00') ?? 0;
const ended = '2026-05-31T23:59:59+09:00';
const revocationList = 'https://issuer.openbadge.test/schools/mihon/revoked.json';
const revokedId = 'urn:uuid:6a5f1a94-9c52-4c3c-8a0b-0f8fca23e0ff';

/** The issuer's side of the web: keys, the status list, and a list of the deprecated kind. */
async function webOfIssuer(): Promise<Fetch> {
  const list = {
    id: revocationList,
    issuer: issuerIdOf('https'),
    revokedCredential: [{ id: revokedId, revoked: true }],
  };
  const keys = jwkSetOf(Object.values(school).map(({ publicKey }) => publicKey));
  const pages = new Map<string, object>([
    ...(await publishedWithList('https')),
    [`${issuerIdOf('https')}/jwks`, keys],
    [revocationList, list],
  ]);
  return async (url) => {
    const page = pages.get(url);
    const body = Buffer.from(JSON.stringify(page ?? {}));
    return { status: page === undefined ? 404 : 200, headers: {}, body, json: () => JSON.parse(body.toString('utf8')) };
  };
}

/** The three badges of the test system, in data model 2.0. */
const badges2: Readonly<Record<string, Members>> = {
  good: studentIdFrom('https'),
  expired: { ...studentIdFrom('https'), validUntil: ended },
  revoked: studentIdFrom('https', entries.revoked),
};

/** The same in data model 1.1, whose status is a list of the deprecated kind. */
function inModel1(badge: Members, change: Members = {}): Members {
  const { validFrom, validUntil, credentialStatus, ...rest } = badge;
  return {
    ...rest,
    '@context': [
      'https://www.w3.org/2018/credentials/v1',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
      'https://w3id.org/security/data-integrity/v2',
    ],
    issuanceDate: validFrom,
    expirationDate: validUntil,
    credentialStatus: { id: revocationList, type: '1EdTechRevocationList' },
    ...change,
  };
}

const badges1: Readonly<Record<string, Members>> = {
  good: inModel1(studentIdFrom('https')),
  expired: inModel1(studentIdFrom('https'), { expirationDate: ended }),
  revoked: inModel1(studentIdFrom('https'), { id: revokedId }),
};

/** What the guide wants to be seen of every badge, whatever its state. */
const seen = {
  achievement: '在籍',
  description: '在籍していること',
  issuer: { id: 'https://issuer.openbadge.test/schools/mihon', name: '見本大学' },
  validFrom: '2020-04-01T09:00:00.000+09:00',
};

const states: Readonly<Record<string, { readonly verdict: string; readonly troubles: readonly string[] }>> = {
  good: { verdict: 'accepted', troubles: [] },
  expired: { verdict: 'refused', troubles: ['validity-period: expired'] },
  revoked: { verdict: 'refused', troubles: ['status: revoked'] },
};

/** What stands on the page of our verifier, as a reader sees it: texts, and how many pictures. */
async function shownOn(fetch: Fetch, badge: string | Uint8Array, language: 'ja' | 'en') {
  using given = createServiceWorld({ seed: 1, startsAt: now, origins: { issuer: 'https://other.openbadge.test' } });
  const services = createServices(given.world, { outward: fetch });
  const answer = await services.fetch(`${given.world.origins.verifier}/verifications`, {
    method: 'POST',
    headers: { accept: 'text/html', 'accept-language': language, 'content-type': 'application/octet-stream' },
    body: badge,
  });
  const markup = answer.body.toString('utf8');
  const text = markup
    .replace(/<style>.*?<\/style>|<[^>]+>/gs, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>');
  return {
    text: text.replace(/\s+/g, ' '),
    pictures: [...markup.matchAll(/<img src="data:image\/png;base64,/g)].length,
  };
}

/** The rows that a person reads, in both languages. */
const rowsShown = {
  ja: [
    'バッジ 在籍 (Membership)',
    '説明 在籍していること',
    '発行元 見本大学 <https://issuer.openbadge.test/schools/mihon>',
    '発行日 2020-04-01T09:00:00.000+09:00',
    '有効期間 2020-04-01T09:00:00.000+09:00 –',
    '画像 ',
  ],
  en: [
    'Badge 在籍 (Membership)',
    'Description 在籍していること',
    'Issuer 見本大学 <https://issuer.openbadge.test/schools/mihon>',
    'Issued on 2020-04-01T09:00:00.000+09:00',
    'Valid 2020-04-01T09:00:00.000+09:00 –',
    'Image ',
  ],
} as const;

const statesShown: Readonly<Record<string, { readonly ja: RegExp; readonly en: RegExp }>> = {
  good: { ja: /状態 失効(?:も一時停止もして|して)いません/, en: /Status It has (?:been neither|not been) revoked/ },
  expired: { ja: /状態 有効期限（.*?）が切れています/, en: /Status It expired at / },
  revoked: { ja: /状態 失効しています。/, en: /Status It has been revoked by its issuer/ },
};

async function display(badges: Readonly<Record<string, Members>>): Promise<void> {
  const fetch = await webOfIssuer();
  for (const [state, badge] of Object.entries(badges)) {
    const text = JSON.stringify((await secure(badge, 'https')).secured);
    const verification = await judge(text, fetch, { now });
    const { verdict, summary } = verification;
    expect({ state, verdict, troubles: troubles(verification) }).toEqual({ state, ...states[state] });
    expect(summary).toMatchObject(seen);
    for (const language of ['ja', 'en'] as const) {
      const { text: page } = await shownOn(fetch, text, language);
      for (const row of rowsShown[language]) expect(page).toContain(row);
      expect(page).toMatch(statesShown[state]?.[language] ?? /^$/);
    }
  }
}

describe('the displayer', () => {
  replay('display-vcdm-2', () => display(badges2));

  replay('display-vcdm-1.1', () => display(badges1));

  replay('display-image', async () => {
    const fetch = await webOfIssuer();
    const text = JSON.stringify((await secure(studentIdFrom('https'), 'https')).secured);
    for (const format of ['png', 'svg'] as const) {
      const picture = Buffer.from(bake(pictures[format], text, 'ob3'));
      const verification = await judge(picture, fetch, { now });
      expect(verification).toMatchObject({ verdict: 'accepted', container: format, summary: seen });
      const { text: page, pictures: drawn } = await shownOn(fetch, picture, 'en');
      expect(page).toContain(`Image this ${format.toUpperCase()} (the proof does not cover the picture)`);
      // An SVG of a stranger is told of and not drawn.
      expect(drawn).toBe(format === 'png' ? 1 : 0);
    }
  });

  replay('display-proofs', async () => {
    for (const [maker, mechanism] of [
      ['@digitalbazaar eddsa-rdfc-2022', 'eddsa-rdfc-2022'],
      ['@digitalbazaar ecdsa-sd-2023, derived', 'ecdsa-sd-2023'],
    ] as const) {
      const verification = await ourVerdictOn(Buffer.from((await outsiders[maker]?.()) ?? ''));
      expect(verification).toMatchObject({ verdict: 'accepted', proof: { mechanism } });
    }
  });
});
