import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ServiceError } from '#sim/errors';

/** In the order of preference: the shell starts in half the time of a whole browser. */
const names = [
  'chromium-headless-shell',
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

/** The Chromium of this machine: CHROME_PATH alone when it is set, else the first that is installed. */
export function findChromium(environment: Environment): string | undefined {
  if (environment.CHROME_PATH) return [environment.CHROME_PATH].find(isExecutable);
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...elsewhere].find(isExecutable);
}

/** Throws ServiceError `chromium-missing`. */
export function requireChromium(environment: Environment): string {
  const found = findChromium(environment);
  if (found !== undefined) return found;
  throw new ServiceError('chromium-missing', { looked: environment.CHROME_PATH || names.join(', ') });
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
