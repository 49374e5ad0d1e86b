import { decodeJwt } from 'jose';
import { describe, expect, it } from 'vitest';
import { simulatedOrigins } from '../kernel/index.ts';
import { createGate, type Judgement } from './gate.ts';
import { type Bench, createBench, credentialId, issuerId } from './presentation-bench.ts';

const everyCheck = [
  'qr-format',
  'freshness',
  'credential-found',
  'holder-device',
  'device-signature',
  'issuer-trusted',
  'credential-signature',
  'student-id',
  'validity-period',
  'status',
];
const gateOf = ({ world, fetch }: Bench, trustedIssuers = [issuerId]) =>
  createGate(world, { fetch }, { name: 'library', trustedIssuers });
const codesOf = ({ checks }: Judgement) => checks.flatMap(({ valid, code }) => (valid ? [] : [code]));
const minute = 60_000;
const hour = 60 * minute;

describe('a gate', () => {
  it('opens when every check holds, and says so in an event without the QR', async () => {
    const bench = await createBench();
    const qr = bench.qr();
    const judgement = await gateOf(bench).scan(qr);
    expect(judgement).toMatchObject({ verdict: 'accepted', credential: credentialId, isOffline: false });
    expect(judgement.checks.map(({ id }) => id)).toEqual(everyCheck);
    const [event] = bench.world.log.after(0);
    expect(event).toMatchObject({
      type: 'gate.scanned',
      data: { gate: 'library', verdict: 'accepted', credential: credentialId, offline: false },
    });
    expect(JSON.stringify(event)).not.toContain(qr.split(':').at(-1));
  });

  it.each([-30_000, 0, 30_000])('accepts a phone whose clock is %d ms off', async (skew) => {
    const bench = await createBench();
    expect((await gateOf(bench).scan(bench.qr({ at: bench.world.clock.now() + skew }))).verdict).toBe('accepted');
  });

  it('refuses a screenshot once its step is over, wherever in the step it was taken', async () => {
    for (const takenAfterMs of [0, 15_000, 29_999]) {
      const bench = await createBench();
      await bench.world.advance(takenAfterMs);
      const screenshot = bench.qr();
      const gate = gateOf(bench);
      expect((await gate.scan(screenshot)).verdict).toBe('accepted');
      await bench.world.advance(minute);
      expect(codesOf(await gate.scan(screenshot))).toEqual(['qr-stale']);
    }
  });

  it('refuses a phone whose clock runs days ahead, and says what to set', async () => {
    const bench = await createBench();
    const judgement = await gateOf(bench).scan(bench.qr({ at: bench.world.clock.now() + 3 * 24 * hour }));
    expect(codesOf(judgement)).toEqual(['qr-early']);
    expect(judgement.checks[1]?.sentence.ja).toContain('日時の自動設定');
  });

  it('refuses a device that the holder is not logged in on', async () => {
    const bench = await createBench();
    bench.services.devices = [];
    expect(codesOf(await gateOf(bench).scan(bench.qr()))).toEqual(['device-unregistered', 'device-signature']);
  });

  it('refuses the signature of another handset, and one over other text', async () => {
    const bench = await createBench();
    const gate = gateOf(bench);
    expect(codesOf(await gate.scan(bench.qr({ handset: 'hs_0002' })))).toEqual(['device-signature']);
    const stale = bench.qr({ at: bench.world.clock.now() - hour });
    const fresh = bench.qr().split(':');
    const forged = [...fresh.slice(0, 5), stale.split(':')[5]].join(':');
    expect(codesOf(await gate.scan(forged))).toEqual(['device-signature']);
  });

  it.each([{ kty: 'RSA', n: 'AQ', e: 'AQAB' }, { kty: 'OKP', crv: 'Ed25519', x: 'short' }, {}])(
    'refuses a registered device key that is none: %o',
    async (publicKey) => {
      const bench = await createBench();
      const fetch: Bench['fetch'] = async (url, request) => {
        const response = await bench.fetch(url, request);
        if (!url.includes('/presentations/')) return response;
        const body = { ...response.json<object>(), devices: [{ device: 'dev_0001', publicKey }] };
        return { ...response, json: <Body>() => body as Body };
      };
      expect(codesOf(await gateOf({ ...bench, fetch }).scan(bench.qr()))).toEqual(['device-signature']);
    },
  );

  it('refuses a credential that nobody knows', async () => {
    const bench = await createBench();
    bench.services.isKnown = false;
    expect(codesOf(await gateOf(bench).scan(bench.qr()))).toEqual(['credential-unknown']);
  });

  it('refuses an issuer off its list, and fetches nothing from it', async () => {
    const bench = await createBench();
    const judgement = await gateOf(bench, [`${simulatedOrigins.issuer}/schools/other`]).scan(bench.qr());
    expect(codesOf(judgement)).toEqual(['issuer-untrusted']);
    expect(judgement.verdict).toBe('refused');
    expect(bench.services.requested).toEqual([`${simulatedOrigins.wallet}/presentations/${credentialId}`]);
  });

  it('refuses a credential that was changed after it was signed', async () => {
    const bench = await createBench();
    const [header, payload, signature] = bench.services.secured.split('.');
    const changed = JSON.parse(Buffer.from(payload ?? '', 'base64url').toString('utf8'));
    changed.credentialSubject.identifier[1].identityHash = '別人 太郎';
    bench.services.secured = `${header}.${Buffer.from(JSON.stringify(changed)).toString('base64url')}.${signature}`;
    const judgement = await gateOf(bench).scan(bench.qr());
    expect(codesOf(judgement)).toEqual(['proof-signature']);
    expect(judgement.verdict).toBe('refused');
  });

  it('refuses a key that the issuer does not publish, whatever the token carries along', async () => {
    const bench = await createBench();
    bench.services.secured = await bench.issue({ key: 'school/mihon-university/next' });
    expect(codesOf(await gateOf(bench).scan(bench.qr()))).toEqual(['issuer-key-unknown']);
  });

  it('looks the keys up at once when the issuer has rotated them', async () => {
    const bench = await createBench();
    const gate = gateOf(bench);
    await gate.scan(bench.qr());
    bench.services.publishedKeys = ['school/mihon-university', 'school/mihon-university/next'];
    bench.services.secured = await bench.issue({ key: 'school/mihon-university/next' });
    await bench.world.advance(6 * minute);
    expect((await gate.scan(bench.qr())).verdict).toBe('accepted');
  });

  it('refuses a badge of the same school that is no student ID', async () => {
    const bench = await createBench();
    const { credentialSubject } = decodeJwt<{ credentialSubject: { achievement: object } }>(bench.services.secured);
    const achievement = { ...credentialSubject.achievement, achievementType: 'Badge' };
    bench.services.secured = await bench.issueByHand({ credentialSubject: { ...credentialSubject, achievement } });
    const judgement = await gateOf(bench).scan(bench.qr());
    expect(codesOf(judgement)).toEqual(['not-a-student-id']);
    expect(judgement.verdict).toBe('refused');
  });

  it('holds to the validity period to the millisecond', async () => {
    const bench = await createBench();
    bench.services.secured = await bench.issue({
      change: (credential) => ({
        ...credential,
        validFrom: '2026-04-01T10:00:00.000+09:00',
        validUntil: '2026-04-01T11:00:00.000+09:00',
      }),
    });
    const gate = gateOf(bench);
    await bench.world.advance(hour - 1);
    expect(codesOf(await gate.scan(bench.qr()))).toEqual(['not-yet-valid']);
    await bench.world.advance(1);
    expect(codesOf(await gate.scan(bench.qr()))).toEqual([]);
    await bench.world.advance(hour - 1);
    expect(codesOf(await gate.scan(bench.qr()))).toEqual([]);
    await bench.world.advance(1);
    expect(codesOf(await gate.scan(bench.qr()))).toEqual(['expired']);
  });

  it.each(['revoked', 'suspended'] as const)('refuses what the issuer has %s', async (status) => {
    const bench = await createBench();
    bench.services.status = status;
    const judgement = await gateOf(bench).scan(bench.qr());
    expect(codesOf(judgement)).toEqual([status]);
    expect(judgement.verdict).toBe('refused');
    expect(judgement.checks.at(-1)?.sentence.ja).toContain('教育機関（学校等）にお問い合わせください');
  });

  it('learns of a revocation within the status time, and not before it asks again', async () => {
    const bench = await createBench();
    const gate = gateOf(bench);
    await gate.scan(bench.qr());
    bench.services.status = 'revoked';
    await bench.world.advance(5 * minute - 1);
    expect((await gate.scan(bench.qr())).verdict).toBe('accepted');
    await bench.world.advance(1);
    expect(codesOf(await gate.scan(bench.qr()))).toEqual(['revoked']);
  });

  it('asks sooner when the issuer lets its lists count for less time, and not later when for more', async () => {
    for (const [ttl, askedAfter] of [
      [minute, minute],
      [hour, 5 * minute],
    ] as const) {
      const bench = await createBench();
      bench.services.changeList = (list) => ({ ...list, credentialSubject: { ...list.credentialSubject, ttl } });
      const gate = gateOf(bench);
      await gate.scan(bench.qr());
      bench.services.status = 'revoked';
      await bench.world.advance(askedAfter - 1);
      expect((await gate.scan(bench.qr())).verdict).toBe('accepted');
      await bench.world.advance(1);
      expect(codesOf(await gate.scan(bench.qr()))).toEqual(['revoked']);
    }
  });

  it('opens again within the status time once a suspension is lifted', async () => {
    const bench = await createBench();
    const gate = gateOf(bench);
    bench.services.status = 'suspended';
    expect(codesOf(await gate.scan(bench.qr()))).toEqual(['suspended']);
    bench.services.status = 'active';
    await bench.world.advance(5 * minute);
    expect((await gate.scan(bench.qr())).verdict).toBe('accepted');
  });

  it('goes on without a network by what it knew, until the grace time is over', async () => {
    const bench = await createBench();
    const gate = gateOf(bench);
    await gate.scan(bench.qr());
    bench.services.isDown = true;
    await bench.world.advance(24 * hour);
    const inGrace = await gate.scan(bench.qr());
    expect(inGrace).toMatchObject({ verdict: 'accepted', isOffline: true });
    expect(inGrace.checks.at(-1)?.sentence.ja).toContain('2026-04-01T09:00:00.000+09:00');
    await bench.world.advance(1);
    expect(codesOf(await gate.scan(bench.qr()))).toEqual(['wallet-unreachable']);
  });

  it('refuses a stranger while it has no network', async () => {
    const bench = await createBench();
    bench.services.isDown = true;
    expect(codesOf(await gateOf(bench).scan(bench.qr()))).toEqual(['wallet-unreachable']);
  });

  it.each([
    ['/jwks', 'issuer-keys-unreachable'],
    ['/revocation', 'status-unreachable'],
    ['/suspension', 'status-unreachable'],
  ])('says which of the look-ups it is missing: %s', async (path, code) => {
    const bench = await createBench();
    const fetch: Bench['fetch'] = async (url, request) => {
      const response = await bench.fetch(url, request);
      return url.endsWith(path) ? { ...response, status: 503 } : response;
    };
    expect(codesOf(await gateOf({ ...bench, fetch }).scan(bench.qr()))).toEqual([code]);
  });

  it('takes what is no JSON object, or not there, for no answer', async () => {
    for (const answered of [null, 'active', [], undefined]) {
      const bench = await createBench();
      bench.services.tamper = () => answered;
      expect(codesOf(await gateOf(bench).scan(bench.qr()))).toEqual(['status-unreachable']);
    }
  });

  const foreign = (list: object) => ({ ...list, issuer: `${simulatedOrigins.issuer}/schools/other` });
  it.each<[string, Partial<Bench['services']>]>([
    ['changed after it was signed', { tamper: (list) => ({ ...list, validUntil: '2036-04-03T00:00:00.000+09:00' }) }],
    ['without a proof', { tamper: (list) => ({ ...list, proof: undefined }) }],
    ['signed with a key that the issuer does not publish', { listKey: 'school/mihon-university/next' }],
    ['of another issuer', { changeList: foreign }],
    [
      'for another purpose',
      {
        changeList: (list) => ({ ...list, credentialSubject: { ...list.credentialSubject, statusPurpose: 'message' } }),
      },
    ],
    ['of another address', { changeList: (list) => ({ ...list, id: `${list.id}/old` }) }],
    ['that is over', { changeList: (list) => ({ ...list, validUntil: list.validFrom }) }],
    [
      'too short to hide in',
      {
        changeList: (list) => ({
          ...list,
          credentialSubject: { ...list.credentialSubject, encodedList: 'uH4sIAAAAAAAA_2NgAAIABQABAAIAAAA' },
        }),
      },
    ],
  ])('refuses a list %s, also when it knew a good one', async (_, hostile) => {
    const bench = await createBench();
    const gate = gateOf(bench);
    expect((await gate.scan(bench.qr())).verdict).toBe('accepted');
    Object.assign(bench.services, hostile);
    await bench.world.advance(5 * minute);
    const judgement = await gate.scan(bench.qr());
    expect(codesOf(judgement)).toEqual(['status-untrusted']);
    expect(judgement.verdict).toBe('refused');
  });

  it.each([
    ['none', undefined],
    ['one of another kind', { id: `${issuerId}/revoked`, type: '1EdTechRevocationList' }],
    [
      'one without an index',
      { type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListCredential: issuerId },
    ],
  ])('refuses a credential with %s where its status entry should be', async (_, credentialStatus) => {
    const bench = await createBench();
    bench.services.secured = await bench.issueByHand({ credentialStatus });
    expect(codesOf(await gateOf(bench).scan(bench.qr()))).toEqual(['status-missing']);
  });

  it('refuses an entry past the end of the list', async () => {
    const bench = await createBench();
    const { credentialStatus } = decodeJwt<{ credentialStatus: object }>(bench.services.secured);
    bench.services.secured = await bench.issueByHand({
      credentialStatus: { ...credentialStatus, statusListIndex: '131072' },
    });
    expect(codesOf(await gateOf(bench).scan(bench.qr()))).toEqual(['status-untrusted']);
  });

  it('looks the keys up anew for a list that a new key signed', async () => {
    const bench = await createBench();
    const gate = gateOf(bench);
    await gate.scan(bench.qr());
    bench.services.publishedKeys = ['school/mihon-university', 'school/mihon-university/next'];
    bench.services.listKey = 'school/mihon-university/next';
    await bench.world.advance(5 * minute);
    expect((await gate.scan(bench.qr())).verdict).toBe('accepted');
  });

  it('lets a list that is over count no more, however long the grace time', async () => {
    const bench = await createBench({ offlineGraceMs: 100 * hour });
    const gate = gateOf(bench);
    await gate.scan(bench.qr());
    bench.services.isDown = true;
    await bench.world.advance(48 * hour - 1);
    expect(codesOf(await gate.scan(bench.qr()))).toEqual([]);
    await bench.world.advance(1);
    expect(codesOf(await gate.scan(bench.qr()))).toEqual(['status-unreachable']);
  });

  it('does not hide a bug of ours as an outage', async () => {
    const bench = await createBench();
    const fetch: Bench['fetch'] = async () => {
      throw new TypeError('undefined is not a function');
    };
    await expect(gateOf({ ...bench, fetch }).scan(bench.qr())).rejects.toThrow('undefined is not a function');
  });

  it('keeps what it knows to itself: another gate asks anew', async () => {
    const bench = await createBench();
    await gateOf(bench).scan(bench.qr());
    const before = bench.services.requested.length;
    await gateOf(bench).scan(bench.qr());
    expect(bench.services.requested.length).toBe(before);
    await createGate(bench.world, bench, { name: 'gym', trustedIssuers: [issuerId] }).scan(bench.qr());
    expect(bench.services.requested.length).toBe(before + 4);
  });
});
