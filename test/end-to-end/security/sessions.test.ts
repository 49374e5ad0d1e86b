import { describe, expect, it } from 'vitest';
import {
  ask,
  type FurnishedWorld,
  furnishedWorld,
  mailedToken,
  password,
  publicKey,
} from '../../fuzz/furnished-world.ts';

async function statusWith({ world, play }: FurnishedWorld, session: string): Promise<number> {
  const headers = { authorization: `Bearer ${session}` };
  return (await play.fetch(`${world.origins.wallet}/credentials`, { headers })).status;
}

/** Hanako's second phone. */
async function logInOnAnother({ play, addresses }: FurnishedWorld) {
  const device = { name: 'Another phone', publicKey };
  return ask<{ session: string; device: string }>(play, 'POST', '/sessions', {
    address: addresses.hanako,
    password,
    device,
  });
}

describe('a session', () => {
  it('ends at once with a log-out, and no other one does', async () => {
    const furnished = await furnishedWorld();
    using _world = furnished.world;
    const { session } = furnished.tokens;
    const another = await logInOnAnother(furnished);
    await ask(furnished.play, 'DELETE', '/sessions/current', undefined, another.session);
    expect(await statusWith(furnished, another.session)).toBe(401);
    expect(await statusWith(furnished, session)).toBe(200);
  });

  it('ends at once when its device is removed from another one', async () => {
    const furnished = await furnishedWorld();
    using _world = furnished.world;
    const another = await logInOnAnother(furnished);
    await ask(furnished.play, 'DELETE', `/devices/${another.device}`, undefined, furnished.tokens.session);
    expect(await statusWith(furnished, another.session)).toBe(401);
    expect(await statusWith(furnished, furnished.tokens.session)).toBe(200);
  });

  it('cannot be ended by somebody else', async () => {
    const furnished = await furnishedWorld();
    using _world = furnished.world;
    const { world, play, tokens } = furnished;
    const another = await logInOnAnother(furnished);
    const { status } = await play.fetch(`${world.origins.wallet}/devices/${another.device}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${tokens.otherSession}` },
    });
    expect(status).toBe(404);
    expect(await statusWith(furnished, another.session)).toBe(200);
  });

  it('ends at once, on every device, with a new password; the link of the reset with it', async () => {
    const furnished = await furnishedWorld();
    using _world = furnished.world;
    const { play, tokens } = furnished;
    const another = await logInOnAnother(furnished);
    await ask(play, 'PUT', '/passwords', { token: tokens.reset, password: 'Atarashii26!' });
    for (const session of [tokens.session, another.session]) expect(await statusWith(furnished, session)).toBe(401);
    expect(await statusWith(furnished, tokens.otherSession)).toBe(200);
    await expect(ask(play, 'PUT', '/passwords', { token: tokens.reset, password: 'Atarashii27!' })).rejects.toThrow(
      'reset-used',
    );
  });

  it('opens nothing when it is taken for another kind of token', async () => {
    const furnished = await furnishedWorld();
    using _world = furnished.world;
    const { world, play, tokens, addresses } = furnished;
    for (const token of [tokens.receive, tokens.activation, tokens.reset, tokens.address]) {
      expect(await statusWith(furnished, token)).toBe(401);
    }
    for (const path of ['receive', 'activate', 'reset', 'addresses']) {
      const { status } = await play.fetch(`${world.origins.wallet}/${path}/${tokens.session}`, {
        headers: { 'user-agent': 'iPhone Mobile' },
      });
      expect(status, path).toBeGreaterThanOrEqual(400);
    }
    expect(mailedToken(world, addresses.hanako, 'reset')).toBe(tokens.reset);
  });
});
