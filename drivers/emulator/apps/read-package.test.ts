import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { walletApp, writePackage } from '../phone/phone-fixture.ts';
import { apiLevelOf, compareVersions } from './install-gate.ts';
import { readPackage } from './read-package.ts';

const root = mkdtempSync(join(tmpdir(), 'todoku-package-'));
afterAll(() => rmSync(root, { recursive: true }));

describe('an app package', () => {
  test('is a folder with its description and its files', () => {
    const folder = writePackage(join(root, 'whole'));
    expect(readPackage(folder)).toEqual({ folder, app: walletApp });
  });

  test('may be another version of one whose pages it shows', () => {
    const folder = writePackage(join(root, 'versions'));
    const former = { ...walletApp, version: '0.9', product: 'LecoS/0.9', files: '..' };
    mkdirSync(join(folder, 'before'));
    writeFileSync(join(folder, 'before', 'app.json'), JSON.stringify(former));
    expect(readPackage(join(folder, 'before'))).toEqual({ folder, app: former });
  });

  test('that is not there is refused in the words of Appium', () => {
    expect(() => readPackage(join(root, 'none.apk'))).toThrow(
      /^The application at '.+none\.apk' does not exist or is not accessible$/,
    );
  });

  test.each([
    ['id', 'Wallet!'],
    ['name', { ja: 'LecoS' }],
    ['version', 'new'],
    ['bundleId', 'wallet'],
    ['appPackage', 7],
    ['appActivity', ''],
    ['minimum', { iOS: '15.0' }],
    ['forms', []],
    ['forms', ['watch']],
    ['scheme', 'https://'],
    ['start', '/app'],
    ['links', ['receive']],
    ['product', 'LecoS'],
    ['files', ''],
    ['icon', '../icon.svg'],
  ])('with a wrong %s is refused by that name', (name, value) => {
    const folder = writePackage(join(root, 'wrong'), { ...walletApp, [name]: value });
    expect(() => readPackage(folder)).toThrow(
      new RegExp(`is not an app package: it has an app.json whose ${name} is not `),
    );
  });

  test('without what it names is refused', () => {
    expect(() => readPackage(writePackage(join(root, 'icon'), { ...walletApp, icon: 'other.svg' }))).toThrow(
      'it has no file other.svg',
    );
    const folder = join(root, 'empty');
    mkdirSync(folder);
    expect(() => readPackage(folder)).toThrow('it has no readable app.json');
    writeFileSync(join(folder, 'app.json'), '{');
    expect(() => readPackage(folder)).toThrow('it has no readable app.json');
  });
});

describe('versions', () => {
  test.each([
    ['9', '10', -1],
    ['7.1', '7.1.2', -1],
    ['15.0', '15', 0],
    ['26.4', '26.0', 1],
  ])('%s beside %s', (first, second, sign) => {
    expect(Math.sign(compareVersions(first, second))).toBe(sign);
  });

  test.each([
    ['6.0', 23],
    ['7.1.2', 25],
    ['12', 31],
    ['16', 36],
    ['1.5', 1],
  ])('Android %s has API level %d', (version, level) => {
    expect(apiLevelOf(version)).toBe(level);
  });
});
