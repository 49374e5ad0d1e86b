import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { duties, titleOf } from './duties.ts';

it('each duty is replayed by exactly one test', () => {
  const replayed = readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.test.ts') && file !== 'duties.test.ts')
    .flatMap((file) => [...readFileSync(join(import.meta.dirname, file), 'utf8').matchAll(/\breplay\('([^']+)'/g)])
    .map(([, name]) => name);
  expect(replayed.sort()).toEqual(Object.keys(duties).sort());
});

it('a test is named by role, service, duty and clauses', () => {
  expect(titleOf('provider-paging')).toBe(
    'Host · Service Provider (Read) · follows limit, offset and since, with X-Total-Count and Link' +
      ' (https://www.imsglobal.org/spec/ob/v3p0/cert/#tests-service-provider-read, https://www.imsglobal.org/spec/ob/v3p0/#paging)',
  );
});
