import type { Bilingual } from '../errors/index.ts';
import { ServiceError } from '../errors/index.ts';
import { emit } from '../events/index.ts';
import { command, remembered, type World } from '../kernel/index.ts';
import { defaultMechanism, type Profile, type SecuringMechanism, securingMechanisms } from '../proof/index.ts';
import { addKey } from './school-key.ts';

/** A school that issues. */
export interface School {
  /** Its id in every credential that it issues, where its Profile stands: https. */
  readonly id: string;
  /** Its name in URLs and keys: `mihon-university`. */
  readonly slug: string;
  readonly name: Bilingual;
  /** Its web page; https. */
  readonly url?: string;
  /** Where students write to; simulated, below `.test`. */
  readonly email?: string;
  /** How its credentials are secured. */
  readonly mechanism: SecuringMechanism;
}

/** No control character, line end or half of a character, and no mark that hides text or turns its direction (UAX #9 §2). */
const oneLine = /^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]{1,100}$/u;

type AddedSchool = {
  readonly slug: string;
  readonly name: { readonly ja: string; readonly en: string };
  readonly url?: string;
  readonly email?: string;
  /** `VC-JWT RS256` when absent. */
  readonly mechanism?: SecuringMechanism;
};

/**
 * Lets a school issue: its profile, and its first signing key. Returns the key's id.
 * Throws ServiceError `school-exists`, `school-invalid`.
 */
export const addSchool = command<AddedSchool, { readonly school: string; readonly keyId: string }>(
  'issuer.addSchool',
  (world, { slug, name, url, email, mechanism = defaultMechanism }) => {
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
    // A journal may be of any hand.
    if (!securingMechanisms.includes(mechanism)) throw new ServiceError('school-invalid', { member: 'mechanism' });
    if (readSchool(world, slug) !== undefined) throw new ServiceError('school-exists', { school: slug });
    world.store.run(
      'INSERT INTO issuer_school (slug, name_ja, name_en, url, email, mechanism) VALUES (?, ?, ?, ?, ?, ?)',
      slug,
      name.ja,
      name.en,
      url ?? null,
      email ?? null,
      mechanism,
    );
    const keyId = addKey(world, slug, mechanism);
    emit(world, 'school.joined', { school: slug, profile: profileId(world, slug), keyId });
    return { school: slug, keyId };
  },
);

interface SchoolRow {
  readonly slug: string;
  readonly nameJa: string;
  readonly nameEn: string;
  readonly url: string | null;
  readonly email: string | null;
  readonly mechanism: SecuringMechanism;
}

const readSchool = remembered(['issuer_school'], (world: World, slug): School | undefined => {
  const row = world.store.get<SchoolRow>(
    'SELECT slug, name_ja AS nameJa, name_en AS nameEn, url, email, mechanism FROM issuer_school WHERE slug = ?',
    slug,
  );
  if (row === undefined) return undefined;
  return {
    id: profileId(world, slug),
    slug: row.slug,
    name: { ja: row.nameJa, en: row.nameEn },
    mechanism: row.mechanism,
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

/** The slugs of all schools, sorted. */
export function schoolSlugs(world: World): string[] {
  return world.store.all<{ slug: string }>('SELECT slug FROM issuer_school ORDER BY slug').map(({ slug }) => slug);
}

/** Where a school's Profile stands, whether or not there is such a school. */
export function profileId(world: World, slug: string): string {
  return `${world.origins.issuer}/schools/${slug}`;
}

/** The OB 3.0 Profile of the school, as its credentials carry it. */
export function profileOf(school: School): Profile {
  return {
    id: school.id,
    type: ['Profile'],
    name: school.name.ja,
    ...(school.url !== undefined && { url: school.url }),
    ...(school.email !== undefined && { email: school.email }),
    description: 'シミュレーションの中だけにある学校です。 / A school that exists only in a simulation.',
  };
}
