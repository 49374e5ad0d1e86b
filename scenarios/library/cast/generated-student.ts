import { createRequire } from 'node:module';
import type { Faker } from '@faker-js/faker';
import { faculties, familyNames, givenNames } from './names.ts';
import type { Student } from './students.ts';

const require = createRequire(import.meta.url);

/** Loaded only for those who ask: 20 ms. Its state is set anew before every use. */
function fakerFor(seed: readonly number[]): Faker {
  const { faker } = require('@faker-js/faker/locale/ja') as { faker: Faker };
  faker.seed([...seed]);
  return faker;
}

/**
 * A student made from the scenario's seed and the key in the cast. Faker chooses; the names are our own, because its
 * Japanese names come without the readings that a roster needs. `index` keeps addresses and numbers of one cast apart.
 */
export function generateStudent(seed: number, key: string, index: number): Student {
  const faker = fakerFor([seed, ...Buffer.from(key)]);
  const family = faker.helpers.arrayElement(familyNames);
  const given = faker.helpers.arrayElement(givenNames);
  const serial = faker.string.numeric(3) + String(index).padStart(2, '0');
  return {
    name: `${family.name} ${given.name}`,
    kana: `${family.kana} ${given.kana}`,
    studentNumber: `2026${faker.helpers.arrayElement(['A', 'B', 'C', 'D', 'E'])}${serial}`,
    faculty: faker.helpers.arrayElement(faculties),
    localPart: `${given.latin}.${family.latin}${serial}`,
    provider: faker.helpers.arrayElement(['gmail', 'docomo', 'yahoo-jp', 'icloud', 'au', 'softbank']),
  };
}
