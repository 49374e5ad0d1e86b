import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { builtFolder } from './built-files.ts';
import { walletAppPolicy, walletPageApp } from './wallet-app.ts';

it('has one policy, whether the app is served or opened from its package', () => {
  const page = readFileSync(new URL('./package/index.html', import.meta.url), 'utf8');
  expect(/content="(default-src [^"]+)"/.exec(page)?.[1]?.split('; ')).toEqual(walletAppPolicy);
});

it('is not there before it was built', () => {
  expect(builtFolder('/nowhere/')).toBeUndefined();
  expect(walletPageApp('')?.head).toContain('<script type="module" src="/app/wallet-app.js"></script>');
});
