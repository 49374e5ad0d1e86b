import { describe, expect, it } from 'vitest';
import { createWorld, defaultLimits } from '../kernel/index.ts';
import { seal, unseal } from './sealed-text.ts';

const worldOf = (seed: number) => createWorld({ seed, startsAt: 0, limits: defaultLimits, parameters: {} }, []);

describe('a sealed text', () => {
  const world = worldOf(7);

  it.each(['', 'a', 'token', '届く', 'x'.repeat(8_000)])('opens again: %.10s', (text) => {
    const sealed = seal(world, text, 'connection_0001/access');
    expect(unseal(world, sealed, 'connection_0001/access')).toBe(text);
    if (text.length > 3) expect(sealed).not.toContain(text.slice(0, 20));
  });

  it('opens at no other place, in no other world, and not when it was altered', () => {
    const sealed = seal(world, 'token', 'connection_0001/access');
    expect(() => unseal(world, sealed, 'connection_0002/access')).toThrow();
    expect(() => unseal(worldOf(8), sealed, 'connection_0001/access')).toThrow();
    for (let at = 0; at < sealed.length; at += 7) {
      const altered = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1);
      expect(() => unseal(world, altered, 'connection_0001/access')).toThrow();
    }
    expect(() => unseal(world, '', 'connection_0001/access')).toThrow();
  });

  it('shares its nonce with no other text or place', () => {
    const nonces = ['a', 'b'].flatMap((text) => ['x', 'y'].map((place) => seal(world, text, place).slice(0, 16)));
    expect(new Set(nonces).size).toBe(4);
  });
});
