import { expect, test } from 'vitest';
import type { CastMember } from './cast-member.ts';
import { handsets } from './handsets.ts';
import { familyNames, givenNames } from './names.ts';
import { resolveCast, resolveHandset } from './resolve-cast.ts';
import { students } from './students.ts';

const school: CastMember = { role: 'school', use: 'mihon-university' };
const castOf = (cast: Record<string, CastMember>, seed = 1, row = {}) => resolveCast({ seed, cast }, row);

test('a cell says who plays: a school, a student of it, a mailbox and a phone', () => {
  const student: CastMember = { role: 'student', use: 'hanako', provider: '$provider', handset: 'android-13' };
  expect(castOf({ school, student }, 1, { provider: 'docomo' })).toEqual({
    schools: [
      {
        key: 'school',
        slug: 'mihon-university',
        name: { ja: '見本大学', en: 'Mihon University' },
        domain: 'mihon-u.ac.jp',
        isKnownAtGate: true,
      },
    ],
    students: [
      {
        key: 'student',
        name: '見本 花子',
        kana: 'ミホン ハナコ',
        studentNumber: '2026A0123',
        faculty: '文学部',
        school: 'school',
        address: 'hanako@docomo.ne.jp',
        roster: {
          name: '見本 花子',
          kana: 'ミホン ハナコ',
          studentNumber: '2026A0123',
          faculty: '文学部',
          address: 'hanako@docomo.ne.jp',
        },
        provider: 'docomo',
        mailbox: {},
        otherMailboxes: [],
        handset: { platform: 'Android', version: '13', form: 'phone', model: 'Android 13 phone', settings: {} },
        otherHandsets: {},
      },
    ],
  });
});

test('what the scenario says stands over the library', () => {
  const student: CastMember = {
    role: 'student',
    use: 'hanako',
    studentNumber: '0001',
    mailbox: { junkBias: 'high' },
    otherMailboxes: [{ provider: 'm365' }, { provider: 'plain', address: 'h@example.jp', settings: { quotaKb: 1 } }],
    handset: 'none',
    otherHandsets: { pc: 'windows-pc' },
  };
  expect(castOf({ school, student }).students[0]).toMatchObject({
    studentNumber: '0001',
    address: 'hanako@gmail.com',
    mailbox: { junkBias: 'high' },
    otherMailboxes: [
      { address: 'hanako@mihon-u.ac.jp', provider: 'm365', settings: {} },
      { address: 'h@example.jp', provider: 'plain', settings: { quotaKb: 1 } },
    ],
    otherHandsets: { pc: { platform: 'Windows', form: 'pc' } },
  });
  expect(castOf({ school, student }).students[0]).not.toHaveProperty('handset');
});

test('a student is on the roster of the school that it names, else of the first', () => {
  const kasumi: CastMember = { role: 'school', use: 'kasumi-college' };
  const cast = castOf({
    school,
    kasumi,
    student: { role: 'student', use: 'taro' },
    friend: { role: 'student', use: 'ken', school: 'kasumi' },
  });
  expect(cast.students.map((student) => [student.key, student.school, student.address])).toEqual([
    ['student', 'school', 'taro@docomo.ne.jp'],
    ['friend', 'kasumi', 'k2026321@kasumi-jc.ac.jp'],
  ]);
});

test('the roster may have a row that is wrong, or none', () => {
  const roster = { address: '$typo', studentNumber: '0123' };
  const [student, friend] = castOf(
    {
      school,
      student: { role: 'student', use: 'hanako', roster },
      friend: { role: 'student', use: 'taro', roster: 'none' },
    },
    1,
    { typo: 'hanako@gmial.com' },
  ).students;
  expect(student).toMatchObject({
    address: 'hanako@gmail.com',
    studentNumber: '2026A0123',
    roster: { name: '見本 花子', address: 'hanako@gmial.com', studentNumber: '0123' },
  });
  expect(friend).not.toHaveProperty('roster');
});

test('a generated student has a name with its reading, and is the same whenever the seed is', () => {
  const student: CastMember = { role: 'student', use: 'generated' };
  const friend: CastMember = { role: 'student' };
  const [first, second] = castOf({ school, student, friend }, 2201).students;
  expect(castOf({ school, student, friend }, 2201).students).toEqual([first, second]);
  expect(castOf({ school, student, friend }, 2202).students).not.toEqual([first, second]);
  expect(first?.address).not.toBe(second?.address);
  expect(first?.studentNumber).not.toBe(second?.studentNumber);
  const family = familyNames.find(({ name }) => first?.name.startsWith(`${name} `));
  const given = givenNames.find(({ name }) => first?.name.endsWith(` ${name}`));
  expect(first?.kana).toBe(`${family?.kana} ${given?.kana}`);
  expect(first?.address).toMatch(new RegExp(`^${given?.latin}\\.${family?.latin}\\d{5}@`));
});

test('every name of the tables has a reading and a spelling', () => {
  for (const { name, kana, latin } of [...familyNames, ...givenNames]) {
    expect(name).not.toBe('');
    expect(kana).toMatch(/^[ァ-ヶー]+$/);
    expect(latin).toMatch(/^[a-z]+$/);
  }
});

test('the library holds names that an old encoding loses, and an address that RFC 5321 has no syntax for', () => {
  expect(students.yoshino.name).toMatch(/髙﨑.*𠮷/);
  expect(castOf({ school, student: { role: 'student', use: 'renzoku' } }).students[0]?.address).toBe(
    'hanako..m@docomo.ne.jp',
  );
});

test.each(Object.keys(handsets))('the handset %s is one that the journey can meet', (key) => {
  const handset = resolveHandset(key);
  expect(handset.version).toMatch(/^\d+(\.\d+)*$/);
  expect(handset.model).not.toBe('');
});

test('a handset that is put together is no model of the library', () => {
  expect(resolveHandset({ platform: 'iOS', version: '14.8' })).toEqual({
    platform: 'iOS',
    version: '14.8',
    form: 'phone',
    model: 'iOS 14.8 phone',
    settings: {},
  });
  expect(resolveHandset({ use: 'iphone-13', version: '15.0', settings: { freeMb: 50 } })).toEqual({
    platform: 'iOS',
    version: '15.0',
    form: 'phone',
    model: 'iPhone 13',
    settings: { freeMb: 50 },
  });
});
