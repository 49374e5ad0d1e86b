import { createPublicKey, verify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { command, loadWorld, saveWorld } from '../kernel/index.ts';
import { type AchievementCredential, isIdentityOf, studentIdOf, verifyVcJwt } from '../proof/index.ts';
import {
  importRoster,
  interruptAfter,
  issuanceProgress,
  resumeIssuance,
  rotateKey,
  scheduleIssuance,
  schoolJwkSet,
} from './index.ts';
import { dayMs, type IssuerWorld, issuerWorld, rosterBytes, rosterRows, school, startsAt } from './issuer-fixture.ts';

const jwts = ({ world }: IssuerWorld) =>
  world.store.all<{ jwt: string; key_id: string }>(
    'SELECT secured AS jwt, key_id FROM issuer_credential JOIN issuer_secured USING (credential) ORDER BY credential',
  );
const later = { school, period: null, studentNumbers: null };

describe('issuing student IDs', () => {
  it('signs, keeps and mails one for each student of the roster', async () => {
    const issuer = await issuerWorld();
    await issuer.importRows('A1,髙﨑 𠮷子,yoshiko@docomo.ne.jp', 'A2,見本 太郎,taro@gmail.com');
    const issuance = await issuer.issue();
    expect(issuanceProgress(issuer.world, school, issuance)).toMatchObject({
      state: 'finished',
      issued: 2,
      skipped: 0,
      remaining: 0,
      failed: [],
    });
    expect(issuer.credentials().map(({ credential, state, mails }) => [credential, state, mails.length])).toEqual([
      ['cred_0001', 'notified', 1],
      ['cred_0002', 'notified', 1],
    ]);
    expect(issuer.transmissions.map(({ forwardPath, kind }) => [forwardPath, kind]).sort()).toEqual([
      ['taro@gmail.com.test', 'issue-notice'],
      ['yoshiko@docomo.ne.jp.test', 'issue-notice'],
    ]);
    expect(issuer.events('credential.notified')).toEqual([
      { credential: 'cred_0001', message: 'msg_0001', cause: 'issue' },
      { credential: 'cred_0002', message: 'msg_0002', cause: 'issue' },
    ]);
  });

  it('gives a credential that a stranger verifies with nothing but the published keys', async () => {
    const issuer = await issuerWorld();
    await issuer.importRows('A1,髙﨑 𠮷子,yoshiko@docomo.ne.jp');
    await issuer.issue();
    const [{ jwt, key_id } = { jwt: '', key_id: '' }] = jwts(issuer);
    const jwk = schoolJwkSet(issuer.world, school).keys.find(({ kid }) => kid === key_id);
    const publicKey = createPublicKey({ key: { ...jwk }, format: 'jwk' });
    const [header, payload, signature = ''] = jwt.split('.');
    expect(
      verify('RSA-SHA256', Buffer.from(`${header}.${payload}`), publicKey, Buffer.from(signature, 'base64url')),
    ).toBe(true);
    const credential: AchievementCredential = await verifyVcJwt(jwt, publicKey, { now: startsAt + 60_000 });
    expect(studentIdOf(credential)).toMatchObject({
      name: '髙﨑 𠮷子',
      studentNumber: 'A1',
      school: { id: `https://issuer.openbadge.test/schools/${school}`, name: '見本大学' },
      period: '2026',
      validFrom: '2026-04-01T09:00:00.000+09:00',
      validUntil: '2027-03-31T23:59:59.000+09:00',
    });
    const { identifier } = credential.credentialSubject;
    expect(identifier.some((identity) => isIdentityOf(identity, 'yoshiko@docomo.ne.jp.test'))).toBe(true);
    expect(JSON.stringify(credential)).not.toContain('yoshiko');
    expect(credential.name).toContain('シミュレーション');
  });

  it('gives the same bytes for the same seed, and others for another', async () => {
    const play = async (seed: number) => {
      const issuer = await issuerWorld({ seed });
      await issuer.importRows(...rosterRows(3));
      await issuer.issue();
      return jwts(issuer).map(({ jwt }) => jwt);
    };
    const first = await play(7);
    expect(await play(7)).toEqual(first);
    expect(new Set([...first, ...(await play(8))]).size).toBe(6);
  });

  it('waits for the set time, and issues what the roster says then', async () => {
    const issuer = await issuerWorld();
    await issuer.importRows('A1,見本 花子,old@docomo.ne.jp');
    const { issuance } = await issuer.world.perform(scheduleIssuance, { ...later, at: startsAt + dayMs });
    await issuer.world.advance(dayMs - 1);
    expect(issuer.credentials()).toEqual([]);
    expect(issuanceProgress(issuer.world, school, issuance)).toMatchObject({ state: 'scheduled', remaining: 1 });
    await issuer.importRows('A1,見本 花子,new@docomo.ne.jp', 'A2,見本 太郎,taro@gmail.com');
    await issuer.world.advance(1);
    expect(issuer.credentials().map(({ address, issuedAt }) => [address, issuedAt])).toEqual([
      ['new@docomo.ne.jp.test', '2026-04-02T09:00:00.000+09:00'],
      ['taro@gmail.com.test', '2026-04-02T09:00:00.000+09:00'],
    ]);
  });

  it('begins with the period when it is issued before', async () => {
    const issuer = await issuerWorld({ startsAt: startsAt - 10 * dayMs });
    await importRoster(issuer.world, { school, period: '2026', bytes: rosterBytes('A1,見本 花子,h@docomo.ne.jp') });
    await issuer.issue();
    const [{ jwt } = { jwt: '' }] = jwts(issuer);
    const { publicKey } = issuer.world.keys.rsa(`school/${school}/1`);
    expect(await verifyVcJwt(jwt, publicKey)).toMatchObject({ validFrom: '2026-04-01T00:00:00.000+09:00' });
  });

  it('goes to everyone of a period, also after the next period has its roster', async () => {
    const issuer = await issuerWorld();
    const bytes = rosterBytes('A1,見本 花子,h@docomo.ne.jp', 'A2,見本 太郎,t@docomo.ne.jp');
    await importRoster(issuer.world, { school, period: '2026', bytes });
    await importRoster(issuer.world, { school, period: '2027', bytes: rosterBytes('A1,見本 花子,h@docomo.ne.jp') });
    await issuer.world.perform(scheduleIssuance, { school, period: '2026', at: null, studentNumbers: null });
    await issuer.world.advance(60_000);
    expect(issuer.credentials().map(({ studentNumber, period }) => `${studentNumber} ${period}`)).toEqual([
      'A1 2026',
      'A2 2026',
    ]);
  });

  it('never gives a student two of a period: a second batch skips, another period does not', async () => {
    const issuer = await issuerWorld();
    await issuer.importRows(...rosterRows(3));
    await issuer.issue('A0002');
    const again = await issuer.issue();
    expect(issuanceProgress(issuer.world, school, again)).toMatchObject({ issued: 2, skipped: 1 });
    await issuer.world.perform(scheduleIssuance, { school, period: '2027', at: null, studentNumbers: ['A0002'] });
    await issuer.world.advance(60_000);
    expect(issuer.credentials('A0002').map(({ period }) => period)).toEqual(['2026', '2027']);
  });

  it('is refused for strangers, past times, years that are over or without roster', async () => {
    const issuer = await issuerWorld();
    const refused = (asked: object, code: string) =>
      expect(issuer.world.perform(scheduleIssuance, { ...later, at: null, ...asked }), code).rejects.toMatchObject({
        code,
      });
    await refused({}, 'period-without-roster');
    await issuer.importRows(...rosterRows(1));
    await refused({ studentNumbers: ['A0001', 'A0009'] }, 'student-not-on-roster');
    await refused({ at: startsAt - 1 }, 'issuance-in-the-past');
    await refused({ period: '2025' }, 'period-over');
    await refused({ period: '26' }, 'period-invalid');
    await refused({ school: 'nowhere' }, 'school-unknown');
    expect(() => issuanceProgress(issuer.world, school, 'issue_0001')).toThrow(
      expect.objectContaining({ code: 'issuance-unknown' }),
    );
  });

  it('says of which student nothing could be issued, and goes on with the others', async () => {
    // What no import lets in, written past it.
    const damage = command('fixture.damage', (world) => {
      world.store.run("UPDATE issuer_student SET name = 'a' || char(10) WHERE student_number = 'A0002'");
    });
    const issuer = await issuerWorld({ modules: [{ name: 'fixture', tables: '', commands: [damage] }] });
    await issuer.importRows(...rosterRows(3));
    await issuer.world.perform(damage, {});
    const issuance = await issuer.issue();
    expect(issuanceProgress(issuer.world, school, issuance)).toMatchObject({
      state: 'finished',
      issued: 2,
      failed: [{ studentNumber: 'A0002', code: 'header-injection' }],
    });
    expect(issuer.events('issuance.row-failed')).toEqual([
      { issuance, studentNumber: 'A0002', code: 'header-injection' },
    ]);
    // The credential was signed before its mail was refused: none of it stays.
    expect(issuer.credentials('A0002')).toEqual([]);
    expect(issuer.events('credential.issued')).toHaveLength(2);
  });

  it('keeps old credentials verifiable when the key is rotated', async () => {
    const issuer = await issuerWorld();
    await issuer.importRows(...rosterRows(2));
    await issuer.issue('A0001');
    await issuer.world.perform(rotateKey, { school });
    await issuer.issue('A0002');
    const [old, young] = jwts(issuer);
    expect(old?.key_id).not.toBe(young?.key_id);
    const [newest, older, ofLists] = schoolJwkSet(issuer.world, school).keys;
    expect([newest?.kid, older?.kid]).toEqual([young?.key_id, old?.key_id]);
    expect(ofLists?.alg).toBe('EdDSA');
    await expect(issuer.world.perform(rotateKey, { school: 'nowhere' })).rejects.toMatchObject({
      code: 'school-unknown',
    });
  });
});

describe('a batch that breaks off', () => {
  it('leaves whole students, and resuming serves the rest once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 1, max: 5 }),
        async (students, count, rowsPerTurn) => {
          const issuer = await issuerWorld({ issuer: { rowsPerTurn } });
          const { world } = issuer;
          await issuer.importRows(...rosterRows(students));
          await world.perform(interruptAfter, { school, count });
          const issuance = await issuer.issue();
          const isBroken = count < students;
          expect(issuanceProgress(world, school, issuance)).toMatchObject({
            state: isBroken ? 'interrupted' : 'finished',
            issued: Math.min(count, students),
            remaining: Math.max(students - count, 0),
          });
          expect(issuer.transmissions).toHaveLength(Math.min(count, students));
          await world.perform(resumeIssuance, { school, issuance });
          await world.perform(resumeIssuance, { school, issuance });
          await world.advance(60_000);
          expect(issuanceProgress(world, school, issuance)).toMatchObject({ state: 'finished', issued: students });
          expect(issuer.credentials().map(({ mails }) => mails.length)).toEqual(Array(students).fill(1));
          expect(issuer.transmissions).toHaveLength(students);
          expect(issuer.events('issuance.interrupted')).toHaveLength(isBroken ? 1 : 0);
        },
      ),
      { numRuns: 12, seed: 1 },
    );
  });

  it('can be broken off by name, and refuses names that are none', async () => {
    const issuer = await issuerWorld();
    await issuer.importRows(...rosterRows(3));
    const { issuance } = await issuer.world.perform(scheduleIssuance, { ...later, at: null });
    await issuer.world.perform(interruptAfter, { issuance, count: 2 });
    await issuer.world.advance(60_000);
    expect(issuer.events('issuance.interrupted')).toEqual([{ issuance, issued: 2, remaining: 1 }]);
    await expect(issuer.world.perform(interruptAfter, { issuance: 'issue_9', count: 1 })).rejects.toMatchObject({
      code: 'issuance-unknown',
    });
    await expect(issuer.world.perform(resumeIssuance, { school: 'other', issuance })).rejects.toMatchObject({
      code: 'issuance-unknown',
    });
  });

  it('is the same world when it is made again from its journal, cut anywhere', async () => {
    const issuer = await issuerWorld({ issuer: { rowsPerTurn: 2 } });
    await issuer.importRows(...rosterRows(5));
    await issuer.issue();
    const saved = saveWorld(issuer.world);
    const again = await loadWorld(saved, issuer.world.modules);
    expect(Buffer.from(again.serialize()).equals(Buffer.from(issuer.world.serialize()))).toBe(true);
    for (let upTo = 3; upTo < 7; upTo += 1) {
      const cut = await loadWorld(saved, issuer.world.modules, upTo);
      const whole = 'SELECT count(*) AS n FROM issuer_credential c JOIN issuer_link l USING (credential)';
      const issued = "SELECT count(*) AS n FROM issuer_issuance_row WHERE outcome = 'issued'";
      expect(cut.store.get(whole)).toEqual(cut.store.get(issued));
      await cut.advanceTo(issuer.world.clock.now());
      expect(cut.store.get(issued)).toEqual({ n: 5 });
    }
  });
});
