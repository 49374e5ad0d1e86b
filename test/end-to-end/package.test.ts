import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { partnerScript, partnerTypes } from './package-fixture.ts';

/** The package as npm would put it into an empty project: what it needs must be among its dependencies. */
const root = join(import.meta.dirname, '..', '..');
const project = mkdtempSync(join(tmpdir(), 'todoku-partner-'));
const installed = join(project, 'node_modules', 'todoku');
let files: string[] = [];

function run(program: string, given: readonly string[], folder = project) {
  const { status, stdout, stderr } = spawnSync(program, given, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: '' },
    shell: process.platform === 'win32',
  });
  return { status, stdout, stderr };
}

/** Like `npm install` of the packed file, without asking a registry: the dependencies, and no others, are linked. */
function install(archive: string): void {
  mkdirSync(installed, { recursive: true });
  expect(run('tar', ['-xzf', archive, '-C', installed, '--strip-components=1'])).toMatchObject({ status: 0 });
  const { dependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
    dependencies: Readonly<Record<string, string>>;
  };
  const link = (target: string, name: string): void => {
    mkdirSync(dirname(join(project, 'node_modules', name)), { recursive: true });
    symlinkSync(target, join(project, 'node_modules', name), 'junction');
  };
  for (const name of Object.keys(dependencies)) link(join(root, 'node_modules', name), name);
  link(join(installed, 'bin', 'todoku.js'), join('.bin', 'todoku'));
}

beforeAll(() => {
  const built = run(process.execPath, [join('tools', 'build-package.ts')], root);
  expect(built).toMatchObject({ status: 0, stderr: '' });
  // The pages are built already; npm's scripts would build them anew under the eyes of other tests.
  const packed = run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', project], root);
  const told = JSON.parse(packed.stdout) as Record<string, { filename: string; files: { path: string }[] }>;
  const [archive] = Object.values(told);
  files = (archive?.files ?? []).map(({ path }) => path);
  install(join(project, archive?.filename ?? ''));
  writeFileSync(join(project, 'package.json'), '{ "name": "partner", "type": "module" }');
  // The compiler wants some ten seconds of a core, which a busy machine may not have at once.
}, 600_000);
afterAll(() => rmSync(project, { recursive: true, force: true }));

describe('the package', { timeout: 300_000 }, () => {
  test('holds what runs, and nothing of how it is made', () => {
    expect(files).toContain('dist/scenarios/library/2-2/S-2.2-01.yaml');
    expect(files).toContain('dist/built/mail-app/mail-app.js');
    expect(files).toContain('dist/built/api-reference/swagger-ui-bundle.js');
    expect(files).toContain('dist/sim/kernel/fixture-rsa-keys.json');
    // What is called a fixture and belongs in: keys and the certificate of the simulation.
    const keys = ['dist/sim/kernel/fixture-rsa-keys.json', 'dist/mocks/loopback/fixture-certificate.json'];
    const icon = 'dist/built/api-reference/favicon-32x32.png';
    const foreign =
      /\.test\.|[-/]fixture|contract\/|arbitrary|(?<!\.d)\.ts$|^docs|^test|^bench|^tools|\.(png|svg|map)$/;
    expect(files.filter((file) => foreign.test(file) && file !== icon && !keys.includes(file))).toEqual([]);
  });

  test('mocks the services for the tests of a partner', () => {
    writeFileSync(join(project, 'partner.js'), partnerScript);
    const { status, stdout, stderr } = run(process.execPath, ['partner.js']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual({
      accepted: 1,
      subject: '【見本大学】からオープンバッジ発行のお知らせ',
      screen: 'terms',
      overridden: 503,
      again: 200,
    });
  });

  test('is typed, by declarations that need none of its insides', () => {
    writeFileSync(join(project, 'partner.ts'), partnerTypes);
    const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    const settings = '--noEmit --strict --skipLibCheck --module nodenext --target es2024 --lib es2024,dom';
    // No types of Node: a partner may have none.
    const given = [compiler, ...settings.split(' '), '--types', '', 'partner.ts'];
    expect(run(process.execPath, given)).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test('loads nothing of Node in a browser', () => {
    const seen = new Set<string>();
    const outside = new Set<string>();
    const visit = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      // Statements alone: a path of an operation may end in `import`.
      const imports = /^\s*(?:import|export)\b[^'"=();]*['"]([^'"]+)['"]|\bimport\(['"]([^'"]+)['"]\)/gm;
      for (const [, named, dynamic] of readFileSync(file, 'utf8').matchAll(imports)) {
        const specifier = named ?? dynamic ?? '';
        if (specifier.startsWith('.')) visit(join(dirname(file), specifier));
        else outside.add(specifier);
      }
    };
    visit(join(installed, 'dist', 'mocks', 'handlers', 'browser', 'index.js'));
    expect([...outside]).toEqual(['msw']);
    expect(seen.size).toBeGreaterThan(2);
  });

  test('has the command line', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    const told = run('npx', ['--offline', 'todoku', 'version']);
    expect(told.stdout).toContain(`todoku ${version} (Node`);
    const todoku = join(project, 'node_modules', '.bin', 'todoku');
    expect(run(todoku, ['run', 'S-2.2-01'])).toMatchObject({ status: 0 });
    const { findings } = JSON.parse(run(todoku, ['doctor', '--json']).stdout) as {
      findings: { id: string; state: string }[];
    };
    expect(findings.filter(({ state }) => state === 'lacking')).toEqual([]);
  });
});
