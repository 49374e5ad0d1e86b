import { describe, expect, it } from 'vitest';
import { command } from '../kernel/index.ts';
import { issuerWorld, rosterRows } from './issuer-fixture.ts';
import { shuffled } from './status-entry.ts';
import { statusListCredential } from './status-list-credential.ts';

const all = 131_072;

describe('the entries of a status list', () => {
  it('come each once, in an order that differs from list to list', () => {
    // As many random numbers would meet a hundred times.
    const order = Array.from({ length: 5_000 }, (_, n) => shuffled('secret', n * 26));
    expect(new Set(order).size).toBe(order.length);
    expect(order.every((index) => Number.isInteger(index) && index >= 0 && index < all)).toBe(true);
    const same = order.filter((index, n) => shuffled('another', n * 26) === index);
    expect(same.length).toBeLessThan(5);
  });

  it('lie all over the list from the first one on, near to none of those before', () => {
    const first = Array.from({ length: 64 }, (_, n) => shuffled('secret', n));
    const eighths = new Set(first.map((index) => Math.floor((index * 8) / all)));
    expect(eighths.size).toBe(8);
    const steps = first.slice(1).map((index, n) => index - (first[n] ?? 0));
    expect(new Set(steps).size).toBe(steps.length);
  });
});

describe('a school that issues', () => {
  it('begins another list before more of one is in use than it says', async () => {
    const issuer = await issuerWorld({ issuer: { entriesPerStatusList: 2 } });
    await issuer.importRows(...rosterRows(5));
    await issuer.issue();
    const rows = issuer.world.store.all<{ list: number; entry: number }>(
      'SELECT status_list AS list, status_index AS entry FROM issuer_credential ORDER BY credential',
    );
    expect(rows.map(({ list }) => list)).toEqual([1, 1, 2, 2, 3]);
    expect(new Set(rows.map(({ list, entry }) => `${list}/${entry}`)).size).toBe(5);
    const named = (list: number) => () =>
      statusListCredential(issuer.world, { school: 'mihon-university', list, purpose: 'revocation' });
    expect(named(3)().id).toContain('/status-lists/3/revocation');
    expect(named(4)).toThrow(expect.objectContaining({ code: 'status-list-unknown' }));
  });

  it('gives another student the entry of one whose credential was never made', async () => {
    // A name that no credential can carry: the schema refuses it, and all of that student is undone.
    const spoil = command('test.spoil', (world) => {
      world.store.run("UPDATE issuer_student SET name = '' WHERE student_number = 'A1'");
    });
    const spoiling = { name: 'test', tables: '', commands: [spoil] };
    const issuer = await issuerWorld({ modules: [spoiling] });
    await issuer.importRows('A1,見本 花子,hanako@docomo.ne.jp', 'A2,見本 太郎,taro@docomo.ne.jp');
    await issuer.world.perform(spoil, {});
    await issuer.issue();
    expect(issuer.credentials().map(({ studentNumber }) => studentNumber)).toEqual(['A2']);
    expect(issuer.world.store.get('SELECT used FROM issuer_status_use')).toEqual({ used: 1 });
  });
});
