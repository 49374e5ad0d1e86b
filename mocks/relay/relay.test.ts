import { describe, expect, it } from 'vitest';
import { createWorld, defaultLimits } from '#sim/kernel';
import { refusedByRelay } from './index.ts';

function codeOf(address: string, parameters = {}): number | undefined {
  const world = createWorld({ seed: 1, startsAt: 0, limits: defaultLimits, parameters }, []);
  return refusedByRelay(world, { forwardPath: `${address}@docomo.ne.jp.test` })?.replyCode;
}

describe('a relay', () => {
  const strict = { relay: { addresses: 'strict' } };

  it.each(['hanako..m', 'owari.', '.hajime'])(
    'that is strict refuses %s, which RFC 5321 has no syntax for',
    (local) => {
      expect(codeOf(local, strict)).toBe(501);
    },
  );

  it.each(['hanako', 'h.m', '-hanako', '"hanako..m"'])('that is strict lets %s go on', (local) => {
    expect(codeOf(local, strict)).toBeUndefined();
  });

  it('lets every address go on when nothing else is said', () => {
    expect(codeOf('hanako..m')).toBeUndefined();
  });
});
