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

/** A worker reads this file once more, in a process of its own: it finds here what {@link config} was prepared with. */
const given = URL.parse(process.env.TODOKU_APPIUM ?? '');

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
  protocol: given?.protocol === 'https:' ? 'https' : 'http',
  hostname: given?.hostname ?? '127.0.0.1',
  port: Number(given?.port || 4723),
  path: given?.pathname ?? '/',
  async onPrepare() {
    if (given !== null) return;
    appium = await startAppium();
    process.env.TODOKU_APPIUM = appium.url;
  },
  async onComplete() {
    await appium?.close();
  },
};
