import { describe, expect, it } from 'vitest';
import { decodeStatusList, isStatusSet } from '../proof/index.ts';
import { securedOf } from './credential-record.ts';
import {
  claimCredential,
  credentialStatus,
  reinstateCredential,
  reissueCredential,
  revokeCredential,
  type StatusPurpose,
  suspendCredential,
} from './index.ts';
import { dayMs, type IssuerWorld, issuerWorld, school } from './issuer-fixture.ts';
import { statusListCredential } from './status-list-credential.ts';

const credential = 'cred_0001';

async function issued(): Promise<IssuerWorld> {
  const issuer = await issuerWorld();
  await issuer.importRows('A1,見本 花子,hanako@docomo.ne.jp');
  await issuer.issue();
  return issuer;
}
const claim = ({ world }: IssuerWorld) =>
  world.perform(claimCredential, { credential, account: 'acct_0001', addresses: ['hanako@docomo.ne.jp.test'] });
const suspend = ({ world }: IssuerWorld, reason = '端末の紛失') =>
  world.perform(suspendCredential, { school, credential, reason });
const reinstate = ({ world }: IssuerWorld) => world.perform(reinstateCredential, { school, credential });

/** What the list says of a credential, by what the credential itself says of where to look. */
function isSet({ world }: IssuerWorld, purpose: StatusPurpose, of = credential): boolean {
  const payload = JSON.parse(
    Buffer.from(securedOf(world, of).secured.split('.')[1] ?? '', 'base64url').toString('utf8'),
  );
  const { statusListCredential: url, statusListIndex } = payload.credentialStatus;
  const list = statusListCredential(world, { school, list: 1, purpose });
  expect(list.id).toBe(url.replace('/revocation', `/${purpose}`));
  return isStatusSet(decodeStatusList(list.credentialSubject.encodedList), Number(statusListIndex));
}

describe('a suspension', () => {
  it('sets the entry in the list of suspensions until it is lifted, and in no other', async () => {
    const issuer = await issued();
    expect(isSet(issuer, 'suspension')).toBe(false);
    expect(await suspend(issuer)).toEqual({ credential, isSuspended: true });
    expect([isSet(issuer, 'suspension'), isSet(issuer, 'revocation')]).toEqual([true, false]);
    expect(credentialStatus(issuer.world, credential)).toMatchObject({ status: 'suspended' });
    expect(issuer.credentials()[0]).toMatchObject({
      state: 'notified',
      suspendedSince: '2026-04-01T09:01:00.000+09:00',
    });
    expect(await reinstate(issuer)).toEqual({ credential, isSuspended: false });
    expect(isSet(issuer, 'suspension')).toBe(false);
    expect(credentialStatus(issuer.world, credential)).toEqual({ credential, status: 'active' });
    expect(issuer.credentials()[0]?.suspendedSince).toBeUndefined();
  });

  it('is told once, with its reason, however often it is asked for', async () => {
    const issuer = await issued();
    await suspend(issuer);
    await suspend(issuer, '別の理由');
    await reinstate(issuer);
    await reinstate(issuer);
    expect(issuer.events('credential.suspended')).toEqual([{ credential, reason: '端末の紛失' }]);
    expect(issuer.events('credential.reinstated')).toEqual([{ credential }]);
  });

  it('does not stop the validity from running out', async () => {
    const issuer = await issued();
    await claim(issuer);
    await suspend(issuer);
    await issuer.world.advance(366 * dayMs);
    expect(issuer.credentials()[0]?.state).toBe('expired');
    expect(credentialStatus(issuer.world, credential).status).toBe('expired');
    await expect(reinstate(issuer)).rejects.toMatchObject({ code: 'credential-expired' });
  });

  it('may end in a revocation, which cannot be taken back', async () => {
    const issuer = await issued();
    await suspend(issuer);
    await issuer.world.perform(revokeCredential, { school, credential, reason: '退学' });
    expect([isSet(issuer, 'suspension'), isSet(issuer, 'revocation')]).toEqual([true, true]);
    expect(credentialStatus(issuer.world, credential).status).toBe('revoked');
    await expect(reinstate(issuer)).rejects.toMatchObject({ code: 'credential-revoked' });
    await expect(suspend(issuer)).rejects.toMatchObject({ code: 'credential-revoked' });
  });

  it('is no business of another school', async () => {
    const { world } = await issued();
    const asked = { school: 'other', credential, reason: '-' };
    await expect(world.perform(suspendCredential, asked)).rejects.toMatchObject({ code: 'credential-unknown' });
    await expect(world.perform(reinstateCredential, asked)).rejects.toMatchObject({ code: 'credential-unknown' });
  });
});

describe('a credential that ended for good', () => {
  it.each(['new-address', 'revoke-and-issue'] as const)(
    'is revoked in the list after %s, and the new one is not',
    async (mode) => {
      const issuer = await issued();
      if (mode === 'revoke-and-issue') await claim(issuer);
      await issuer.world.perform(reissueCredential, { school, credential, mode, address: null });
      expect([isSet(issuer, 'revocation'), isSet(issuer, 'revocation', 'cred_0002')]).toEqual([true, false]);
      await expect(suspend(issuer)).rejects.toMatchObject({
        code: mode === 'new-address' ? 'credential-superseded' : 'credential-revoked',
      });
    },
  );
});
