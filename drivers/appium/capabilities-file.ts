import { ServiceError } from '#sim/errors';
import type { Json } from '#sim/kernel';

/** What is asked of an Appium server for one device, by the names of its driver. */
export type Capabilities = Readonly<Record<string, Json>>;

/** A device of the file. */
export interface NamedCapabilities {
  /** As the cast calls the handset (`iphone-17`); undefined for an entry of a list, which stands for any of its system. */
  readonly key: string | undefined;
  readonly capabilities: Capabilities;
  /** Values that no text may tell: they came from the environment. */
  readonly secrets: readonly string[];
}

export type Environment = { readonly [name: string]: string | undefined };

/**
 * A file of capabilities: an object with one entry for each handset of the cast, or a list. `${NAME}` in a text is that
 * variable of the environment, so that no key of a farm stands in the file. Throws ServiceError `capabilities-invalid`.
 */
export function readCapabilities(text: string, environment: Environment = {}): readonly NamedCapabilities[] {
  const file = parsed(text);
  const entries: readonly (readonly [string | undefined, Json])[] = Array.isArray(file)
    ? file.map((each: Json) => [undefined, each] as const)
    : isObject(file)
      ? Object.entries(file)
      : [];
  if (entries.length === 0) {
    throw invalid('/', 'オブジェクトまたはリストではないか、空です', 'it is no object and no list, or it is empty');
  }
  return entries.map(([key, given], index) => {
    const where = key ?? String(index);
    const secrets: string[] = [];
    const capabilities = filled(given, where, { environment, secrets });
    if (!isObject(capabilities)) throw invalid(where, 'オブジェクトではありません', 'it is no object');
    checkNames(capabilities, where);
    return { key, capabilities, secrets };
  });
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    const { message } = error as Error;
    throw invalid('JSON', `JSON として読めません。${message}`, `it is no JSON: ${message}`);
  }
}

/** W3C: all but its own names have a vendor's prefix. https://www.w3.org/TR/webdriver2/#capabilities */
const ownNames: ReadonlySet<string> = new Set(['platformName', 'browserName', 'browserVersion', 'acceptInsecureCerts']);

function checkNames(capabilities: Capabilities, where: string): void {
  const { platformName } = capabilities;
  if (typeof platformName !== 'string' || !/^(android|ios)$/i.test(platformName)) {
    throw invalid(where, 'platformName は Android か iOS です', 'platformName is Android or iOS');
  }
  const bare = Object.keys(capabilities).find((name) => !name.includes(':') && !ownNames.has(name));
  if (bare !== undefined) {
    throw invalid(`${where}/${bare}`, `appium:${bare} と書きます`, `it is written appium:${bare}`);
  }
}

interface Filling {
  readonly environment: Environment;
  readonly secrets: string[];
}

function filled(value: Json, where: string, filling: Filling): Json {
  if (typeof value === 'string') {
    return value.replace(/\$\{(\w+)\}/g, (_place, name: string) => {
      const found = filling.environment[name];
      if (found === undefined || found === '') {
        throw invalid(where, `環境変数 ${name} がありません`, `the environment has no ${name}`);
      }
      filling.secrets.push(found);
      return found;
    });
  }
  if (Array.isArray(value)) return value.map((each: Json, index) => filled(each, `${where}/${index}`, filling));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, filled(each, `${where}/${name}`, filling)]),
  );
}

function isObject(value: Json | undefined): value is { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function invalid(where: string, reasonJa: string, reasonEn: string): ServiceError {
  return new ServiceError('capabilities-invalid', { where, reasonJa, reasonEn });
}

const secretName = /key|token|secret|password|user/i;

/** The capabilities as reports may show them. */
export function maskedCapabilities({ capabilities, secrets }: NamedCapabilities): Capabilities {
  const masked = (value: Json, name: string): Json => {
    if (Array.isArray(value)) return value.map((each: Json) => masked(each, name));
    if (isObject(value))
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, masked(each, key)]));
    if (secretName.test(name) || (typeof value === 'string' && secrets.some((secret) => value.includes(secret)))) {
      return '••••••••';
    }
    return value;
  };
  return masked(capabilities as Json, '') as Capabilities;
}
