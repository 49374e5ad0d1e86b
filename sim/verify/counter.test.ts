import { describe, expect, it } from 'vitest';
import { type Counter, createCounter } from './counter.ts';
import { type Bench, createBench, issuerId } from './presentation-bench.ts';

const hanako = { name: '見本 花子', studentNumber: '0012345', school: '見本大学' };

async function counterWith(): Promise<{ bench: Bench; counter: Counter }> {
  const bench = await createBench();
  return { bench, counter: createCounter(bench.world, bench, { name: 'student-office', trustedIssuers: [issuerId] }) };
}

describe('a counter', () => {
  it('accepts the person that the student ID names, however wide the letters', async () => {
    const { bench, counter } = await counterWith();
    const claimed = { name: '見本　花子', studentNumber: '００１２３４５', school: '見本大学' };
    const judgement = await counter.check(bench.qr(), hanako, claimed);
    expect(judgement.verdict).toBe('accepted');
    expect(judgement.checks.slice(-3).map(({ id }) => id)).toEqual(['identity-name', 'identity-number', 'school']);
    expect(bench.world.log.after(0)).toMatchObject([
      { type: 'counter.checked', data: { counter: 'student-office', verdict: 'accepted' } },
    ]);
  });

  it.each([
    ['identity-name', { ...hanako, name: '見本 太郎' }],
    ['identity-number', { ...hanako, studentNumber: '12345' }],
    ['school', { ...hanako, school: '別の大学' }],
  ])('refuses a statement that differs: %s', async (id, claimed) => {
    const { bench, counter } = await counterWith();
    const { verdict, checks } = await counter.check(bench.qr(), hanako, claimed);
    expect(verdict).toBe('refused');
    expect(checks.filter(({ valid }) => !valid)).toMatchObject([{ id, code: 'statement-differs' }]);
  });

  it('refuses a card on the screen that is not the one that was issued', async () => {
    const { bench, counter } = await counterWith();
    const shown = { ...hanako, name: '別人 太郎' };
    const { verdict, checks } = await counter.check(bench.qr(), shown, shown);
    expect(verdict).toBe('refused');
    expect(checks.filter(({ valid }) => !valid)).toMatchObject([{ id: 'identity-name', code: 'card-differs' }]);
  });

  it('compares only what was stated', async () => {
    const { bench, counter } = await counterWith();
    expect((await counter.check(bench.qr(), {}, { name: '見本花子' })).verdict).toBe('accepted');
  });

  it('refuses the right person with a revoked student ID', async () => {
    const { bench, counter } = await counterWith();
    bench.services.status = 'revoked';
    const { verdict, checks } = await counter.check(bench.qr(), hanako, hanako);
    expect(verdict).toBe('refused');
    expect(checks.filter(({ valid }) => !valid)).toMatchObject([{ id: 'status', code: 'revoked' }]);
  });

  it('writes no name or number into the event', async () => {
    const { bench, counter } = await counterWith();
    await counter.check(bench.qr(), hanako, { ...hanako, name: '見本 太郎' });
    expect(JSON.stringify(bench.world.log.after(0))).not.toMatch(/花子|太郎|0012345/);
  });
});
