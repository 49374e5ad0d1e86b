import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import type { CreateHandset } from '#drivers/contract';
import { type RunningAppium, startAppium } from '#drivers/emulator';
import { chromium, handsetUnderTest } from './appium-handset-fixture.ts';

/** Runs a contract over handsets behind an Appium of their own; skipped by name without Chromium. */
export function overAppium(contract: (driver: string, createHandset: CreateHandset) => void): void {
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

    contract('Appium', async (wallet, device) => open.use(await handsetUnderTest(appium.url, wallet, device)));
  });
}
