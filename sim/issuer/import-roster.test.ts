import { describe, expect, it } from 'vitest';
import { loadWorld, saveWorld } from '../kernel/index.ts';
import { importRoster, issuerModule } from './index.ts';
import { issuerWorld, rosterBytes, school, startsAt } from './issuer-fixture.ts';

const students = (world: { store: { all<Row>(sql: string): Row[] } }) =>
  world.store.all<{ student_number: string; name: string; address: string; subject: string }>(
    'SELECT student_number, name, address, subject FROM issuer_student ORDER BY student_number',
  );

describe('importing a roster', () => {
  it('takes the good rows in one command, and says what it did with the others', async () => {
    const { world, importRows, events } = await issuerWorld();
    const imported = await importRows(
      'A1,見本 花子,hanako@docomo.ne.jp',
      'A2,,x@gmail.com',
      'A3,見本 次郎,j@docomo.ne.jp',
    );
    expect(imported).toMatchObject({
      roster: 'roster_0001',
      period: '2026',
      accepted: 2,
      encoding: 'utf-8',
      rejected: [{ line: 3, column: '氏名', code: 'roster-cell-empty', reason: { ja: '必要な値が空です。' } }],
      mapped: [{ from: 'docomo.ne.jp', to: 'docomo.ne.jp.test', addresses: 2 }],
    });
    expect(students(world).map(({ student_number }) => student_number)).toEqual(['A1', 'A3']);
    expect(events('roster.imported')).toEqual([
      {
        school,
        roster: 'roster_0001',
        accepted: 2,
        rejected: [{ line: 3, column: '氏名', code: 'roster-cell-empty' }],
        mapped: 2,
      },
    ]);
  });

  it('updates a student who is there already, under the same pseudonym', async () => {
    const { world, importRows } = await issuerWorld();
    await importRows('A1,見本 花子,hanako@docomo.ne.jp', 'A2,見本 太郎,taro@gmail.com');
    const [before] = students(world);
    await importRows('A1,山田 花子,hanako@gmail.com');
    expect(students(world)).toEqual([
      { student_number: 'A1', name: '山田 花子', address: 'hanako@gmail.com.test', subject: before?.subject },
      expect.objectContaining({ student_number: 'A2' }),
    ]);
    await importRows('a1,山田 花子,hanako@gmail.com');
    expect(students(world).map(({ student_number }) => student_number)).toEqual(['a1', 'A2']);
    expect(before?.subject).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
  });

  it('changes nothing when the file is no table, the school unknown, or the year none', async () => {
    const { world } = await issuerWorld();
    const rows = rosterBytes('A1,見本 花子,hanako@docomo.ne.jp');
    const refused: [Parameters<typeof importRoster>[1], string][] = [
      [{ school, bytes: rosterBytes('A1,"見本,h@gmail.com') }, 'roster-quote-open'],
      [{ school: 'nowhere', bytes: rows }, 'school-unknown'],
      [{ school, bytes: rows, period: 'R8' }, 'period-invalid'],
    ];
    for (const [given, code] of refused) await expect(importRoster(world, given)).rejects.toMatchObject({ code });
    expect(students(world)).toEqual([]);
    expect(world.journal.entries()).toHaveLength(1);
  });

  it('is for the academic year of the day, unless the clerk names another', async () => {
    const { world, importRows } = await issuerWorld({ startsAt: startsAt - 86_400_000 });
    expect((await importRows('A1,見本 花子,h@docomo.ne.jp')).period).toBe('2025');
    const named = await importRoster(world, { school, period: '2026', bytes: rosterBytes('A1,花子,h@docomo.ne.jp') });
    expect(named.period).toBe('2026');
  });

  it('is in the journal as the file, so that a world made again from it is the same', async () => {
    const { world, importRows } = await issuerWorld();
    await importRows('A1,見本 花子,hanako@docomo.ne.jp', 'A2,,');
    const modules = world.modules;
    expect(modules).toContain(issuerModule);
    const again = await loadWorld(JSON.parse(JSON.stringify(saveWorld(world))), modules);
    expect(Buffer.from(again.serialize()).equals(Buffer.from(world.serialize()))).toBe(true);
  });
});
