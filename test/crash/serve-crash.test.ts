import { expect, it } from 'vitest';
import { serveUnderKills } from './serve-kills.ts';

it.skipIf(process.platform === 'win32')(
  'a server that is killed under load has all that it acknowledged when it is back',
  { timeout: 240_000 },
  async () => {
    const { acknowledged, wrongs } = await serveUnderKills(3, 1);
    expect(wrongs).toEqual([]);
    expect(acknowledged).toBeGreaterThan(10);
  },
);
