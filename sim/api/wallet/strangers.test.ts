import { describe, expect, it } from 'vitest';
import type { World } from '../../kernel/index.ts';
import { authorizeUrl, register, requestIn } from '../open-badges/host-fixture.ts';
import { activeAccount, createWalletFixture, deviceOf, form, hanako, password, type Watch } from '../wallet-fixture.ts';

const stranger = 'stranger@gmail.com.test';

/** Writes down every statement that the wallet runs, at the edge and in its commands, and every hash it makes. */
function createMeter(): Watch & { readonly noted: string[] } {
  const noted: string[] = [];
  const note = (sql: string): string => {
    noted.push(sql.replace(/\s+/g, ' '));
    return sql;
  };
  return {
    noted,
    hashPassword: async (typed, salt) => {
      noted.push('hash');
      return `${typed} with ${salt}`;
    },
    world: <Of extends World>(world: Of): Of => {
      const store = {
        ...world.store,
        get: <Row>(sql: string, ...values: (string | number | null)[]) => world.store.get<Row>(note(sql), ...values),
        all: <Row>(sql: string, ...values: (string | number | null)[]) => world.store.all<Row>(note(sql), ...values),
        insert: (sql: string, ...values: (string | number | null)[]) => world.store.insert(note(sql), ...values),
        run: (sql: string, ...values: (string | number | null)[]) => world.store.run(note(sql), ...values),
      };
      const metered: ProxyHandler<Of> = {
        get(target, name) {
          if (name === 'store') return store;
          const member: unknown = Reflect.get(target, name, target);
          return typeof member === 'function' ? member.bind(target) : member;
        },
      };
      return new Proxy(world, metered);
    },
  };
}

describe.each(['pending', 'active'])('a stranger, beside an account that is %s,', (state) => {
  async function meteredWallet() {
    const meter = createMeter();
    const wallet = createWalletFixture({}, meter);
    if (state === 'active') await activeAccount(wallet);
    else await wallet.ask('POST', '/registrations', form(wallet.issuer.issue('cred_0001', hanako)));
    await wallet.world.advance(10_000);
    const ask = async (path: string, body: object | string) => {
      meter.noted.length = 0;
      const response = await wallet.ask('POST', path, { body });
      return { status: response.status, text: response.body.toString('utf8'), cost: [...meter.noted] };
    };
    return { wallet, ask };
  }

  it('gets the same answer at the same cost from the log-in, up to the lock, in it and after it', async () => {
    const { wallet, ask } = await meteredWallet();
    const tryAt = (address: string) =>
      ask('/sessions', { address, password: 'Wrong2026!', device: deviceOf(wallet.world, 'hs_0001') });
    const compare = async (expected: string): Promise<void> => {
      const known = await tryAt(hanako);
      expect(await tryAt(stranger)).toEqual(known);
      expect(known.text).toContain(expected);
      expect(known.cost.filter((noted) => noted === 'hash')).toHaveLength(1);
      expect(known.cost.filter((noted) => noted.includes('FROM wallet_address'))).toHaveLength(2);
    };
    for (let attempt = 1; attempt <= 4; attempt += 1) await compare('login-failed');
    await compare('account-locked');
    await compare('account-locked');
    await wallet.world.advance(1_800_000);
    await compare('login-failed');
  });

  it('gets the same answer at the same cost where a service asks for access, up to the lock and in it', async () => {
    const { wallet, ask } = await meteredWallet();
    const { client_id: client } = await register({
      ask: (method, path, _headers, body = '') => wallet.ask(method, path, { body: JSON.parse(body) }),
    });
    const request = requestIn((await wallet.ask('GET', authorizeUrl(client))).body.toString('utf8'));
    const tryAt = async (address: string) => {
      const form = new URLSearchParams({ request, address, password: 'Wrong2026!', decision: 'allow' });
      const answer = await ask('/oauth/authorize', form.toString());
      // The form has the address again that was typed.
      return { ...answer, text: answer.text.replaceAll(address, '…') };
    };
    for (let attempt = 1; attempt <= 6; attempt += 1) {
      const known = await tryAt(hanako);
      expect(await tryAt(stranger)).toEqual(known);
      expect(known.status).toBe(403);
      expect(known.text).toContain(attempt < 5 ? 'パスワードが正しくありません' : 'あと30分間はログインできません');
      expect(known.cost.filter((noted) => noted === 'hash')).toHaveLength(1);
      expect(known.cost.filter((noted) => noted.includes('FROM wallet_address'))).toHaveLength(2);
    }
    expect(wallet.events()).not.toContain('access.granted');
  });

  it('gets the same answer at the same cost when asking for a new password', async () => {
    const { wallet, ask } = await meteredWallet();
    const known = await ask('/password-resets', { address: hanako });
    expect(await ask('/password-resets', { address: stranger })).toEqual(known);
    expect(known.status).toBe(202);
    expect(await wallet.mailsTo(stranger)).toEqual([]);
    expect(await wallet.mailsTo(hanako)).toContain('password-reset');
  });

  it('gets the same answer at the same cost when asking for the activation mail', async () => {
    const { ask } = await meteredWallet();
    const known = await ask('/activation-mails', { address: hanako, password: 'Wrong2026!' });
    expect(await ask('/activation-mails', { address: stranger, password: 'Wrong2026!' })).toEqual(known);
    expect(known.status).toBe(202);
    expect(known.cost.filter((noted) => noted === 'hash')).toHaveLength(1);
    const right = await ask('/activation-mails', { address: hanako, password });
    expect([right.status, right.text]).toEqual([known.status, known.text]);
  });
});
