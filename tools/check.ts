import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { type LockFile, lockFileProblems, type Manifest } from './lock-file.ts';

const root = join(import.meta.dirname, '..');

interface Part {
  readonly name: string;
  /** What went wrong, to be printed; undefined when all is well. */
  run(): string | undefined;
}

/** A part that is a program: a script for this Node, from the root of the project. */
function program(name: string, ...given: readonly string[]): Part {
  return {
    name,
    run() {
      const { status, signal, stdout, stderr, error } = spawnSync(process.execPath, given, {
        cwd: root,
        encoding: 'utf8',
        maxBuffer: 256 * 1024 * 1024,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      if (status === 0) return undefined;
      const end = error?.message ?? (signal === null ? `exit ${status}` : `ended by ${signal}`);
      return `${stdout}${stderr}`.trimEnd().concat(`\n(${end}: node ${given.join(' ')})`);
    },
  };
}

const readJson = <Value>(file: string): Value => JSON.parse(readFileSync(join(root, file), 'utf8')) as Value;

const lockFile: Part = {
  name: 'lock file',
  run() {
    const manifest = readJson<Manifest & { readonly workspaces?: readonly string[] }>('package.json');
    const workspaces = (manifest.workspaces ?? []).map((path) => [path, readJson<Manifest>(`${path}/package.json`)]);
    const lock = readJson<LockFile>('package-lock.json');
    return lockFileProblems(lock, manifest, Object.fromEntries(workspaces)).join('\n') || undefined;
  },
};

const parts: readonly Part[] = [
  program('format and lint', 'node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off'),
  program('types', 'node_modules/typescript/bin/tsc'),
  program('mail app types', 'node_modules/typescript/bin/tsc', '-p', 'mocks/mail-app/ui'),
  program('wallet types', 'node_modules/typescript/bin/tsc', '-p', 'sim/app/ui'),
  program('handset types', 'node_modules/typescript/bin/tsc', '-p', 'drivers/emulator/ui'),
  program('pages', 'tools/build-pages.ts'),
  program('unused code', 'node_modules/knip/bin/knip.js', '--no-progress'),
  program('generated files', 'tools/generate.ts', '--check'),
  lockFile,
  program('mutated files', 'test/fuzz/run.ts', '10000'),
  program('killed processes', 'test/crash/run.ts', '50', '2000'),
  program('killed servers', 'test/crash/serve-run.ts', '50'),
  program('tests', 'node_modules/vitest/vitest.mjs', 'run', '--reporter=dot'),
];

/** `--except <part>` leaves a part out; it may be given several times. */
function partsAskedFor(options: readonly string[]): Part[] {
  const left = new Set<string>();
  for (let index = 0; index < options.length; index += 2) {
    const name = options[index + 1];
    if (options[index] !== '--except' || !parts.some((part) => part.name === name)) {
      const names = parts.map((part) => `"${part.name}"`).join(', ');
      throw new TypeError(`usage: npm run check -- [--except <part>]…, where a part is one of ${names}`);
    }
    left.add(name ?? '');
  }
  return parts.filter(({ name }) => !left.has(name));
}

function check(asked: readonly Part[]): string[] {
  const failed: string[] = [];
  for (const { name, run } of asked) {
    process.stdout.write(`${name.padEnd(16)} `);
    const startedAt = performance.now();
    const problem = run();
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    process.stdout.write(`${problem === undefined ? 'ok' : 'FAILED'} ${seconds} s\n`);
    if (problem === undefined) continue;
    failed.push(name);
    process.stdout.write(`${problem.replace(/^/gm, '  ')}\n`);
  }
  return failed;
}

try {
  const asked = partsAskedFor(process.argv.slice(2));
  const failed = check(asked);
  process.stdout.write(
    failed.length === 0 ? `all ${asked.length} parts are well\n` : `${failed.join(', ')} failed; see above\n`,
  );
  process.exitCode = failed.length === 0 ? 0 : 1;
} catch (error) {
  if (!(error instanceof TypeError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
