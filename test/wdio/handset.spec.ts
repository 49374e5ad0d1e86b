import { strict as assert } from 'node:assert';
import { browser } from '@wdio/globals';
import { readPageSource, selectorOf } from '#drivers/appium';

// Mocha's, which the runner of specs puts there.
declare function describe(title: string, tests: () => void): void;
declare function it(title: string, test: () => Promise<void>): void;

describe('a handset of a worker', () => {
  it('shows its home screen, and opens an app by its accessibility id', async () => {
    assert.equal(readPageSource(await browser.getPageSource()).screen, 'home');
    await browser.$(selectorOf('app-settings', true)).click();
    assert.notEqual(readPageSource(await browser.getPageSource()).screen, 'home');
  });
});
