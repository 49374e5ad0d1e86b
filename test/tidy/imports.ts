import { posix } from 'node:path';
import type { Lexed } from './lexer.ts';

/** One import, re-export, dynamic import or require. */
export interface Import {
  readonly specifier: string;
  readonly at: number;
  /** Gone when Node runs the file. */
  readonly isTypeOnly: boolean;
}

/** Imports, static and dynamic, re-exports and requires with a literal specifier, in the order of the file. */
export function importsOf({ code, strings }: Lexed): Import[] {
  const byPosition = new Map(strings.map(({ text, at }) => [at, text]));
  const found: Import[] = [];
  for (const match of code.matchAll(/\bfrom\s*['"]|\bimport\s*['"]|\b(?:import|require)\s*\(\s*['"`]/g)) {
    const at = match.index + match[0].length;
    const specifier = byPosition.get(at);
    if (specifier === undefined) continue;
    found.push({ specifier, at, isTypeOnly: match[0].startsWith('from') && isTypeOnly(code.slice(0, match.index)) });
  }
  return found;
}

function isTypeOnly(before: string): boolean {
  const start = Math.max(before.lastIndexOf('import'), before.lastIndexOf('export'));
  return /^(import|export)\s+type\s+[\w{*]/.test(before.slice(start));
}

/** The npm package that a bare specifier names. */
export function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** The project's file that a specifier leads to; undefined for packages and Node's own modules. */
export function targetOf(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier);
  if (specifier.startsWith('#')) return `${specifier.slice(1)}/index.ts`;
  return undefined;
}
