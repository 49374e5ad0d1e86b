import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunEvent } from '#sim/events';
import { picturedRun, png } from '../pictured-run-fixture.ts';
import { type BundleContent, pngSize, readBundle, writeBundle } from './index.ts';
import { keptScreens, screenBytesMax } from './screens.ts';

const { events, pictures } = picturedRun();
const run = { scenario: 'S-2.2-01', cell: 'provider=docomo', seed: 2201, verdict: 'passed', events } as const;
const content: BundleContent = {
  runs: [{ ...run, pictures }],
  manifest: {
    startedAt: '2026-07-01T12:00:00.000Z',
    finishedAt: '2026-07-01T12:00:01.000Z',
    command: 'todoku run S-2.2-01',
    nodeVersion: '24.0.0',
    platform: 'linux-x64',
    todokuVersion: '0.1.0',
    passwordCost: 'scrypt N=256 r=8 p=1',
  },
};

let parent: string;
let out: string;
const screens = (): string => join(out, 'cells', 'S-2.2-01', 'provider=docomo', 'screens');

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'screens-test-'));
  out = join(parent, 'out');
});
afterEach(() => rmSync(parent, { recursive: true }));

function renamed(picture: string): RunEvent[] {
  return events.map((event) =>
    event.type === 'screen.captured' ? ({ ...event, data: { ...event.data, picture } } as RunEvent) : event,
  );
}

describe('the pictures of a bundle', () => {
  it('stand beside the events of their cell, as they were made, and nothing else does', () => {
    const stray = new Map([...pictures, ['stray.png', png(1, 1, 0)] as const]);
    writeBundle(out, { ...content, runs: [{ ...run, pictures: stray }] }, { overwrite: false });
    expect(readdirSync(screens()).sort()).toEqual([...pictures.keys()].sort());
    for (const [name, bytes] of pictures) expect(readFileSync(join(screens(), name)).equals(bytes), name).toBe(true);
  });

  it('are loaded by the report from there', () => {
    writeBundle(out, content, { overwrite: false });
    const page = readFileSync(join(out, 'report.html'), 'utf8');
    const urls = [...page.matchAll(/<img src="([^"]+)"[^>]* width="(\d+)"/g)].map(([, url, width]) => [url, width]);
    expect(urls[0]).toEqual(['cells/S-2.2-01/provider%3Ddocomo/screens/step-05.png', '90']);
    expect(urls[3]).toEqual(['cells/S-2.2-01/provider%3Ddocomo/screens/step-08-pc.png', '160']);
    for (const [url = ''] of urls) expect(readFileSync(join(out, decodeURIComponent(url))).length).toBeGreaterThan(0);
  });

  it('are read back, and one that was changed is found', () => {
    writeBundle(out, content, { overwrite: false });
    expect(readBundle(out).runs).toEqual(content.runs);
    writeFileSync(join(screens(), 'step-06.png'), png(90, 195, 0));
    expect(() => readBundle(out)).toThrow(expect.objectContaining({ code: 'bundle-altered' }));
    rmSync(join(screens(), 'step-06.png'));
    expect(() => readBundle(out)).toThrow(expect.objectContaining({ code: 'bundle-incomplete' }));
  });

  it.each(['../escape.png', 'a/b.png', '.hidden.png', 'x.html', 'a..png', '', `${'n'.repeat(90)}.png`])(
    'have plain names: %j is refused, in a log and in a manifest',
    (name) => {
      expect(() => keptScreens(renamed(name), pictures)).toThrow(TypeError);
      writeBundle(out, content, { overwrite: false });
      const file = join(out, 'manifest.json');
      const manifest = readFileSync(file, 'utf8').replace('"name": "step-06.png"', `"name": ${JSON.stringify(name)}`);
      writeFileSync(file, manifest);
      expect(() => readBundle(out)).toThrow(expect.objectContaining({ code: 'bundle-outside' }));
    },
  );

  it('are left out when they are too large or were never made, and the report says so', () => {
    const fewer = new Map(pictures);
    fewer.set('step-06.png', new Uint8Array(screenBytesMax + 1));
    fewer.delete('step-07.png');
    writeBundle(out, { ...content, runs: [{ ...run, pictures: fewer }] }, { overwrite: false });
    expect(readdirSync(screens()).sort()).toEqual(['step-05.png', 'step-05.xml', 'step-08-pc.png']);
    const page = readFileSync(join(out, 'report.html'), 'utf8');
    expect(page.match(/This picture was not kept/g)).toHaveLength(2);
  });

  it('have a size that stands in their first bytes', () => {
    expect(pngSize(png(3, 7, 0))).toEqual({ width: 3, height: 7 });
    expect(pngSize(Buffer.from('GIF89a, and then some bytes that are no picture'))).toBeUndefined();
    expect(pngSize(png(3, 7, 0).subarray(0, 20))).toBeUndefined();
  });
});
