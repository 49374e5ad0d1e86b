import { expect, it } from 'vitest';
import { createCounter } from './counter.ts';
import { createGate } from './gate.ts';
import { createBench, issuerId } from './presentation-bench.ts';

it('a gate lets an issuer in once it is put on its list, and on its list alone', async () => {
  const bench = await createBench();
  const gateCalled = (name: string) => createGate(bench.world, bench, { name, trustedIssuers: [] });
  const gate = gateCalled('library');
  const before = await gate.scan(bench.qr());
  expect(before.checks.flatMap(({ code }) => code ?? [])).toEqual(['issuer-untrusted']);
  await gate.trust(issuerId);
  await gate.trust(issuerId);
  expect((await gate.scan(bench.qr())).verdict).toBe('accepted');
  expect((await gateCalled('gym').scan(bench.qr())).verdict).toBe('refused');
  const told = bench.world.log.after(0).filter(({ type }) => type === 'gate.issuer-trusted');
  expect(told.map(({ data }) => data)).toEqual([{ gate: 'library', issuer: issuerId }]);
});

it('a counter has a list of its own', async () => {
  const bench = await createBench();
  const counter = createCounter(bench.world, bench, { name: 'office', trustedIssuers: [] });
  expect((await counter.check(bench.qr(), {}, {})).verdict).toBe('refused');
  await counter.trust(issuerId);
  expect((await counter.check(bench.qr(), {}, {})).verdict).toBe('accepted');
});
