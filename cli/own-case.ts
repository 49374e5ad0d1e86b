import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Desk } from './recording-terminal.ts';

/** A case of one's own: two cells, of which the second expects a mail that cannot have come. */
export const own = `id: OWN-1
title: { ja: 自分の場面, en: A case of my own }
stated: inferred
tags: [mine]
seed: 7
cast:
  school: { use: mihon-university }
  student: { use: hanako, provider: gmail, handset: android-13 }
matrix:
  mails: [0, 3]
steps:
  - school.issues: { credential: student-id }
  - expect.mail: { folder: trash, kind: issue-notice, count: $mails }
`;

/** Puts it into the folder of a desk, for tests. */
export function withOwn(desk: Desk, text = own): string {
  writeFileSync(join(desk.folder, 'own.yaml'), text);
  return './own.yaml';
}

export function read(desk: Desk, ...path: string[]): string {
  return readFileSync(join(desk.folder, ...path), 'utf8');
}
