import type { Bilingual } from '#sim/errors';
import type { RunEvent } from '#sim/events';

/** What people call those whom events know by a key. */
export interface Names {
  /** By the slug of the school: `mihon-university` → 見本大学. */
  readonly schools: ReadonlyMap<string, Bilingual>;
}

export const noNames: Names = { schools: new Map() };

/** A school is set up under its slug, and the event after that gives its name. */
export function namesOf(events: readonly RunEvent[]): Names {
  const schools = new Map<string, Bilingual>();
  let slug: string | undefined;
  for (const event of events) {
    if (event.type === 'school.joined') slug = event.data.school;
    else if (event.type === 'cast.joined' && event.data.role === 'school' && slug !== undefined) {
      schools.set(slug, event.data.description);
      slug = undefined;
    }
  }
  return { schools };
}

export function schoolName(slug: string, { schools }: Names): Bilingual {
  return schools.get(slug) ?? { ja: slug, en: slug };
}
