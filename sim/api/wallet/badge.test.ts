import { expect, test } from 'vitest';
import { unbake } from '../../baking/index.ts';
import { jwtOf } from '../fake-issuer.ts';
import { activeAccount, createWalletFixture, login } from '../wallet-fixture.ts';

test.each([
  ['png', 'image/png'],
  ['svg', 'image/svg+xml'],
])('a received credential is given as a badge.%s, to its holder alone', async (format, type) => {
  const wallet = createWalletFixture();
  await activeAccount(wallet);
  const { session: bearer } = await login(wallet);
  const path = `/credentials/cred_0001/badge.${format}`;
  expect(await wallet.outcome('GET', path, { bearer })).toBe('not-found');
  await wallet.ask('POST', '/credentials/cred_0001/receive', { bearer });
  const { headers, body } = await wallet.ask('GET', path, { bearer });
  expect(headers['content-type']).toContain(type);
  expect(unbake(body)).toMatchObject({ format, version: 'ob3', text: jwtOf('cred_0001') });
  expect(await wallet.outcome('GET', path)).toBe('unauthorized');
});
