import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publicJwkOf } from '../../proof/index.ts';
import type { JsonObject } from '../json-object.ts';
import {
  badgeOf,
  contexts,
  didMethodOf,
  didOf,
  endorsementOf,
  issuerId,
  jwtOf,
  keyOf,
  olderBadge,
  outcomesOf,
  provenOf,
  statusEntry,
  statusListId,
  statusListOf,
  verified,
  webOf,
} from './badge-bench.ts';

const online = webOf();
const signed = (change = {}, ofSubject = {}): string => jwtOf(badgeOf(change, ofSubject));

describe('an Open Badge of anyone', () => {
  it('is accepted as VC-JWT, once its issuer says that the key is its own', async () => {
    const verification = await verified(signed(), { fetch: online });
    expect(outcomesOf(verification)).toEqual([
      ...['✓format', '✓context', '✓schema', '✓types', '✓json-ld', '✓subject-identified', '–identity-hash', '✓proof'],
      ...['✓issuer-key', '–refresh', '✓validity-period', '–status', '–holder', '–endorsements'],
    ]);
    expect(verification).toMatchObject({ verdict: 'accepted', container: 'jws', proof: { mechanism: 'VC-JWT EdDSA' } });
    expect(verification.summary).toMatchObject({ achievement: '情報リテラシー', issuer: { id: issuerId } });
  });

  it('is accepted with an embedded proof, and in data model 1.1', async () => {
    expect((await verified(await provenOf(badgeOf()), { fetch: online })).verdict).toBe('accepted');
    expect((await verified(jwtOf(olderBadge()), { fetch: online })).verdict).toBe('accepted');
  });

  it('is accepted without any network when the issuer is a DID that is its key', async () => {
    const badge = badgeOf({ issuer: { id: didOf('issuer'), type: ['Profile'], name: '見本協会' } });
    const own = { verificationMethod: didMethodOf('issuer') };
    expect((await verified(await provenOf(badge, own))).verdict).toBe('accepted');
  });

  it.each([
    ['a key in the header', () => signed()],
    ['a key behind the issuer’s #', async () => JSON.stringify(await provenOf(badgeOf()))],
  ])('is not confirmed offline by %s: anybody can write that', async (_what, make) => {
    const verification = await verified(await make());
    expect(verification.verdict).toBe('unconfirmed');
    expect(outcomesOf(verification)).toContain('?issuer-key:issuer-key-offline');
    expect(verification.hosts).toEqual(['badges.mihon.example']);
  });

  it('of a stranger in the issuer’s name is refused, and nothing that it names is asked for', async () => {
    const web = webOf();
    const forged = jwtOf(badgeOf({ credentialStatus: statusEntry }), { key: 'stranger' });
    const verification = await verified(forged, { fetch: web });
    expect(outcomesOf(verification).at(-1)).toBe('✗issuer-key:issuer-key-unknown');
    expect(web.asked).not.toContain(statusListId);
    const other = await provenOf(badgeOf(), { key: 'stranger', verificationMethod: didMethodOf('stranger') });
    expect(outcomesOf(await verified(other, { fetch: web }))).toContain('✗issuer-key:controller-differs');
  });

  it('that was altered is refused, in each form', async () => {
    const [header, , signature] = signed().split('.');
    const [, other] = signed({ name: '別のバッジ' }).split('.');
    expect(outcomesOf(await verified(`${header}.${other}.${signature}`))).toContain('✗proof:proof-signature');
    const altered = { ...(await provenOf(badgeOf())), name: '別のバッジ' };
    expect(outcomesOf(await verified(altered))).toContain('✗proof:proof-signature');
    expect(outcomesOf(await verified(badgeOf()))).toContain('✗proof:proof-missing');
  });

  it.each([
    ['✗context:context-order', badgeOf({ '@context': contexts[1] })],
    ['✗schema:schema-misfit', badgeOf({ image: 'https://badges.mihon.example/1.png' })],
    ['✗types:type-wrong', badgeOf({}, { type: 'Person' })],
    ['✗json-ld:jsonld-unsafe', badgeOf({ colour: 'red' })],
    ['?json-ld:context-unknown', badgeOf({ '@context': [...contexts, 'https://elsewhere.example/context'] })],
    ['✗subject-identified:subject-unidentified', badgeOf({}, { id: undefined })],
    ['✗validity-period:expired', badgeOf({ validUntil: '2026-05-31T23:59:59+09:00' })],
    ['✗validity-period:not-yet-valid', badgeOf({ validFrom: '2026-06-01T00:00:01+09:00' })],
    ['?status:status-type-unknown', badgeOf({ credentialStatus: { id: 'https://a.example/1', type: 'Foo' } })],
  ])('has %s', async (outcome, badge) => {
    const verification = await verified(jwtOf(badge), { fetch: online });
    expect(outcomesOf(verification)).toContain(outcome);
    expect(verification.verdict).not.toBe('accepted');
  });

  it('may be some time off when the caller says so, and by that much only', async () => {
    const late = signed({ validUntil: '2026-05-31T23:59:00+09:00' });
    expect(outcomesOf(await verified(late, { skewMs: 60_001 }))).toContain('✓validity-period');
    expect(outcomesOf(await verified(late, { skewMs: 60_000 }))).toContain('✗validity-period:expired');
  });

  it('tells hashes only to who asks', async () => {
    const proofOf = async (withHashes: boolean) =>
      (await verified(await provenOf(badgeOf()), { withHashes })).checks.find(({ id }) => id === 'proof');
    expect(await proofOf(false)).not.toHaveProperty('hashes');
    expect(await proofOf(true)).toHaveProperty('hashes.documentHash');
  });
});

