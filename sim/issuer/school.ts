import type { Bilingual } from '../errors/index.ts';
import { ServiceError } from '../errors/index.ts';
import { emit } from '../events/index.ts';
import { command, type KeyPair, origins, remembered, type World } from '../kernel/index.ts';
import { type JwkSet, jwkSetOf, type Profile, signingKeyOf } from '../proof/index.ts';

/** A school that issues. */
export interface School {
  /** Its name in URLs and keys: `mihon-university`. */
  readonly slug: string;
  readonly name: Bilingual;
  /** Its web page; https. */
  readonly url?: string;
  /** Where students write to; simulated, below `.test`. */
  readonly email?: string;
}

/** No control character, line end or half of a character, and no mark that hides text or turns its direction (UAX #9 §2). */
const oneLine = /^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]{1,100}$/u;

type AddedSchool = {
  readonly slug: string;
  readonly name: { readonly ja: string; readonly en: string };
  readonly url?: string;
  readonly email?: string;
};

/**
 * Lets a school issue: its profile, and its first signing key. Returns the key's id.
 * Throws ServiceError `school-exists`, `school-invalid`.
 */
export const addSchool = command<AddedSchool, { readonly school: string; readonly keyId: string }>(
  'issuer.addSchool',
  (world, { slug, name, url, email }) => {
    if (!/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(slug))
      throw new ServiceError('school-invalid', { member: 'slug' });
    // Both stand in mail headers and on the ID: one line each.
    for (const text of [name.ja, name.en]) {
      if (text.trim() === '' || !oneLine.test(text)) throw new ServiceError('school-invalid', { member: 'name' });
    }
    if (url !== undefined && !/^https:\/\/[^\s#]+$/.test(url))
      throw new ServiceError('school-invalid', { member: 'url' });
    if (email !== undefined && !/^[^\s@]+@[^\s@]+\.test$/.test(email)) {
      throw new ServiceError('school-invalid', { member: 'email' });
    }
    if (readSchool(world, slug) !== undefined) throw new ServiceError('school-exists', { school: slug });
    world.store.run(
      'INSERT INTO issuer_school (slug, name_ja, name_en, url, email) VALUES (?, ?, ?, ?, ?)',
      slug,
      name.ja,
      name.en,
      url ?? null,
      email ?? null,
    );
    const keyId = addKey(world, slug);
    emit(world, 'school.joined', { school: slug, profile: profileId(slug), keyId });
    return { school: slug, keyId };
  },
);

/** Gives the school another signing key; what the older ones signed stays verifiable. Throws ServiceError `school-unknown`. */
export const rotateKey = command<{ readonly school: string }, { readonly keyId: string }>(
  'issuer.rotateKey',
  (world, { school }) => {
    const keyId = addKey(world, schoolOf(world, school).slug);
    emit(world, 'school.key-rotated', { school, keyId });
    return { keyId };
  },
);

function addKey(world: World, school: string): string {
  const generation = keysOf(world, school).length + 1;
  const name = `school/${school}/${generation}`;
  const { kid } = signingKeyOf(world.keys.allocateRsa(name));
  world.store.run(
    'INSERT INTO issuer_key (name, school, key_id, generation) VALUES (?, ?, ?, ?)',
    name,
    school,
    kid,
    generation,
  );
  return kid;
}

interface SchoolRow {
  readonly slug: string;
  readonly nameJa: string;
  readonly nameEn: string;
  readonly url: string | null;
  readonly email: string | null;
}

const readSchool = remembered(['issuer_school'], (world: World, slug): School | undefined => {
  const row = world.store.get<SchoolRow>(
    'SELECT slug, name_ja AS nameJa, name_en AS nameEn, url, email FROM issuer_school WHERE slug = ?',
    slug,
  );
  if (row === undefined) return undefined;
  return {
    slug: row.slug,
    name: { ja: row.nameJa, en: row.nameEn },
    ...(row.url !== null && { url: row.url }),
    ...(row.email !== null && { email: row.email }),
  };
});

/** Throws ServiceError `school-unknown`. */
export function schoolOf(world: World, slug: string): School {
  const school = readSchool(world, slug);
  if (school === undefined) throw new ServiceError('school-unknown');
  return school;
}

/** The school's key pairs, the newest first. */
const keysOf = remembered(['issuer_key', 'rsa_key'], (world: World, school): readonly KeyPair[] =>
  world.store
    .all<{ name: string }>('SELECT name FROM issuer_key WHERE school = ? ORDER BY generation DESC', school)
    .map(({ name }) => world.keys.rsa(name)),
);

/** The pair that the school signs with now. */
export function currentKey(world: World, school: string): KeyPair {
  const [newest] = keysOf(world, school);
  if (newest === undefined) throw new TypeError(`the school ${school} has no key`);
  return newest;
}

/** Its id in every credential that it issues. */
export function profileId(slug: string): string {
  return `${origins.issuer}/schools/${slug}`;
}

/** The OB 3.0 Profile of the school, as its credentials carry it and as its URL answers. */
export function profileOf(school: School): Profile {
  return {
    id: profileId(school.slug),
    type: ['Profile'],
    name: school.name.ja,
    ...(school.url !== undefined && { url: school.url }),
    ...(school.email !== undefined && { email: school.email }),
    description: 'シミュレーションの中だけにある学校です。 / A school that exists only in a simulation.',
  };
}

/** Every key that the school has ever signed with. Throws ServiceError `school-unknown`. */
export function schoolJwkSet(world: World, slug: string): JwkSet {
  return jwkSetOf(keysOf(world, schoolOf(world, slug).slug).map(({ publicKey }) => publicKey));
}
