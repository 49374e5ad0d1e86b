import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { screenCatalogue } from '#drivers/handset';
import { lintRules } from '#mocks/mail-lint';
import { profiles } from '#mocks/providers';
import { catalogue } from '#sim/errors';
import { credentialPage } from './credential-page.ts';
import { lintPage } from './lint-page.ts';
import { magicPage } from './magic-page.ts';
import { mockedOperations } from './mocked-operations.ts';
import { providerPage } from './provider-page.ts';
import { rosterPage } from './roster-page.ts';
import { scenarioPage } from './scenario-page.ts';
import { notation } from './schema-notation.ts';
import { verifierPage } from './verifier-page.ts';

const root = join(import.meta.dirname, '..', '..');
const pages = [
  credentialPage,
  magicPage,
  scenarioPage,
  providerPage,
  lintPage,
  verifierPage,
  mockedOperations,
  ...rosterPage,
];
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

describe('the generated pages', () => {
  test.each(pages.map((page) => [page.file, page] as const))('%s is as its source says', async (file, { make }) => {
    expect(await make()).toBe(textOf(file));
  });

  test('tell of every answer that the import of a roster can give', () => {
    const page = textOf('docs/roster.md');
    const codes = Object.keys(catalogue).filter((code) => code.startsWith('roster-'));
    expect(codes.filter((code) => !page.includes(`| \`${code}\` |`))).toEqual([]);
  });

  test('tell of every screen', () => {
    const page = textOf('docs/scenario.md');
    expect(Object.keys(screenCatalogue).filter((screen) => !page.includes(`| \`${screen}\` |`))).toEqual([]);
  });

  test('tell of every rule of every provider, and mark what has no source', () => {
    const page = textOf('docs/providers.md');
    for (const { provider, rules } of profiles) {
      const section = page.slice(page.indexOf(`## ${provider} –`)).split('\n## ')[0] ?? '';
      expect(rules.filter(({ when }) => !section.includes(`| \`${when.condition}\` |`))).toEqual([]);
    }
    expect(page).toContain('**仮定 assumption**');
  });

  test('tell of every rule of mail lint', () => {
    const page = textOf('docs/mail-lint.md');
    expect(lintRules.filter(({ rule }) => !page.includes(`| \`${rule}\` |`))).toEqual([]);
  });

  test('show the header and the payload of a credential that carries no live secret', () => {
    const page = textOf('docs/credential.md');
    expect(page).toContain('"alg": "RS256"');
    expect(page).toContain('"OpenBadgeCredential"');
    expect(page).not.toMatch(/[\w-]{200,}/);
  });
});

test('a schema is noted short: lists are cut, a place for a $name goes without saying', () => {
  const name = { type: 'string', pattern: '^\\$[A-Za-z]' };
  expect(notation({ anyOf: [{ enum: ['a', 'b'] }, name] })).toBe('a | b');
  expect(notation({ enum: Array.from({ length: 21 }, (_, n) => n) })).toBe('0 | 1 | 2 | 3 | 4 | … (21)');
});