describe('the status of a badge', () => {
  const badge = signed({ credentialStatus: statusEntry });
  const outcome = async (page: unknown): Promise<string | undefined> => {
    const verification = await verified(badge, { fetch: webOf({ [statusListId]: page }) });
    return outcomesOf(verification).find((one) => one.includes('status'));
  };

  it('is what the issuer’s list says', async () => {
    expect(await outcome(jwtOf(statusListOf([1])))).toBe('✓status');
    expect(await outcome(await provenOf(statusListOf([94_567])))).toBe('✗status:revoked');
  });

  it('is what the list of suspensions beside it says, where the issuer keeps one as ours does', async () => {
    const [revocation, suspension] = ['revocation', 'suspension'].map(
      (purpose) => `https://badges.mihon.example/status-lists/1/${purpose}`,
    ) as [string, string];
    const entry = { ...statusEntry, id: `${revocation}#94567`, statusListCredential: revocation };
    const kept = (id: string, set: readonly number[], statusPurpose: string) =>
      jwtOf(statusListOf(set, { id }, { statusPurpose }));
    const told = async (pages: Record<string, unknown>) => {
      const web = webOf({ [revocation]: kept(revocation, [], 'revocation'), ...pages });
      return outcomesOf(await verified(signed({ credentialStatus: entry }), { fetch: web })).join(' ');
    };
    expect(await told({ [suspension]: kept(suspension, [94_567], 'suspension') })).toContain('✗status:suspended');
    expect(await told({ [suspension]: kept(suspension, [1], 'suspension') })).toContain('✓status');
    expect(await told({ [suspension]: '<html>' })).toContain('✗status:status-list-invalid');
    expect(await told({})).toContain('✓status');
  });

  it('costs one question an address, though lists and badge are signed with the same keys', async () => {
    const web = webOf({ [statusListId]: jwtOf(statusListOf([1])) });
    await verified(badge, { fetch: web });
    expect(web.asked).toContain(statusListId);
    expect(web.asked).toEqual([...new Set(web.asked)]);
  });

  it('is not taken from a list of a stranger, of another purpose or time, or altered', async () => {
    expect(await outcome(jwtOf(statusListOf([]), { key: 'stranger' }))).toBe('✗status:status-list-forged');
    expect(await outcome(jwtOf(statusListOf([], { issuer: 'https://x.example' })))).toBe('✗status:status-list-invalid');
    expect(await outcome(jwtOf(statusListOf([], {}, { statusPurpose: 'message' })))).toMatch(/✗status/);
    expect(await outcome(jwtOf(statusListOf([], { validUntil: '2026-05-31T12:00:00+09:00' })))).toMatch(/\?status/);
    expect(await outcome({ ...(await provenOf(statusListOf([]))), name: 'x' })).toMatch(/✗status/);
    expect(await outcome('<html>')).toBe('✗status:status-list-invalid');
  });

  it('is unknown when nobody answers', async () => {
    expect(await outcome(undefined)).toBe('?status:status-missing');
    expect(outcomesOf(await verified(badge))).toContain('?status:status-offline');
  });

  it('is read from a revocation list of the deprecated kind', async () => {
    const id = 'https://badges.mihon.example/revoked';
    const third = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json';
    const credentialStatus = { id, type: '1EdTechRevocationList' };
    const older = signed({ '@context': [...contexts, third], credentialStatus });
    const says = async (revokedCredential: object[]) =>
      outcomesOf(await verified(older, { fetch: webOf({ [id]: { id, issuer: issuerId, revokedCredential } }) }));
    expect(await says([])).toContain('✓status');
    expect(await says([{ id: badgeOf().id }])).toContain('✗status:revoked');
  });
});

