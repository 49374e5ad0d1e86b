import type { Exception } from './finding.ts';

/** The edges of handsets: files that ask the machine, each for one thing and a reason. See purity. */
export const driverEdges: readonly Exception[] = [
  {
    file: 'drivers/appium/appium-address.ts',
    what: 'node:http',
    reason: 'the relay on loopback by which a WebDriver client reaches an Appium server elsewhere: through the egress',
  },
  {
    file: 'drivers/appium/capabilities-file.test.ts',
    what: 'node:fs',
    reason: 'reads the examples of the documents',
  },
  {
    file: 'drivers/appium/handset-session.test.ts',
    what: 'global fetch',
    reason: 'asks the relay as a WebDriver client does',
  },
  {
    file: 'drivers/appium/w3c-server-fixture.ts',
    what: 'node:http',
    reason: 'a WebDriver server without a device, on loopback, that tests answer for',
  },
  ...(['node:fs', 'import.meta'] as const).map((what) => ({
    file: 'drivers/emulator/window/built-script.ts',
    what,
    reason: 'reads the built script that is run inside pages',
  })),
  ...(['node:fs', 'node:os', 'process', 'import.meta'] as const).map((what) => ({
    file: 'drivers/chromium/packaged-chromium.ts',
    what,
    reason: 'unpacks the browser that npm installed, into a folder of temporary files that is this user’s',
  })),
  {
    file: 'drivers/emulator/window/shared-browser.ts',
    what: 'process',
    reason: 'which browser the machine has: by CHROME_PATH and PATH',
  },
  {
    file: 'drivers/emulator/ui/system/system-api.ts',
    what: 'global fetch',
    reason: 'runs in the browser, where it asks the phone behind the page',
  },
  {
    file: 'drivers/emulator/ui/system/system.ts',
    what: 'new Date()',
    reason: 'runs in the browser, whose Date is the clock of the phone',
  },
  ...(['machine timers', 'Date.now'] as const).map((what) => ({
    file: 'drivers/emulator/ui/page/handset-clock.ts',
    what,
    reason: 'runs in the browser, where it puts the clock of the handset in the place of the machine’s',
  })),
  {
    file: 'drivers/emulator/ui/page/pending-work.ts',
    what: 'machine timers',
    reason: 'runs in the browser, where it notes the short timers of a page; no world hears of it',
  },
  ...(['agent-world', 'open-window'] as const).map((name) => ({
    file: `drivers/emulator/window/${name}.test.ts`,
    what: 'process',
    reason: 'looks whether the machine has a Chromium; left out where it has none',
  })),
];
