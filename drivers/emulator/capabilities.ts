import { errors } from 'appium/driver.js';
import { nearest } from '#sim/kernel';
import { idleCapabilities } from './idle-capabilities.ts';

/** What a value must be. @appium/types `Constraint` */
export interface CapabilityRule {
  readonly presence?: true;
  readonly isString?: true;
  readonly isNumber?: true;
  readonly isBoolean?: true;
  readonly isArray?: true;
  readonly isObject?: true;
  readonly inclusionCaseInsensitive?: readonly string[];
}

const text = { isString: true } as const;
const number = { isNumber: true } as const;
const flag = { isBoolean: true } as const;
const list = { isArray: true } as const;
const anything = {};

/** Capabilities that only an emulated handset has. */
const ownConstraints = {
  /** The one loopback URL behind which the services of the simulated world stand: `http://127.0.0.1:8080`. */
  'todoku:gateway': text,
  /** An ISO instant at which the handset's clock stands still, or `machine`. */
  'todoku:clock': text,
  /** How far its clock is ahead of true time, in ms. */
  'todoku:clockSkew': number,
  /** The private OKP JWK (Ed25519) of the handset. */
  'todoku:deviceKey': { isObject: true },
  /** URL of the mailbox pages that its mail app shows. */
  'todoku:mailApp': text,
  /** URL that its store shows. */
  'todoku:store': text,
  /** Origin of the wallet service: `https://wallet.openbadge.test`. */
  'todoku:appOrigin': text,
  /** Folders of the app packages that its store can install. */
  'todoku:packages': list,
  'todoku:isDark': flag,
  /** Links in mails open inside the mail app. */
  'todoku:opensLinksInMailApp': flag,
} as const satisfies CapabilityRules;

/** Capabilities of the real drivers that a handset heeds. */
const heededConstraints = {
  platformName: { presence: true, isString: true, inclusionCaseInsensitive: ['Android', 'iOS', 'Windows', 'ChromeOS'] },
  browserName: text,
  deviceName: text,
  bundleId: text,
  appPackage: text,
  appActivity: text,
  appWaitPackage: text,
  appWaitActivity: text,
  autoGrantPermissions: flag,
  autoAcceptAlerts: flag,
  autoDismissAlerts: flag,
  timeZone: text,
  appTimeZone: text,
  pageLoadStrategy: text,
  otherApps: anything,
  isHeadless: anything,
} as const satisfies CapabilityRules;

export const capabilityConstraints: CapabilityConstraints = {
  ...Object.fromEntries(idleCapabilities.map((name) => [name, anything])),
  ...heededConstraints,
  ...ownConstraints,
};

type CapabilityRules = Readonly<Record<string, CapabilityRule>>;

export type CapabilityConstraints = typeof heededConstraints & typeof ownConstraints;

/** What a session was asked for; names as after the `appium:` prefix was taken off. */
export type HandsetCapabilities = Readonly<Record<string, unknown>>;

/** Names of capabilities that every driver has. https://www.w3.org/TR/webdriver2/#capabilities */
const standardCapabilities: readonly string[] = [
  'acceptInsecureCerts',
  'browserName',
  'browserVersion',
  'pageLoadStrategy',
  'platformName',
  'proxy',
  'setWindowRect',
  'strictFileInteractability',
  'timeouts',
  'unhandledPromptBehavior',
  'userAgent',
  'webSocketUrl',
];

/** Those of Appium itself. @appium/types lib/constraints */
const baseCapabilities: readonly string[] = [
  'app',
  'automationName',
  'autoLaunch',
  'autoWebview',
  'eventTimings',
  'fullReset',
  'language',
  'locale',
  'newCommandTimeout',
  'noReset',
  'orientation',
  'platformVersion',
  'printPageSourceOnFindFailure',
  'udid',
];

/**
 * A mistyped capability would silently give another handset than was meant, so it ends the session before it begins.
 * Names with the prefix of other vendors are theirs. Throws `session not created`.
 */
export function refuseUnknownCapabilities(capabilities: HandsetCapabilities): void {
  const known = [...standardCapabilities, ...baseCapabilities, ...Object.keys(capabilityConstraints)];
  const unknown = Object.keys(capabilities).filter(
    (name) => (name.startsWith('todoku:') || !name.includes(':')) && !known.includes(name),
  );
  if (unknown.length === 0) return;
  const described = unknown.map((name) => {
    const meant = nearest(name, known, '');
    return meant === '' ? `'${withPrefix(name)}'` : `'${withPrefix(name)}' (did you mean '${withPrefix(meant)}'?)`;
  });
  throw new errors.SessionNotCreatedError(`The handset does not know the capability ${described.join(', ')}.`);
}

/** As a client writes it. */
function withPrefix(name: string): string {
  return name.includes(':') || standardCapabilities.includes(name) ? name : `appium:${name}`;
}
