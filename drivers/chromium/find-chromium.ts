import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ServiceError } from '#sim/errors';
import type { ChromiumProgram } from './chromium-program.ts';
import { unpackChromium } from './packaged-chromium.ts';

/** Starts in half the time of a whole browser, and needs a third of its memory. */
const shell = 'chromium-headless-shell';

/** What Debian's `chromium-headless-shell` starts: the file on PATH is a script that outlives a signal, not its browser. */
const debianShell = '/usr/lib/chromium/chromium-headless-shell';

/** Whole browsers, in the order of preference. */
const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

/** Where installers of other systems put theirs. */
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

type Environment = { readonly [name: string]: string | undefined };

/** The Chromium that is installed here: CHROME_PATH alone when it is set, else a headless shell, else a whole browser. */
export function findChromium(environment: Environment): string | undefined {
  if (environment.CHROME_PATH) return [environment.CHROME_PATH].find(isExecutable);
  return findShell(environment) ?? findBrowser(environment);
}

/**
 * The Chromium to paint with: as `findChromium`, but before a whole browser comes the shell that npm installed with us,
 * unpacked on first use. Throws ServiceError `chromium-missing`.
 */
export async function requireChromium(environment: Environment): Promise<ChromiumProgram> {
  const installed = environment.CHROME_PATH ? findChromium(environment) : findShell(environment);
  if (installed !== undefined) return { executable: installed };
  const packaged = environment.CHROME_PATH ? undefined : await unpackChromium();
  if (packaged !== undefined) return packaged;
  const whole = environment.CHROME_PATH ? undefined : findBrowser(environment);
  if (whole !== undefined) return { executable: whole };
  throw new ServiceError('chromium-missing', { looked: environment.CHROME_PATH || [shell, ...names].join(', ') });
}

function findShell({ PATH = '' }: Environment): string | undefined {
  const found = onPath([shell], PATH);
  return found === `/usr/bin/${shell}` && isExecutable(debianShell) ? debianShell : found;
}

function findBrowser({ PATH = '' }: Environment): string | undefined {
  return onPath(names, PATH) ?? elsewhere.find(isExecutable);
}

function onPath(wanted: readonly string[], path: string): string | undefined {
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  return wanted.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
