import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { findChromium } from '#drivers/chromium';

const root = join(import.meta.dirname, '..', '..');
const wdio = join(root, 'node_modules', '@wdio', 'cli', 'bin', 'wdio.js');

/** As somebody runs it, with one Appium for all its workers; the specs of sections play the library in the same way. */
it.skipIf(findChromium(process.env) === undefined)('a spec of WebdriverIO is green', { timeout: 180_000 }, async () => {
  const { TODOKU_APPIUM: _, ...env } = process.env;
  const given = [wdio, 'run', 'wdio.conf.ts', '--spec', join('test', 'wdio', 'handset.spec.ts')];
  const { stdout } = await promisify(execFile)(process.execPath, given, { cwd: root, env });
  expect(stdout).toMatch(/1 passed, 1 total/);
});
