import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import { handsetContract } from '#drivers/contract';
import { type RunningAppium, startAppium } from '#drivers/emulator';
import { chromium, handsetUnderTest } from './appium-handset-fixture.ts';

describe.skipIf(chromium === undefined)('over real Appium and Chromium', { timeout: 120_000 }, () => {
  let appium: RunningAppium;
  let open = new AsyncDisposableStack();

  beforeAll(async () => {
    appium = await startAppium();
  }, 120_000);

  afterEach(async () => {
    const done = open;
    open = new AsyncDisposableStack();
    await done.disposeAsync();
  });

  afterAll(() => appium?.close());

  // No package of that app is installed on emulated handsets yet.
  const abilities = { hasOldWallet: false };
  handsetContract(
    'Appium',
    async (wallet, device) => open.use(await handsetUnderTest(appium.url, wallet, device)),
    abilities,
  );
});
