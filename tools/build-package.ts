import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/**
 * Builds what is published into `dist/`: npm's `prepack`. Node strips no types from files under `node_modules`, so the
 * package holds JavaScript; everything lies in `dist/` as it lies in the project, and finds itself by the same names.
 */
const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly engines: object;
  readonly imports: Readonly<Record<string, string>>;
  readonly dependencies: object;
}

/** What is read at run time and imported by no code. */
const assets = ['scenarios/library/**/*.yaml', 'built/mail-app/*', 'built/api-reference/*'];

/** The type declarations that users meet; they show nothing of what stands behind them. */
const typed = ['mocks/handlers/index.d.ts', 'mocks/handlers/browser/index.d.ts'];

function compile(): void {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const { status } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) throw new Error(`tsc ended with ${status}`);
}

function copyAssets(): void {
  for (const file of assets.flatMap((pattern) => globSync(pattern, { cwd: root }))) {
    mkdirSync(dirname(join(dist, file)), { recursive: true });
    cpSync(join(root, file), join(dist, file));
  }
  // https://openfontlicense.org/open-font-license-official-text/ : a copy of the licence goes with the fonts.
  cpSync(
    join(root, 'node_modules', '@fontsource-variable', 'noto-sans-jp', 'LICENSE'),
    join(dist, 'built', 'mail-app', 'noto-sans-jp.LICENSE.txt'),
  );
}

/** Node takes the names of `#sim/…` from the nearest package.json: here they mean JavaScript. */
function writeManifest(): void {
  const { name, version, engines, imports, dependencies } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  ) as Manifest;
  const compiled = Object.entries(imports).map(([alias, path]) => [alias, path.replace(/\.ts$/, '.js')]);
  const manifest = { name, version, type: 'module', engines, imports: Object.fromEntries(compiled), dependencies };
  writeFileSync(join(dist, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** The declarations that others lead to, by relative specifiers; who names another module is told. */
function reachableFrom(files: readonly string[], found = new Set<string>()): ReadonlySet<string> {
  for (const file of files) {
    if (found.has(file)) continue;
    found.add(file);
    const text = readFileSync(join(dist, file), 'utf8');
    const named = [...text.matchAll(/(?:from |import\()['"]([^'"]+)['"]/g)].map(([, specifier = '']) => specifier);
    const inner = named.find((specifier) => specifier.startsWith('#'));
    if (inner !== undefined) throw new Error(`${file} shows ${inner} to users: describe it in mocks/handlers`);
    const next = named.filter((specifier) => specifier.startsWith('.'));
    reachableFrom(
      next.map((specifier) => join(dirname(file), specifier.replace(/\.ts$/, '.d.ts'))),
      found,
    );
  }
  return found;
}

function dropInnerDeclarations(): void {
  const kept = reachableFrom(typed.map((file) => join(file)));
  for (const file of globSync('**/*.d.ts', { cwd: dist })) if (!kept.has(file)) rmSync(join(dist, file));
}

rmSync(dist, { recursive: true, force: true });
compile();
copyAssets();
writeManifest();
dropInnerDeclarations();
process.stdout.write(`built ${relative(process.cwd(), dist) || dist}\n`);
