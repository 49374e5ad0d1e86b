import { describe, expect, it } from 'vitest';
import { formatInstant, type Module, saveWorld } from '../kernel/index.ts';
import {
  claimCredential,
  consumeLink,
  credentialStatus,
  offerOfLink,
  offersTo,
  reissueCredential,
  revokeCredential,
} from './index.ts';
import { dayMs, type IssuerWorld, issuerWorld, school, startsAt } from './issuer-fixture.ts';

const address = 'hanako@docomo.ne.jp.test';

async function issued(): Promise<IssuerWorld & { token: string }> {
  const issuer = await issuerWorld();
  await issuer.importRows('A1,見本 花子,hanako@docomo.ne.jp', 'A2,見本 太郎,taro@gmail.com');
  await issuer.issue();
  return { ...issuer, token: issuer.tokens(address)[0] ?? '' };
}
const stateOf = ({ world }: IssuerWorld, token: string) => offerOfLink(world, token).state;

describe('a mail link', () => {
  it('shows its offer to whoever asks, however often, and changes nothing', async () => {
    const issuer = await issued();
    const before = Buffer.from(issuer.world.serialize());
    for (let n = 0; n < 3; n += 1) {
      expect(offerOfLink(issuer.world, issuer.token)).toEqual({
        credential: 'cred_0001',
        state: 'live',
        expiresAt: '2026-09-28T23:59:59.000+09:00',
        address,
        school: { slug: 'mihon-university', name: { ja: '見本大学', en: 'Mihon University' } },
        achievement: { name: { ja: 'スマート学生証', en: 'Smart student ID' } },
      });
    }
    expect(Buffer.from(issuer.world.serialize()).equals(before)).toBe(true);
  });

  it('is used once', async () => {
    const issuer = await issued();
    expect(await issuer.world.perform(consumeLink, { token: issuer.token })).toEqual({
      credential: 'cred_0001',
      address,
    });
    expect(stateOf(issuer, issuer.token)).toBe('used');
    await expect(issuer.world.perform(consumeLink, { token: issuer.token })).rejects.toMatchObject({
      code: 'link-used',
    });
  });

  it('that was cut or never sent is unknown', async () => {
    const issuer = await issued();
    for (const token of [issuer.token.slice(0, -1), '', 'x'.repeat(43)]) {
      expect(() => offerOfLink(issuer.world, token)).toThrow(expect.objectContaining({ code: 'link-unknown' }));
      await expect(issuer.world.perform(consumeLink, { token })).rejects.toMatchObject({ code: 'link-unknown' });
    }
  });

  it('is written down nowhere: not in the tables, the log or a saved world', async () => {
    const issuer = await issued();
    await issuer.world.perform(consumeLink, { token: issuer.token });
    const written = [
      issuer.world.store.all('SELECT * FROM issuer_link'),
      issuer.world.log.after(0),
      saveWorld(issuer.world),
    ];
    expect(JSON.stringify(written)).not.toContain(issuer.token);
    expect(JSON.stringify(written)).toContain('issuer.consumeLink');
  });

  it('holds to the end of the 180th day in Japan, and not a second longer', async () => {
    const issuer = await issued();
    const until = startsAt + 180 * dayMs + 15 * 3_600_000 - 1_000;
    expect(formatInstant(until)).toBe('2026-09-28T23:59:59.000+09:00');
    await issuer.world.advanceTo(until - 1);
    expect(stateOf(issuer, issuer.token)).toBe('live');
    await issuer.world.advanceTo(until);
    expect(stateOf(issuer, issuer.token)).toBe('expired');
    await expect(issuer.world.perform(consumeLink, { token: issuer.token })).rejects.toMatchObject({
      code: 'link-expired',
    });
    expect(issuer.credentials('A1')[0]?.state).toBe('unclaimed-expired');
    expect(issuer.events('credential.expired')).toContainEqual({ credential: 'cred_0001', cause: 'claim-window' });
    expect(credentialStatus(issuer.world, 'cred_0001')).toMatchObject({ status: 'expired' });
  });
});

