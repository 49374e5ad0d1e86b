import { availableParallelism } from 'node:os';
import { type RunningAppium, startAppium } from '#drivers/emulator';

/**
 * The library as WebdriverIO specs: `npx wdio`. A worker costs a second, so a spec file plays a whole section.
 *
 *     npx wdio                                 all sections, on emulated handsets
 *     npx wdio --spec test/wdio/section-1.spec.ts
 *     TODOKU_APPIUM=http://127.0.0.1:4723 npx wdio      against an Appium that runs already, with our driver
 */
let appium: RunningAppium | undefined;

export const config: WebdriverIO.Config = {
  runner: 'local',
  specs: ['./test/wdio/*.spec.ts'],
  maxInstances: availableParallelism(),
  // A phone at hand for specs of page objects; each scenario takes the handsets of its own cast.
  capabilities: [
    {
      platformName: 'Android',
      'appium:automationName': 'Handset',
      'appium:deviceName': 'Pixel 7',
      'wdio:enforceWebDriverClassic': true,
    },
  ],
  logLevel: 'error',
  framework: 'mocha',
  mochaOpts: { timeout: 300_000 },
  reporters: ['spec'],
  hostname: '127.0.0.1',
  path: '/',
  async onPrepare(config) {
    const given = process.env.TODOKU_APPIUM;
    if (given === undefined) appium = await startAppium();
    const url = given ?? appium?.url ?? '';
    // Workers are processes of their own: this is how they hear of it.
    process.env.TODOKU_APPIUM = url;
    const { hostname, port } = new URL(url);
    config.hostname = hostname;
    config.port = Number(port);
  },
  async onComplete() {
    await appium?.close();
  },
};
