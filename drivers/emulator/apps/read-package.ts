import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Bilingual } from '#sim/errors';
import type { AppPackage } from './app-package.ts';

/** An app package, and the folder that its pages lie in. */
export interface PackageInFolder {
  readonly folder: string;
  readonly app: AppPackage;
}

type Given = { readonly [name: string]: unknown };
type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string' && value.trim() !== '';
const isVersion: Check = (value) => typeof value === 'string' && /^\d{1,5}(\.\d{1,5}){0,3}$/.test(value);
const isPath: Check = (value) => typeof value === 'string' && /^\/(?:[^\s?#]*\/)?$/.test(value);

/** What each entry of `app.json` has to be, and in which words that is said. */
const entries: readonly (readonly [name: keyof AppPackage, expected: string, check: Check])[] = [
  ['id', 'a short name in small letters, such as wallet', matches(/^[a-z][a-z0-9-]{0,30}$/)],
  ['name', 'the name in ja and en', (value) => isText(at(value, 'ja')) && isText(at(value, 'en'))],
  ['version', 'a version, such as 1.0.0', isVersion],
  ['bundleId', 'a bundle id, such as test.example.wallet', matches(/^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/)],
  ['appPackage', 'a package name, such as test.example.wallet', matches(/^[A-Za-z]\w*(\.[A-Za-z]\w*)+$/)],
  ['appActivity', 'an activity, such as .MainActivity', matches(/^\.?[A-Za-z][\w.]*$/)],
  ['minimum', 'the oldest iOS and Android', (value) => isVersion(at(value, 'iOS')) && isVersion(at(value, 'Android'))],
  ['forms', 'phone, tablet or both', isListOf((form) => form === 'phone' || form === 'tablet')],
  ['scheme', 'a URL scheme, such as lecos', matches(/^[a-z][a-z0-9+.-]*$/)],
  ['start', 'a path between slashes, such as /app/', isPath],
  ['links', 'paths between slashes, such as /receive/', isListOf(isPath)],
  ['product', 'a product of the User-Agent, such as LecoS/1.0', matches(/^[!#$%&'*+.^`|~\w-]+\/[!#$%&'*+.^`|~\w-]+$/)],
  ['files', 'a folder, such as ..', (value) => value === undefined || isText(value)],
  ['icon', 'the name of a file in the folder', matches(/^[\w.-]+$/)],
];

/** Throws Error in the words of Appium when nothing is there, and by entry when `app.json` is not that of an app. */
export function readPackage(folder: string): PackageInFolder {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new Error(`The application at '${folder}' does not exist or is not accessible`);
  }
  const app = readEntries(folder);
  const files = join(folder, app.files ?? '.');
  for (const file of ['index.html', app.icon]) {
    if (!existsSync(join(files, file))) throw problem(folder, `has no file ${file}`);
  }
  return { folder: files, app };
}

function readEntries(folder: string): AppPackage {
  let given: unknown;
  try {
    given = JSON.parse(readFileSync(join(folder, 'app.json'), 'utf8'));
  } catch (error) {
    throw problem(folder, `has no readable app.json (${(error as Error).message})`);
  }
  for (const [name, expected, check] of entries) {
    if (!check(at(given, name))) throw problem(folder, `has an app.json whose ${name} is not ${expected}`);
  }
  return given as AppPackage;
}

function problem(folder: string, what: string): Error {
  return new Error(`The application at '${folder}' is not an app package: it ${what}`);
}

function at(value: unknown, name: keyof AppPackage | keyof Bilingual | keyof AppPackage['minimum']): unknown {
  return typeof value === 'object' && value !== null ? (value as Given)[name] : undefined;
}

function matches(pattern: RegExp): Check {
  return (value) => typeof value === 'string' && pattern.test(value);
}

function isListOf(check: Check): Check {
  return (value) => Array.isArray(value) && value.length > 0 && value.every(check);
}
