import { driverE2ETestSuite, driverUnitTestSuite } from '@appium/driver-test-support';
import { afterAll, describe, test } from 'vitest';
import { findChromium } from '#drivers/chromium';
import { endSharedBrowser, HandsetDriver, startSession } from '#drivers/emulator';
import { speakMocha } from './mocha-words.ts';

class QuietDriver extends HandsetDriver {
  constructor(...given: ConstructorParameters<typeof HandsetDriver>) {
    super(...given);
    this.log.level = 'error';
  }
}

/** The unit suite asks for a platform and a device that no handset is: it gets a Pixel 7. */
class FakePlatformDriver extends QuietDriver {
  constructor(...given: ConstructorParameters<typeof HandsetDriver>) {
    super(...given);
    this.desiredCapConstraints = {} as never;
  }

  override begin(): ReturnType<HandsetDriver['begin']> {
    return startSession(this, { ...this.caps, platformName: 'Android', deviceName: 'Pixel 7' });
  }
}

/** The suites that Appium held its own drivers against. https://www.npmjs.com/package/@appium/driver-test-support/v/1.0.4 */
if (findChromium(process.env) === undefined) {
  test.skip('Appium’s suites of drivers need Chromium', () => undefined);
} else {
  describe('Appium’s suites of drivers', () => {
    afterAll(endSharedBrowser);
    speakMocha();
    driverUnitTestSuite(FakePlatformDriver as never, { platformName: 'Fake' } as never);
    driverE2ETestSuite(
      QuietDriver as never,
      {
        platformName: 'Android',
        'appium:deviceName': 'Pixel 7',
        'appium:automationName': 'Handset',
      } as never,
    );
  });
}
