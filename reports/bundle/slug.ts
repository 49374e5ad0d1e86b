import { hash } from 'node:crypto';

const longest = 80;
/** https://learn.microsoft.com/windows/win32/fileio/naming-a-file#naming-conventions */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)($|\.)/i;

/**
 * A name for a file or folder that every file system takes: letters, digits and `= , . _ + -`, at most 80 characters.
 * A text that had to be changed ends in `~` and eight characters of its hash.
 */
export function slugOf(text: string): string {
  const slug = text
    .normalize('NFKC')
    .replace(/[^A-Za-z0-9=,._+-]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, longest);
  if (slug === text && slug !== '' && !reserved.test(slug)) return slug;
  const stem = slug.slice(0, longest - 9).replace(/[-.]+$/, '');
  return `${reserved.test(stem) ? `_${stem}` : stem || 'cell'}~${digest(text)}`;
}

/** Slugs of texts, all different, also where the file system holds upper and lower case for one. */
export function uniqueSlugs(texts: readonly string[]): string[] {
  const slugs = texts.map(slugOf);
  const uses = new Map<string, number>();
  for (const slug of slugs) uses.set(slug.toLowerCase(), (uses.get(slug.toLowerCase()) ?? 0) + 1);
  const taken = new Map<string, number>();
  return slugs.map((slug, index) => {
    if (uses.get(slug.toLowerCase()) === 1) return slug;
    const told = slug.includes('~') ? slug : `${slug.slice(0, longest - 9)}~${digest(texts[index] ?? '')}`;
    const before = taken.get(told.toLowerCase()) ?? 0;
    taken.set(told.toLowerCase(), before + 1);
    return before === 0 ? told : `${told}-${before + 1}`;
  });
}

function digest(text: string): string {
  return hash('sha256', text.toWellFormed(), 'hex').slice(0, 8);
}
