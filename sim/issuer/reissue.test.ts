import { describe, expect, it } from 'vitest';
import { studentIdOf, verifyVcJwt } from '../proof/index.ts';
import {
  claimCredential,
  credentialStatus,
  offerOfLink,
  offersTo,
  type ReissueMode,
  reissueCredential,
  revokeCredential,
} from './index.ts';
import { dayMs, type IssuerWorld, type IssuerWorldOptions, issuerWorld, school, startsAt } from './issuer-fixture.ts';

const address = 'hanako@docomo.ne.jp.test';

async function issued(options?: IssuerWorldOptions): Promise<IssuerWorld> {
  const issuer = await issuerWorld(options);
  await issuer.importRows('A1,見本 花子,hanako@docomo.ne.jp');
  await issuer.issue();
  return issuer;
}
async function reissue({ world }: IssuerWorld, mode: ReissueMode, credential = 'cred_0001', to: string | null = null) {
  const answer = await world.perform(reissueCredential, { school, credential, mode, address: to });
  await world.advance(60_000);
  return answer.credential;
}
const claim = ({ world }: IssuerWorld, credential = 'cred_0001', by = address) =>
  world.perform(claimCredential, { credential, account: 'acct_0001', addresses: [by] });
const states = (issuer: IssuerWorld) => issuer.credentials().map(({ credential, state }) => [credential, state]);
const links = (issuer: IssuerWorld, to = address) =>
  issuer.tokens(to).map((token) => offerOfLink(issuer.world, token).state);

describe('a resend', () => {
  it('sends the same credential once more; only the newest link lives', async () => {
    const issuer = await issued();
    expect(await reissue(issuer, 'resend')).toBe('cred_0001');
    expect(states(issuer)).toEqual([['cred_0001', 'notified']]);
    expect(links(issuer)).toEqual(['superseded', 'live']);
    expect(issuer.events('credential.reissued')).toEqual([
      { credential: 'cred_0001', mode: 'resend', into: 'cred_0001' },
    ]);
    expect(issuer.events('credential.notified').at(-1)).toMatchObject({ cause: 'reissue' });
  });

  it('opens the window once more when it had closed, and starts the reminders anew', async () => {
    const issuer = await issued();
    await issuer.world.advance(181 * dayMs);
    const mails = issuer.transmissions.length;
    await reissue(issuer, 'resend');
    expect(states(issuer)).toEqual([['cred_0001', 'notified']]);
    await issuer.world.advance(31 * dayMs);
    expect(issuer.transmissions).toHaveLength(mails + 2);
    await claim(issuer);
    expect(states(issuer)).toEqual([['cred_0001', 'claimed']]);
  });

  it('leaves no second chain of reminders behind', async () => {
    const issuer = await issued();
    await issuer.world.advance(15 * dayMs);
    await reissue(issuer, 'resend');
    await issuer.world.advance(40 * dayMs);
    expect(issuer.transmissions).toHaveLength(3);
  });

  it('lifts the suppression of the address', async () => {
    let isKnown = false;
    const issuer = await issued({
      answer: () =>
        isKnown ? { replyCode: 250, text: 'Ok' } : { replyCode: 550, text: 'Unknown user', stage: 'RCPT' },
    });
    isKnown = true;
    await reissue(issuer, 'resend');
    expect(issuer.credentials()[0]?.mails.map(({ state }) => state)).toEqual(['rejected', 'accepted']);
  });
});

describe('a reissue to a new address', () => {
  it('replaces what was not received: the old one and its links are superseded', async () => {
    const issuer = await issued();
    expect(await reissue(issuer, 'new-address', 'cred_0001', 'hanako@gmail.com')).toBe('cred_0002');
    expect(states(issuer)).toEqual([
      ['cred_0001', 'superseded'],
      ['cred_0002', 'notified'],
    ]);
    expect(links(issuer)).toEqual(['superseded']);
    expect(links(issuer, 'hanako@gmail.com.test')).toEqual(['live']);
    expect(issuer.events('credential.superseded')).toEqual([{ credential: 'cred_0001', by: 'cred_0002' }]);
    expect(credentialStatus(issuer.world, 'cred_0001')).toMatchObject({ status: 'superseded' });
    expect(offersTo(issuer.world, [address])).toEqual([]);
    await expect(claim(issuer)).rejects.toMatchObject({ code: 'credential-superseded' });
    await claim(issuer, 'cred_0002', 'hanako@gmail.com.test');
  });

  it('goes to the address on the roster, with the name on it, when none is given', async () => {
    const issuer = await issued();
    await issuer.importRows('A1,山田 花子,hanako.y@gmail.com');
    await reissue(issuer, 'new-address');
    const { secured } = await claim(issuer, 'cred_0002', 'hanako.y@gmail.com.test');
    const { publicKey } = issuer.world.keys.rsa(`school/${school}/1`);
    const [old, young] = issuer.world.store.all<{ secured: string }>(
      'SELECT secured FROM issuer_secured ORDER BY credential',
    );
    expect(studentIdOf(await verifyVcJwt(secured, publicKey)).name).toBe('山田 花子');
    expect(secured).toBe(young?.secured);
    // The person is the same, so the pseudonym is.
    const subject = async (text = '') => (await verifyVcJwt(text, publicKey)).sub;
    expect(await subject(old?.secured)).toBe(await subject(young?.secured));
  });

  it('keeps the given address on the roster', async () => {
    const issuer = await issued();
    await reissue(issuer, 'new-address', 'cred_0001', 'hanako@gmail.com');
    await reissue(issuer, 'new-address', 'cred_0002');
    expect(issuer.credentials().map((one) => one.address)).toEqual([
      address,
      'hanako@gmail.com.test',
      'hanako@gmail.com.test',
    ]);
  });
});

