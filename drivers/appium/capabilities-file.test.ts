import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { maskedCapabilities, readCapabilities } from './capabilities-file.ts';

const android = { platformName: 'Android', 'appium:automationName': 'UiAutomator2', browserName: 'Chrome' };

/** A variable of the environment. */
const place = (name: string): string => `\${${name}}`;

describe('a file of capabilities', () => {
  it('has an entry for each handset of the cast, or is a list for any of its system', () => {
    expect(readCapabilities(JSON.stringify({ 'pixel-7': android }))).toEqual([
      { key: 'pixel-7', capabilities: android, secrets: [] },
    ]);
    expect(readCapabilities(JSON.stringify([android, { ...android, platformName: 'ios' }]))).toMatchObject([
      { key: undefined },
      { key: undefined, capabilities: { platformName: 'ios' } },
    ]);
  });

  it('takes keys of farms from the environment, and tells them to nobody', () => {
    const options = {
      userName: 'hanako',
      accessKey: place('FARM_KEY'),
      build: `by ${place('FARM_KEY')}`,
      names: [place('CITY')],
    };
    const text = JSON.stringify([{ ...android, 'bstack:options': options }]);
    const [entry] = readCapabilities(text, { FARM_KEY: 's3cret', CITY: '京都' });
    expect(entry?.capabilities['bstack:options']).toEqual({
      userName: 'hanako',
      accessKey: 's3cret',
      build: 'by s3cret',
      names: ['京都'],
    });
    expect(entry && maskedCapabilities(entry)).toEqual({
      ...android,
      'bstack:options': { userName: '••••••••', accessKey: '••••••••', build: '••••••••', names: ['••••••••'] },
    });
    expect(() => readCapabilities(text, { FARM_KEY: '', CITY: 'x' })).toThrow(
      expect.objectContaining({
        code: 'capabilities-invalid',
        parameters: expect.objectContaining({ where: '0/bstack:options/accessKey' }),
      }),
    );
  });

  it.each([
    ['{', 'JSON'],
    ['{}', '/'],
    ['[]', '/'],
    ['"Android"', '/'],
    ['[7]', '0'],
    ['{"pixel-7": {}}', 'pixel-7'],
    ['[{"platformName": "Windows"}]', '0'],
    ['[{"platformName": "iOS", "udid": "auto"}]', '0/udid'],
  ])('is none: %s', (text, where) => {
    expect(() => readCapabilities(text)).toThrow(
      expect.objectContaining({ code: 'capabilities-invalid', parameters: expect.objectContaining({ where }) }),
    );
  });

  const folder = 'docs/devices';
  it.each(readdirSync(folder))('is shown by an example: %s', (name) => {
    const environment = { FARM_USER: 'user', FARM_KEY: 'key', XCODE_ORG_ID: 'ABCDE12345' };
    for (const entry of readCapabilities(readFileSync(`${folder}/${name}`, 'utf8'), environment)) {
      expect(Object.keys(entry.capabilities)).toContain('appium:automationName');
      expect(JSON.stringify(maskedCapabilities(entry))).not.toMatch(/"(user|key)"/);
    }
  });
});
