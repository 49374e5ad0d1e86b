import { describe, expect, test } from 'vitest';
import { type LockFile, lockFileProblems } from './lock-file.ts';

const manifest = { dependencies: { yaml: '2.9.1' } };
const good: LockFile = {
  lockfileVersion: 3,
  packages: {
    '': manifest,
    'node_modules/yaml': { version: '2.9.1', integrity: 'sha512-x' },
    'node_modules/native': {
      version: '1.0.0',
      integrity: 'sha512-x',
      optionalDependencies: { 'native-linux': '1.0.0', 'native-darwin': '1.0.0' },
    },
    'node_modules/native-linux': { version: '1.0.0', integrity: 'sha512-x' },
    'node_modules/native/node_modules/native-darwin': { version: '1.0.0', integrity: 'sha512-x' },
  },
};
const withEntry = (path: string, entry: LockFile['packages'][string]): LockFile => ({
  ...good,
  packages: { ...good.packages, [path]: entry },
});

describe('the lock file', () => {
  test('is good when everything is locked, exact and without addresses', () => {
    expect(lockFileProblems(good, manifest)).toEqual([]);
  });

  test('may not carry download addresses', () => {
    const lock = withEntry('node_modules/yaml', { integrity: 'sha512-x', resolved: 'https://example.org/yaml' });
    expect(lockFileProblems(lock, manifest)).toEqual(['node_modules/yaml carries a download address']);
  });

  test('keeps the integrity of every package', () => {
    const lock = withEntry('node_modules/yaml', { version: '2.9.1' });
    expect(lockFileProblems(lock, manifest)).toEqual(['node_modules/yaml has no integrity']);
  });

  test('holds the packages of every platform', () => {
    const native = { integrity: 'sha512-x', optionalDependencies: { 'native-win': '1.0.0' } };
    expect(lockFileProblems(withEntry('node_modules/native', native), manifest)).toEqual([
      'node_modules/native needs native-win, which is not in the lock file',
    ]);
  });

  test('agrees with package.json, which names exact versions', () => {
    expect(lockFileProblems(good, { dependencies: { yaml: '2.9.2' } })).toEqual([
      'package.json: yaml is 2.9.2, the lock file says 2.9.1',
    ]);
    expect(lockFileProblems(good, { dependencies: { yaml: '2.9.1' }, devDependencies: { vite: '^8.0.0' } })).toEqual([
      'package.json: vite is ^8.0.0; name one exact version',
      'package.json: vite is ^8.0.0, the lock file says nothing',
    ]);
    expect(lockFileProblems(good, manifest, { 'tools/pin': { optionalDependencies: { node: '24.21.0' } } })).toEqual([
      'tools/pin/package.json: node is 24.21.0, the lock file says nothing',
    ]);
  });

  test('has the third version of the format', () => {
    expect(lockFileProblems({ ...good, lockfileVersion: 2 }, manifest)).toEqual(['lockfileVersion is 2, not 3']);
  });
});