describe('a link that was used without anything being received', () => {
  async function used(): Promise<IssuerWorld & { token: string }> {
    const issuer = await issued();
    await issuer.world.perform(consumeLink, { token: issuer.token });
    return issuer;
  }
  const asked = { school, credential: 'cred_0001' };

  it('is superseded by a reissue', async () => {
    for (const mode of ['resend', 'new-address'] as const) {
      const issuer = await used();
      await issuer.world.perform(reissueCredential, { ...asked, mode, address: null });
      expect(stateOf(issuer, issuer.token), mode).toBe('superseded');
    }
  });

  it('leads nowhere once the offer is over', async () => {
    const revoked = await used();
    await revoked.world.perform(revokeCredential, { ...asked, reason: '退学' });
    expect(stateOf(revoked, revoked.token)).toBe('expired');
    const late = await used();
    await late.world.advanceTo(startsAt + 180 * dayMs + 15 * 3_600_000 - 1_001);
    expect(stateOf(late, late.token)).toBe('used');
    await late.world.advance(1);
    expect(stateOf(late, late.token)).toBe('expired');
  });

  it('stays used when the ID was received, also after the window', async () => {
    const issuer = await used();
    await issuer.world.perform(claimCredential, {
      credential: 'cred_0001',
      account: 'acct_0001',
      addresses: [address],
    });
    await issuer.world.advance(200 * dayMs);
    expect(stateOf(issuer, issuer.token)).toBe('used');
  });
});

describe('reminders', () => {
  it('go out every 30 days with one more live link each, six at most', async () => {
    const issuer = await issued();
    for (let month = 1; month <= 7; month += 1) {
      await issuer.world.advanceTo(startsAt + month * 30 * dayMs + 60_000);
      expect(issuer.tokens(address), `month ${month}`).toHaveLength(1 + Math.min(month, 6));
      if (month <= 6)
        expect(issuer.tokens(address).map((token) => stateOf(issuer, token))).toEqual(Array(month + 1).fill('live'));
    }
    expect(new Set(issuer.tokens(address).map((token) => stateOf(issuer, token)))).toEqual(new Set(['expired']));
    expect(issuer.credentials('A1')[0]?.mails.map(({ cause }) => cause)).toEqual(['issue', ...Array(6).fill('remind')]);
  });

  it('stop when the ID is received, and every link is used up with the first', async () => {
    const issuer = await issued();
    await issuer.world.advance(31 * dayMs);
    const [first = '', second = ''] = issuer.tokens(address);
    await issuer.world.perform(consumeLink, { token: second });
    expect([first, second].map((token) => stateOf(issuer, token))).toEqual(['used', 'used']);
    await issuer.world.perform(claimCredential, {
      credential: 'cred_0001',
      account: 'acct_0001',
      addresses: [address],
    });
    await issuer.world.advance(90 * dayMs);
    expect(issuer.tokens(address)).toHaveLength(2);
    expect(issuer.tokens('taro@gmail.com.test')).toHaveLength(5);
  });

  it('leave an address alone whose host knows no such user', async () => {
    const issuer = await issuerWorld({
      answer: ({ forwardPath }) => ({ replyCode: 550, text: `Unknown user ${forwardPath}`, stage: 'RCPT' }),
    });
    await issuer.importRows('A1,見本 花子,hanako@docomo.ne.jp');
    await issuer.issue();
    await issuer.world.advance(100 * dayMs);
    expect(issuer.transmissions).toHaveLength(1);
    expect(issuer.credentials()[0]?.mails).toEqual([
      expect.objectContaining({ message: 'msg_0001', state: 'rejected', replyCode: 550 }),
    ]);
  });
});

