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
  {
    file: 'drivers/emulator/apps/read-package.ts',
    what: 'node:fs',
    reason: 'reads the description of an app package, and looks whether its files are there',
  },
  {
    file: 'drivers/emulator/apps/read-package.test.ts',
    what: 'node:fs',
    reason: 'writes app packages, and spoils some',
  },
  {
    file: 'drivers/emulator/apps/read-package.test.ts',
    what: 'node:os',
    reason: 'asks for the folder of temporary files',
  },
  {
    file: 'drivers/emulator/mobile/parity.test.ts',
    what: 'node:fs',
    reason: 'reads which commands a client of others sends',
  },
  {
    file: 'drivers/emulator/mobile/parity.test.ts',
    what: 'import.meta',
    reason: 'finds the maps of the real drivers in their packages',
  },
  {
    file: 'drivers/emulator/phone/create-phone.test.ts',
    what: 'node:fs',
    reason: 'keeps an app package in a folder of temporary files',
  },
  {
    file: 'drivers/emulator/phone/create-phone.test.ts',
    what: 'node:os',
    reason: 'asks for the folder of temporary files',
  },
  {
    file: 'drivers/emulator/phone/gateway.ts',
    what: 'node:http',
    reason: 'HTTP over connections of the egress, with every header as it came; opens none itself',
  },
  {
    file: 'drivers/emulator/phone/network.test.ts',
    what: 'node:http',
    reason: 'the services on loopback that a phone asks',
  },
  {
    file: 'drivers/emulator/phone/painted-phone.test.ts',
    what: 'node:fs',
    reason: 'keeps an app package in a folder of temporary files',
  },
  {
    file: 'drivers/emulator/phone/painted-phone.test.ts',
    what: 'node:http',
    reason: 'the services on loopback that a phone asks',
  },
  {
    file: 'drivers/emulator/phone/painted-phone.test.ts',
    what: 'node:os',
    reason: 'asks for the folder of temporary files',
  },
  {
    file: 'drivers/emulator/phone/painted-phone.test.ts',
    what: 'process',
    reason: 'looks which browser is installed',
  },
  {
    file: 'drivers/emulator/phone/phone-fixture.ts',
    what: 'node:fs',
    reason: 'writes the app package of a test',
  },
  {
    file: 'drivers/emulator/phone/static-files.ts',
    what: 'node:fs/promises',
    reason: 'reads the files of an app package and of the system’s pages',
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
  {
    file: 'drivers/chromium/find-chromium.ts',
    what: 'node:fs',
    reason: 'looks which browser is installed; which folders to look in is given to it',
  },
  {
    file: 'drivers/chromium/chromium-process.ts',
    what: 'node:child_process',
    reason: 'starts the one browser that paints pages; no world hears of it',
  },
  {
    file: 'drivers/chromium/chromium-process.ts',
    what: 'node:fs',
    reason: 'gives the browser an empty profile folder and removes it',
  },
  {
    file: 'drivers/chromium/chromium-process.ts',
    what: 'node:os',
    reason: 'asks for the folder of temporary files, and whose it is when machines share it',
  },
  {
    file: 'drivers/chromium/chromium-process.ts',
    what: 'process',
    reason: 'ends the browser when this process ends; whether it is root decides about the browser’s sandbox',
  },
  {
    file: 'drivers/emulator/appium-server.ts',
    what: 'node:net',
    reason: 'looks whether the port is free: Appium would end the whole process when it is not',
  },
  {
    file: 'drivers/emulator/appium-server.ts',
    what: 'process',
    reason: 'takes back the signals that Appium puts its hand on; what they do is up to who started this process',
  },
  {
    file: 'drivers/emulator/built-folders.ts',
    what: 'import.meta',
    reason: 'finds the folders that the build of the pages wrote, beside the sources, and the manifest of the driver',
  },
];
