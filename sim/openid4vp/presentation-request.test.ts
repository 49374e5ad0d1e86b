import { describe, expect, it } from 'vitest';
import { createWorld, defaultLimits, type Json, loadWorld, type RunningWorld, saveWorld } from '../kernel/index.ts';
import { createKeyResolver } from '../proof/index.ts';
import { openid4vpModule } from './module.ts';
import { namedQueries } from './presentation-query.ts';
import {
  answerRequest,
  isResponseCode,
  requestOf,
  requestOfResponse,
  requestOfToken,
  requestPresentation,
  requireOpen,
} from './presentation-request.ts';
import { responseTokenOf, secretsOfResponse } from './request-secrets.ts';
import { type PostedResponse, takeResponse } from './take-response.ts';
import { drawWalletNonce } from './wallet-nonce.ts';

const startsAt = Date.parse('2026-04-01T09:00:00+09:00');
const made = (): RunningWorld =>
  createWorld({ seed: 5, startsAt, limits: defaultLimits, parameters: {} }, [openid4vpModule]);

const asked = {
  query: namedQueries['student-id'] as Json,
  responseMode: 'direct_post',
  prefix: 'decentralized_identifier',
  redirectUri: 'https://library.example/done',
} as const;

const declining = { state: 'declined', outcome: { error: 'access_denied' } } as const;

async function nobody(): Promise<never> {
  throw new TypeError('nobody is asked');
}

const take = (world: RunningWorld, token: string, posted: PostedResponse) =>
  takeResponse(
    world,
    { fetch: nobody, resolveKey: createKeyResolver() },
    {
      responseToken: responseTokenOf(token),
      posted: { state: secretsOfResponse(responseTokenOf(token)).state, ...posted },
    },
  );

describe('a request for a presentation', () => {
  it('is found by its name and by its tokens, each in its place', async () => {
    const world = made();
    const { request, token } = await world.perform(requestPresentation, asked);
    const { responseCode } = secretsOfResponse(responseTokenOf(token));
    expect(requestOf(world, request)).toEqual(requestOfToken(world, token));
    expect(requestOfResponse(world, responseTokenOf(token)).request).toBe(request);
    expect(isResponseCode(world, request, responseCode)).toBe(true);
    expect(isResponseCode(world, request, token)).toBe(false);
    const unknown = expect.objectContaining({ code: 'presentation-request-unknown' });
    for (const find of [
      () => requestOf(world, token),
      () => requestOfToken(world, responseTokenOf(token)),
      () => requestOfToken(world, request),
      () => requestOfResponse(world, token),
    ]) {
      expect(find).toThrow(unknown);
    }
  });

  it('is answered once', async () => {
    const world = made();
    const { request, token } = await world.perform(requestPresentation, asked);
    await world.perform(answerRequest, { request, ...declining });
    expect(requestOf(world, request)).toMatchObject({ state: 'declined', answeredAt: startsAt });
    const answered = { code: 'presentation-request-answered' };
    await expect(world.perform(answerRequest, { request, ...declining })).rejects.toMatchObject(answered);
    await expect(take(world, token, { error: 'access_denied' })).rejects.toMatchObject(answered);
  });

  it('is over at its time, to the millisecond', async () => {
    const world = made();
    const { request, token, expiresAt } = await world.perform(requestPresentation, asked);
    await world.advance(expiresAt - startsAt - 1);
    expect(() => requireOpen(requestOf(world, request))).not.toThrow();
    await world.advance(1);
    const expired = { code: 'presentation-request-expired' };
    await expect(world.perform(answerRequest, { request, ...declining })).rejects.toMatchObject(expired);
    await expect(take(world, token, { error: 'access_denied' })).rejects.toMatchObject(expired);
    expect(requestOf(world, request).state).toBe('expired');
  });

  it.each([
    ['state', { state: 'other', error: 'access_denied' }],
    ['response', { response: 'a.b.c.d.e' }],
    ['vp_token', {}],
    ['vp_token', { vp_token: '[]' }],
    ['vp_token', { vp_token: '{}' }],
    ['vp_token', { vp_token: '{"student-id-jwt":[]}' }],
    ['vp_token', { vp_token: '{"student-id-jwt":"a.b.c"}' }],
    ['vp_token', { vp_token: '{"other":["a.b.c"]}' }],
    ['vp_token', { vp_token: '{"student-id-jwt":["a.b.c","a.b.c"]}' }],
  ])('stays open after an answer whose %s is not as it must be: %o', async (member, posted) => {
    const world = made();
    const { request, token } = await world.perform(requestPresentation, asked);
    await expect(take(world, token, posted)).rejects.toMatchObject({
      code: 'presentation-response-unfit',
      parameters: { member },
    });
    expect(requestOf(world, request).state).toBe('pending');
  });

  it('that wants its answer encrypted takes no other', async () => {
    const world = made();
    const { token } = await world.perform(requestPresentation, { ...asked, responseMode: 'direct_post.jwt' });
    for (const posted of [{ vp_token: '{}' }, { response: 'a.b.c.d.e' }, { response: '' }]) {
      await expect(take(world, token, posted)).rejects.toMatchObject({
        code: 'presentation-response-unfit',
        parameters: { member: 'response' },
      });
    }
  });
});

describe('what a verifier keeps', () => {
  async function played() {
    const world = made();
    const first = await world.perform(requestPresentation, asked);
    await world.advance(1_000);
    const second = await world.perform(requestPresentation, { ...asked, responseMode: 'direct_post.jwt' });
    const walletNonce = await world.perform(drawWalletNonce, {});
    await take(world, first.token, { vp_token: '{"student-id-jwt":["a.b.c"]}' });
    await world.perform(answerRequest, { request: second.request, ...declining });
    return { world, first, second, walletNonce };
  }

  it('is there again, byte for byte, when the world is played again', async () => {
    const { world, first } = await played();
    const again = await loadWorld(saveWorld(world), [openid4vpModule]);
    expect(Buffer.from(again.serialize()).equals(Buffer.from(world.serialize()))).toBe(true);
    expect(requestOf(again, first.request)).toMatchObject({ state: 'refused' });
    // And what comes next is drawn from the same place.
    expect(await again.perform(drawWalletNonce, {})).toBe(await world.perform(drawWalletNonce, {}));
  });

  it('opens nothing: neither a token nor what follows from it stands in the world or its journal', async () => {
    const { world, first, second } = await played();
    const kept = Buffer.from(world.serialize()).toString('latin1') + JSON.stringify(saveWorld(world));
    for (const { token } of [first, second]) {
      const secrets = secretsOfResponse(responseTokenOf(token));
      for (const secret of [token, responseTokenOf(token), ...Object.values(secrets)]) {
        expect(kept).not.toContain(secret);
      }
    }
  });
});
