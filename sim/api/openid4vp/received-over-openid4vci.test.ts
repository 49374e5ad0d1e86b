import type { KeyObject } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  at,
  nonceOf,
  type Openid4vciWorld,
  openid4vciWorld,
  proofOf,
  tokenOf,
  walletKey,
} from '../openid4vci/openid4vci-fixture.ts';
import { jwtPresentation, linkedPresentation, nameOf, presentationOf } from '../presentation-fixture.ts';

interface Asked {
  readonly response_uri: string;
  readonly client_id: string;
  readonly nonce: string;
  readonly state: string;
}

interface Found {
  readonly state: string;
  readonly presentations: readonly {
    readonly checks: readonly { readonly id: string; readonly valid?: boolean; readonly code?: string }[];
  }[];
}

/** Receives the student ID as a wallet of somebody else: bound to the did:key of its key. */
async function received(fixture: Openid4vciWorld, configuration: string): Promise<unknown> {
  const { kid } = nameOf(walletKey());
  const bearer = await tokenOf(fixture);
  const jwt = await proofOf(fixture, await nonceOf(fixture), { header: { jwk: undefined, kid } });
  const json = { credential_configuration_id: configuration, proofs: { jwt: [jwt] } };
  const { body } = await fixture.ask('POST', at('credential'), { bearer, json });
  return (body.credentials as [{ credential: unknown }])[0].credential;
}

/** The verifier's request: a badge, with a proof of who holds it. */
async function askedFor(fixture: Openid4vciWorld, format: string) {
  const { world, ask } = fixture;
  const bearer = world.keys.secret('verifier');
  const query = {
    id: 'student',
    format,
    meta: { type_values: [['https://purl.imsglobal.org/spec/vc/ob/vocab.html#OpenBadgeCredential']] },
    claims: [{ path: ['credentialSubject', 'achievement', 'achievementType'], values: ['Membership'] }],
  };
  const json = { dcql_query: { credentials: [query] } };
  const { body } = await ask('POST', `${world.origins.verifier}/presentation-requests`, { bearer, json });
  const { text } = await ask('GET', String(body.requestUri));
  const request = JSON.parse(Buffer.from(text.split('.')[1] ?? '', 'base64url').toString()) as Asked;
  const present = async (presentation: unknown): Promise<Found> => {
    const form = { vp_token: JSON.stringify({ student: [presentation] }), state: request.state };
    expect((await ask('POST', request.response_uri, { form })).status).toBe(200);
    const found = await ask('GET', `${world.origins.verifier}/presentation-requests/${body.request}`, { bearer });
    return found.body as unknown as Found;
  };
  return { request, present };
}

type Present = (credential: unknown, key: KeyObject, asked: Asked) => Promise<unknown>;

const presentations: Readonly<Record<'jwt_vc_json' | 'ldp_vc', Present>> = {
  jwt_vc_json: (credential, key, { nonce, client_id: audience }) =>
    jwtPresentation(presentationOf(credential), key, { nonce, audience }),
  ldp_vc: (credential, key, { nonce, client_id: audience }) =>
    linkedPresentation(presentationOf(credential), key, { nonce, audience }),
};

describe('a student ID that was received over OpenID4VCI', () => {
  it.each([
    ['VC-JWT RS256', 'StudentID_jwt_vc_json', 'jwt_vc_json'],
    ['eddsa-rdfc-2022', 'StudentID_ldp_vc', 'ldp_vc'],
  ] as const)('of %s is presented by its holder, and by nobody else', async (mechanism, configuration, format) => {
    const fixture = await openid4vciWorld({ mechanism });
    const credential = await received(fixture, configuration);
    const present = presentations[format];

    const own = await askedFor(fixture, format);
    const used = await present(credential, walletKey(), own.request);
    const found = await own.present(used);
    expect(found, JSON.stringify(found)).toMatchObject({ state: 'accepted' });
    expect(found.presentations[0]?.checks[0]).toMatchObject({ id: 'holder-binding', valid: true });

    const codes = async (made: (asked: Asked) => unknown) => {
      const other = await askedFor(fixture, format);
      const { state, presentations: judged } = await other.present(await made(other.request));
      return [state, ...judged.flatMap(({ checks }) => checks.flatMap(({ code }) => code ?? []))];
    };
    expect(await codes((asked) => present(credential, walletKey('thief'), asked))).toEqual([
      'refused',
      'holder-differs',
    ]);
    expect(await codes(() => used)).toEqual(['refused', 'nonce-differs']);
    expect((await codes(() => credential))[0]).toBe('refused');
  });
});
