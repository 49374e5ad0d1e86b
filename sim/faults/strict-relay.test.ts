import { describe, expect, it } from 'vitest';
import { createWorld, defaultLimits } from '../kernel/index.ts';
import { faultModule, healFault, injectFault, refusedByRelay } from './index.ts';

const fault = 'strict-relay';

function world() {
  return createWorld({ seed: 1, startsAt: 0, limits: defaultLimits, parameters: {} }, [faultModule]);
}

describe('a strict relay', () => {
  it('refuses what RFC 5321 has no syntax for, and nothing else', async () => {
    const strict = world();
    await strict.perform(injectFault, { fault, value: {} });
    const codeOf = (address: string): number | undefined => refusedByRelay(strict, address)?.replyCode;
    for (const local of ['hanako..m', 'owari.', '.hajime']) expect(codeOf(`${local}@docomo.ne.jp.test`)).toBe(501);
    for (const local of ['hanako', 'h.m', '-hanako', '"hanako..m"']) {
      expect(codeOf(`${local}@docomo.ne.jp.test`)).toBeUndefined();
    }
  });

  it('is one only as long as the fault lasts', async () => {
    const strict = world();
    expect(refusedByRelay(strict, 'a..b@docomo.ne.jp.test')).toBeUndefined();
    await strict.perform(injectFault, { fault, value: {} });
    await strict.perform(healFault, { fault });
    expect(refusedByRelay(strict, 'a..b@docomo.ne.jp.test')).toBeUndefined();
  });
});