describe('receiving', () => {
  const claim = {
    credential: 'cred_0001',
    account: 'acct_0001',
    addresses: ['other@x.test', 'HANAKO@docomo.ne.jp.test'],
  };

  it('gives the owner of the address the credential, once and again the same', async () => {
    const issuer = await issued();
    const first = await issuer.world.perform(claimCredential, claim);
    expect(first.secured.split('.')).toHaveLength(3);
    expect(first.mediaType).toBe('text/plain');
    expect(await issuer.world.perform(claimCredential, { ...claim, addresses: [] })).toEqual(first);
    expect(issuer.events('credential.claimed')).toEqual([{ credential: 'cred_0001' }]);
    expect(stateOf(issuer, issuer.token)).toBe('used');
    await expect(issuer.world.perform(claimCredential, { ...claim, account: 'acct_0002' })).rejects.toMatchObject({
      code: 'already-claimed',
    });
  });

  it('is refused to who does not own the address, and to whoever names no credential', async () => {
    const issuer = await issued();
    const refused = (change: object, code: string) =>
      expect(issuer.world.perform(claimCredential, { ...claim, ...change }), code).rejects.toMatchObject({ code });
    await refused({ addresses: ['taro@gmail.com.test'] }, 'offer-of-another-address');
    await refused({ addresses: [] }, 'offer-of-another-address');
    await refused({ credential: 'cred_0099' }, 'credential-unknown');
    expect(issuer.events('credential.claimed')).toEqual([]);
  });

  it('ends with the window, and the ID with the academic year', async () => {
    const issuer = await issued();
    await issuer.world.perform(claimCredential, claim);
    await issuer.world.advance(181 * dayMs);
    const late = { credential: 'cred_0002', account: 'acct_0002', addresses: ['taro@gmail.com.test'] };
    await expect(issuer.world.perform(claimCredential, late)).rejects.toMatchObject({ code: 'claim-window-over' });
    await issuer.world.advanceTo(startsAt + 365 * dayMs);
    expect(issuer.credentials().map(({ state }) => state)).toEqual(['expired', 'unclaimed-expired']);
    expect(credentialStatus(issuer.world, 'cred_0001')).toEqual({
      credential: 'cred_0001',
      status: 'expired',
      since: '2027-03-31T23:59:59.000+09:00',
    });
    await expect(issuer.world.perform(claimCredential, claim)).rejects.toMatchObject({ code: 'credential-expired' });
  });

  it('ends with the year also for who was issued late in it', async () => {
    const issuer = await issuerWorld({ startsAt: startsAt + 300 * dayMs });
    await issuer.importRows('A1,見本 花子,hanako@docomo.ne.jp');
    await issuer.issue();
    const [token = ''] = issuer.tokens(address);
    await issuer.world.advanceTo(startsAt + 365 * dayMs);
    expect(issuer.credentials()[0]?.state).toBe('expired');
    expect(stateOf(issuer, token)).toBe('expired');
    expect(issuer.events('credential.expired')).toEqual([{ credential: 'cred_0001', cause: 'validity' }]);
  });
});

describe('the offers to addresses', () => {
  it('stand in the order of issue also where the ids grow longer', async () => {
    const counted: Module = {
      name: 'counted',
      tables: '',
      commands: [],
      begin(world) {
        for (let n = 1; n < 9_999; n += 1) world.ids.next('cred');
      },
    };
    const issuer = await issuerWorld({ modules: [counted] });
    await issuer.importRows('A1,見本 花子,hanako@docomo.ne.jp', 'A2,見本 太郎,hanako@docomo.ne.jp');
    await issuer.issue();
    const order = ['cred_9999', 'cred_10000'];
    expect(offersTo(issuer.world, [address]).map(({ credential }) => credential)).toEqual(order);
    expect(issuer.credentials().map(({ credential }) => credential)).toEqual(order);
  });

  it('are what was issued to them, in any spelling', async () => {
    const issuer = await issued();
    expect(offersTo(issuer.world, ['nobody@x.test'])).toEqual([]);
    expect(
      offersTo(issuer.world, ['Hanako@DOCOMO.ne.jp.test', 'hanako@docomo.ne.jp.test', 'taro@gmail.com.test']),
    ).toEqual([
      expect.objectContaining({
        credential: 'cred_0001',
        state: 'notified',
        address,
        issuedAt: '2026-04-01T09:00:00.000+09:00',
        validUntil: '2027-03-31T23:59:59.000+09:00',
      }),
      expect.objectContaining({ credential: 'cred_0002' }),
    ]);
  });
});
