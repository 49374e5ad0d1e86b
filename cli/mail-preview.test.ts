import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findChromium } from '#drivers/chromium';
import { own, withOwn } from './own-case.ts';
import { previewSheet } from './preview-sheet.ts';
import { complaint, createDesk } from './recording-terminal.ts';

const executable = findChromium(process.env);
const here = { CHROME_PATH: executable ?? '' };

const mail = [
  'From: service@openbadge.net',
  'Subject: <b>badge</b> "1"',
  'Content-Type: text/html',
  '',
  '<p>Receive it</p><img src="https://a.test/x">',
  '',
].join('\r\n');

/** Width and height of a PNG: https://www.w3.org/TR/png-3/#11IHDR */
function sizeOf(file: string): [number, number] {
  const png = readFileSync(file);
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

describe('todoku mail preview', { timeout: 240_000 }, () => {
  test.skipIf(executable === undefined)('paints a mail on each device, and a page that holds them', async () => {
    using desk = createDesk(here);
    writeFileSync(join(desk.folder, 'notice.eml'), mail);
    const devices = ['--device', 'iphone-17,android-6'];
    const { exitCode, output, complaints } = await desk.run('mail', 'preview', './notice.eml', ...devices, '--dark');
    expect(complaints).toBe('');
    expect(exitCode).toBe(0);
    expect(output).toMatch(/^Wrote 4 pictures: todoku-preview.index\.html\nTo open it: .+index\.html"?\n$/);
    const folder = join(desk.folder, 'todoku-preview');
    expect(sizeOf(join(folder, 'mail-1.iphone-17.opened.png'))).toEqual([402 * 3, 874 * 3]);
    expect(sizeOf(join(folder, 'mail-1.android-6.opened.png'))).toEqual([360 * 3, 640 * 3]);
    expect(sizeOf(join(folder, 'mail-1.android-6.row.png'))[0]).toBe(360 * 3);
    const page = readFileSync(join(folder, 'index.html'), 'utf8');
    expect(page).toContain('<h2>&lt;b&gt;badge&lt;/b&gt; &quot;1&quot;</h2>');
    expect(page).toContain('iPhone 17 (iOS 26.0)');
    expect(page).toContain('dark mode');
    expect([...page.matchAll(/src="([^"]+)"/g)].every(([, file]) => existsSync(join(folder, file ?? '')))).toBe(true);
  });

  test.skipIf(executable === undefined)(
    'paints the mails that a scenario leaves, in the place of an earlier preview',
    async () => {
      using desk = createDesk(here);
      const run = () => desk.run('mail', 'preview', withOwn(desk), '--device', 'iphone-se-1', '--plain', '--out', 'p');
      expect((await run()).output).toContain('Wrote 2 pictures');
      expect((await run()).exitCode).toBe(0);
      expect(readdirSync(join(desk.folder, 'p')).sort()).toEqual([
        'index.html',
        'mail-1.iphone-se-1.opened.png',
        'mail-1.iphone-se-1.row.png',
      ]);
    },
  );

  test('says what is missing, and what a device is called', async () => {
    using desk = createDesk({ CHROME_PATH: '/gone/chrome' });
    const { exitCode, complaints } = await desk.run('mail', 'preview', 'S-2.1-01');
    expect(exitCode).toBe(2);
    expect(complaints).toBe(complaint('chromium-missing', { looked: '/gone/chrome' }));
    const { complaints: unknown } = await desk.run('mail', 'preview', 'S-2.1-01', '--device', 'iphone-71');
    expect(unknown).toContain('Did you mean: iphone-17');
  });

  test('touches no folder that holds anything else', async () => {
    using desk = createDesk({ CHROME_PATH: process.execPath });
    writeFileSync(join(desk.folder, 'notice.eml'), mail);
    const { complaints } = await desk.run('mail', 'preview', './notice.eml', '--out', '.');
    expect(complaints).toBe(complaint('out-not-empty', { folder: '.' }));
    expect(readdirSync(desk.folder)).toEqual(['notice.eml']);
    const nothing = await desk.run('mail', 'preview');
    expect(nothing.complaints).toContain('mail preview');
    const several = await desk.run('mail', 'preview', 'S-2.1-01', 'S-2.1-02');
    expect(several.exitCode).toBe(2);
    const section = await desk.run('mail', 'preview', '2.1');
    expect(section.complaints).toContain('S-2.1-01, S-2.1-02');
    const both = await desk.run('mail', 'preview', './notice.eml', '--cell', 'a=b');
    expect(both.complaints).toBe(complaint('options-exclude', { one: '--cell', other: './notice.eml' }));
  });

  test('says when a scenario leaves no mail', async () => {
    using desk = createDesk({ CHROME_PATH: process.execPath });
    const silent = own.replace(/^matrix:[\s\S]*/m, 'steps:\n  - clock.advance: 1m\n');
    const { complaints } = await desk.run('mail', 'preview', withOwn(desk, silent));
    expect(complaints).toBe(complaint('mail-unsent', { scenario: 'OWN-1' }));
    expect(existsSync(join(desk.folder, 'todoku-preview'))).toBe(false);
  });

  test('its page says in both languages what is estimated', () => {
    expect(previewSheet([], 'ライトモード', 'ja')).toContain('端末ごとの目安です');
    expect(previewSheet([], 'light mode', 'en')).toContain('<html lang="en">');
  });
});