describe('endorsements and refresh', () => {
  it('holds when every endorsement does, and is refused with one that does not', async () => {
    const good = signed({ endorsement: [await provenOf(endorsementOf())], endorsementJwt: [jwtOf(endorsementOf())] });
    const verification = await verified(good, { fetch: online });
    expect([verification.verdict, verification.endorsements.length]).toEqual(['accepted', 2]);
    const bad = signed({ endorsement: [{ ...(await provenOf(endorsementOf())), name: 'x' }] });
    expect(outcomesOf(await verified(bad, { fetch: online }))).toContain('✗endorsements:endorsement-refused');
  });

  it('judges the newer copy when it holds, and the original otherwise', async () => {
    const id = 'https://badges.mihon.example/refresh/1';
    const third = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json';
    const refreshService = { id, type: '1EdTechCredentialRefresh' };
    const old = signed({ '@context': [...contexts, third], refreshService, validUntil: '2026-05-01T00:00:00+09:00' });
    const newer = await verified(old, { fetch: webOf({ [id]: signed() }) });
    expect(outcomesOf(newer)).toEqual(expect.arrayContaining(['✓refresh', '✓validity-period']));
    for (const page of [jwtOf(badgeOf(), { key: 'stranger' }), signed({ id: 'urn:other' }), undefined]) {
      const original = outcomesOf(await verified(old, { fetch: webOf({ [id]: page }) }));
      expect(original).toEqual(expect.arrayContaining(['–refresh', '✗validity-period:expired']));
    }
  });
});

describe('hostile badges', () => {
  it('never makes the verification throw', async () => {
    const { publicKey } = keyOf('issuer');
    const base: JsonObject = {
      ...badgeOf({ credentialStatus: statusEntry }),
      proof: { type: 'DataIntegrityProof' },
      jwk: publicJwkOf(publicKey),
    };
    const names = [...Object.keys(base), ...Object.keys(base.credentialSubject as object)];
    const change = fc.record({ name: fc.constantFrom(...names), value: fc.jsonValue({ maxDepth: 3 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const mutated = Object.fromEntries([
          ...Object.entries(base),
          ...changes.map(({ name, value }) => [name, value]),
        ]);
        for (const text of [JSON.stringify(mutated), jwtOf(mutated)]) {
          const { verdict, checks } = await verified(text, { fetch: online, holder: 'hanako@example.ac.jp' });
          expect(verdict === 'accepted' && checks.length < 10).toBe(false);
        }
      }),
      { seed: 1, numRuns: 60 },
    );
  });
});