describe('revoke and issue', () => {
  it('ends what was received and issues another one', async () => {
    const issuer = await issued();
    await claim(issuer);
    expect(await reissue(issuer, 'revoke-and-issue', 'cred_0001', 'hanako@gmail.com')).toBe('cred_0002');
    expect(states(issuer)).toEqual([
      ['cred_0001', 'revoked'],
      ['cred_0002', 'notified'],
    ]);
    expect(credentialStatus(issuer.world, 'cred_0001').status).toBe('revoked');
    await expect(claim(issuer)).rejects.toMatchObject({ code: 'credential-revoked' });
  });
});

describe('a reissue in the wrong mode', () => {
  it('is refused with what to do, and changes nothing', async () => {
    const issuer = await issued();
    const refused = async (mode: ReissueMode, code: string, to: string | null = null) => {
      const before = issuer.events('mail.queued').length;
      await expect(reissue(issuer, mode, 'cred_0001', to), `${mode} ${code}`).rejects.toMatchObject({ code });
      expect(issuer.events('mail.queued')).toHaveLength(before);
    };
    await refused('revoke-and-issue', 'reissue-not-received');
    await refused('resend', 'reissue-address-needless', 'hanako@gmail.com');
    await refused('new-address', 'reissue-address-invalid', 'hanako@docmo.ne.jp');
    await claim(issuer);
    await refused('resend', 'reissue-received');
    await refused('new-address', 'reissue-received');
    await reissue(issuer, 'revoke-and-issue');
    await refused('resend', 'credential-revoked');
    await expect(
      issuer.world.perform(reissueCredential, {
        school: 'other',
        credential: 'cred_0002',
        mode: 'resend',
        address: null,
      }),
    ).rejects.toMatchObject({ code: 'credential-unknown' });
  });

  it('is refused for what was replaced, and after the year', async () => {
    const issuer = await issued();
    await reissue(issuer, 'new-address');
    await expect(reissue(issuer, 'resend')).rejects.toMatchObject({ code: 'credential-superseded' });
    await issuer.world.advanceTo(startsAt + 365 * dayMs);
    await expect(reissue(issuer, 'resend', 'cred_0002')).rejects.toMatchObject({ code: 'credential-expired' });
  });
});

describe('revoking', () => {
  it('ends a credential and its links for good, and makes room for another one', async () => {
    const issuer = await issued();
    const revocation = { school, credential: 'cred_0001', reason: '退学' };
    await issuer.world.perform(revokeCredential, revocation);
    expect(await issuer.world.perform(revokeCredential, revocation)).toEqual({
      credential: 'cred_0001',
      state: 'revoked',
    });
    expect(issuer.events('credential.revoked')).toEqual([{ credential: 'cred_0001', reason: '退学' }]);
    expect(links(issuer)).toEqual(['expired']);
    expect(offersTo(issuer.world, [address])).toMatchObject([{ state: 'revoked' }]);
    await issuer.world.advance(200 * dayMs);
    expect(issuer.transmissions).toHaveLength(1);
    await issuer.issue();
    expect(states(issuer)).toEqual([
      ['cred_0001', 'revoked'],
      ['cred_0002', 'notified'],
    ]);
  });

  it('is refused for what was replaced already', async () => {
    const issuer = await issued();
    await reissue(issuer, 'new-address');
    await expect(
      issuer.world.perform(revokeCredential, { school, credential: 'cred_0001', reason: 'x' }),
    ).rejects.toMatchObject({ code: 'credential-superseded' });
  });
});
