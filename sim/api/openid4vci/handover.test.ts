import { describe, expect, it } from 'vitest';
import { claimCredential } from '../../issuer/index.ts';
import { loadWorld, saveWorld } from '../../kernel/index.ts';
import { address, at, openid4vciWorld, refusalIn, request, tokenOf } from './openid4vci-fixture.ts';

const hourMs = 3_600_000;

describe('a deferred credential', () => {
  it('is handed over when it is time, once, and only for its token', async () => {
    const fixture = await openid4vciWorld({ parameters: { deferredMs: hourMs } });
    const bearer = await tokenOf(fixture);
    const { status, body } = await request(fixture, bearer);
    expect([status, body.interval]).toEqual([202, 5]);
    const json = { transaction_id: body.transaction_id };
    const ask = (of = bearer) => fixture.ask('POST', at('deferred'), { bearer: of, json });
    expect((await ask()).status).toBe(202);
    expect(fixture.credentials()).toMatchObject([{ state: 'notified' }]);
    await fixture.world.advance(hourMs);
    const issued = await ask();
    expect(issued.status).toBe(200);
    expect(fixture.credentials()).toMatchObject([{ state: 'claimed' }]);
    const again = await ask();
    expect([again.body.error, refusalIn(again)]).toEqual(['invalid_transaction_id', 'openid4vci-transaction-unknown']);
    const odd = await fixture.ask('POST', at('deferred'), { bearer, json: {} });
    expect(odd.body.error).toBe('invalid_credential_request');
  });

  it('is denied when it was received elsewhere while it waited', async () => {
    const fixture = await openid4vciWorld({ parameters: { deferredMs: hourMs } });
    const bearer = await tokenOf(fixture);
    const { body } = await request(fixture, bearer);
    const [listed] = fixture.credentials();
    const claim = { credential: listed?.credential ?? '', account: 'acct_1', addresses: [address] };
    await fixture.world.perform(claimCredential, claim);
    await fixture.world.advance(hourMs);
    const answer = await fixture.ask('POST', at('deferred'), { bearer, json: { transaction_id: body.transaction_id } });
    expect(answer.body.error).toBe('credential_request_denied');
  });
});

describe('the journal', () => {
  it('brings the same events back, and holds no secret in clear', async () => {
    const fixture = await openid4vciWorld({ parameters: { deferredMs: 1_000 } });
    const { world } = fixture;
    const bearer = await tokenOf(fixture);
    const { body } = await request(fixture, bearer);
    await world.advance(1_000);
    const transaction = String(body.transaction_id);
    await fixture.ask('POST', at('deferred'), { bearer, json: { transaction_id: transaction } });
    const saved = saveWorld(world);
    for (const secret of [bearer, transaction, fixture.link()]) expect(JSON.stringify(saved)).not.toContain(secret);
    using again = await loadWorld(saved, world.modules);
    expect(again.log.after(0)).toEqual(world.log.after(0));
    expect(fixture.events('credential.bound')).toHaveLength(1);
  });
});

describe('a notification', () => {
  it('is noted once, for the token that it belongs to', async () => {
    const fixture = await openid4vciWorld();
    const bearer = await tokenOf(fixture);
    const { body } = await request(fixture, bearer);
    const tell = (json: unknown) => fixture.ask('POST', at('notification'), { bearer, json });
    const accepted = { notification_id: body.notification_id, event: 'credential_accepted' };
    expect([(await tell(accepted)).status, (await tell(accepted)).status]).toEqual([204, 204]);
    expect(fixture.events('openid4vci.notified')).toMatchObject([{ event: 'credential_accepted' }]);
    const unknown = await tell({ ...accepted, notification_id: 'x' });
    expect([unknown.body.error, refusalIn(unknown)]).toEqual([
      'invalid_notification_id',
      'openid4vci-notification-unknown',
    ]);
    const odd = await tell({ ...accepted, event: 'lost' });
    expect([odd.body.error, refusalIn(odd)]).toEqual([
      'invalid_notification_request',
      'openid4vci-notification-invalid',
    ]);
  });
});
