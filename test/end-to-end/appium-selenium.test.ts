import { Builder, By, Capabilities, error, until, type WebDriver } from 'selenium-webdriver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '#drivers/chromium';
import { type RunningAppium, startAppium } from '#drivers/emulator';
import { sampleApp } from './sample-app.ts';

const app = sampleApp();
let appium: RunningAppium;
let driver: WebDriver;

/** A client that knows nothing of Appium, against a page of an app. */
describe.skipIf(findChromium(process.env) === undefined)('the handset driver, by selenium-webdriver', () => {
  beforeAll(async () => {
    appium = await startAppium();
    driver = await new Builder()
      .usingServer(appium.url)
      .withCapabilities(
        new Capabilities({
          // None: an app.
          browserName: '',
          platformName: 'Android',
          'appium:automationName': 'Handset',
          'appium:app': app.folder,
          'appium:appPackage': 'test.example.sample',
          'appium:autoWebview': true,
        }),
      )
      .build();
  }, 60_000);
  afterAll(async () => {
    await driver?.quit();
    await appium?.close();
    app[Symbol.dispose]();
  });

  describe('with elements', elementTests);
  describe('with the rest of the protocol', protocolTests);
});

function by(id: string): By {
  return By.css(`[data-testid="${id}"]`);
}

function elementTests(): void {
  test('finds, taps and reads', async () => {
    const count = await driver.findElement(by('count'));
    await count.click();
    expect(await count.getText()).toBe('1');
    expect(await count.getTagName()).toBe('button');
    expect(await driver.findElement(by('off')).isEnabled()).toBe(false);
    expect(await driver.findElements(By.css('button'))).toHaveLength(4);
    expect(await driver.findElement(By.xpath('//h1')).getText()).toBe('こんにちは');
  });

  test('types, selects and clears', async () => {
    const name = await driver.findElement(By.id('name'));
    await name.sendKeys('山田', '太郎');
    expect(await name.getAttribute('value')).toBe('山田太郎');
    await name.clear();
    expect(await name.getAttribute('value')).toBe('');
    const agree = await driver.findElement(by('agree'));
    await agree.click();
    expect(await agree.isSelected()).toBe(true);
  });

  test('runs scripts with elements in them', async () => {
    const count = await driver.findElement(by('count'));
    expect(await driver.executeScript('return arguments[0].dataset.testid', count)).toBe('count');
    expect(await driver.executeAsyncScript('arguments[0]([document.title])')).toEqual(['見本']);
  });

  test('waits for what comes later', async () => {
    await driver.findElement(by('later')).click();
    const late = await driver.wait(until.elementLocated(by('late')), 20_000);
    expect(await late.getText()).toBe('来ました');
  });
}

function protocolTests(): void {
  test('moves a pointer, and knows sizes and colours', async () => {
    const count = await driver.findElement(by('count'));
    await driver.executeScript('scrollTo(0, 0)');
    const before = Number(await count.getText());
    await driver.actions().move({ origin: count, duration: 0 }).press().release().perform();
    expect(Number(await count.getText())).toBe(before + 1);
    expect(await count.getRect()).toMatchObject({ width: 200, height: 48 });
    expect(await count.getCssValue('height')).toBe('48px');
  });

  test('takes pictures, reads addresses and cookies, and goes on', async () => {
    expect(await driver.takeScreenshot()).toMatch(/^iVBOR/);
    expect(await driver.getTitle()).toBe('見本');
    expect(await driver.getCurrentUrl()).toBe('https://wallet.openbadge.test/app/');
    await driver.manage().addCookie({ name: 'seen', value: 'yes' });
    expect(await driver.manage().getCookie('seen')).toMatchObject({ name: 'seen', value: 'yes' });
    await driver.manage().deleteAllCookies();
    expect(await driver.manage().getCookies()).toEqual([]);
    await driver.navigate().refresh();
    expect(await driver.findElement(by('count')).getText()).toBe('0');
  });

  test('throws the errors of the protocol', async () => {
    await expect(driver.findElement(By.css('#nowhere'))).rejects.toThrow(error.NoSuchElementError);
    await expect(driver.findElement(By.css('['))).rejects.toThrow(error.InvalidSelectorError);
    const count = await driver.findElement(by('count'));
    await driver.navigate().refresh();
    await expect(count.getText()).rejects.toThrow(error.StaleElementReferenceError);
    await expect(driver.executeScript('throw new Error("no")')).rejects.toThrow(error.JavascriptError);
    await expect(driver.findElement(by('covered')).click()).rejects.toThrow(error.ElementClickInterceptedError);
    await expect(driver.switchTo().alert()).rejects.toThrow(error.NoSuchAlertError);
  });
}
