import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Generator } from './generators/generator.ts';
import { generators } from './generators/index.ts';

const root = join(import.meta.dirname, '..');

function committed(file: string): string | undefined {
  try {
    return readFileSync(join(root, file), 'utf8');
  } catch {
    return undefined;
  }
}

/** Writes each generated file that is not as its source says; with `isCheck` only names it. Returns the names. */
async function generate(all: readonly Generator[], isCheck: boolean): Promise<string[]> {
  const stale: string[] = [];
  for (const { file, make } of all) {
    const text = await make();
    if (committed(file) === text) continue;
    stale.push(file);
    if (isCheck) continue;
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return stale;
}

const isCheck = process.argv.includes('--check');
const stale = await generate(generators, isCheck);
for (const file of stale) process.stdout.write(isCheck ? `${file} is not as its source says\n` : `wrote ${file}\n`);
if (isCheck && stale.length > 0) {
  process.stdout.write('run `npm run generate` and commit what it wrote\n');
  process.exitCode = 1;
}
