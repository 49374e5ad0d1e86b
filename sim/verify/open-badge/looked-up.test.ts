import { expect, it } from 'vitest';
import type { Fetch } from '../../kernel/index.ts';
import { lookUp } from './looked-up.ts';

const fetch: Fetch = async () => ({
  status: 200,
  headers: {},
  body: Buffer.from('{}'),
  json: <Body>() => ({}) as Body,
});

it.each([
  ['https://issuer.example/jwks', 'found'],
  ['http://localhost:8081/schools/mihon-university/jwks', 'found'],
  ['http://issuer.example/jwks', 'failed'],
  ['http://localhost:8081@issuer.example/jwks', 'failed'],
  ['http://127.0.0.1:8081/jwks', 'failed'],
])('%s is %s', async (url, state) => {
  expect(await lookUp(fetch, url, 100)).toMatchObject({ state });
});
