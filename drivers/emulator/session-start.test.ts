import { describe, expect, test } from 'vitest';
import { FakeHandsetDriver } from './fake-driver-fixture.ts';
import { rackOf } from './rack.ts';

type Given = Readonly<Record<string, unknown>>;

async function open(given: Given, driver = newDriver()): Promise<FakeHandsetDriver> {
  const alwaysMatch = { platformName: 'Android', ...given };
  await driver.createSession({ alwaysMatch, firstMatch: [{}] } as never);
  return driver;
}

/** Drivers of one server share its handsets. */
function newDriver(server: object = {}): FakeHandsetDriver {
  const driver = new FakeHandsetDriver({} as never);
  driver.server = server as never;
  return driver;
}

const refused = async (given: Given, driver?: FakeHandsetDriver): Promise<{ error?: string; message: string }> =>
  open(given, driver).then(
    () => ({ message: 'a session was opened' }),
    (error) => error,
  );

describe('the start of a session', () => {
  test.each([
    [{}, 'pixel-7', '16'],
    [{ platformName: 'ios' }, 'iphone-17', '26.0'],
    [{ 'appium:deviceName': 'Galaxy S6' }, 'galaxy-s6', '7.0'],
    [{ 'appium:deviceName': 'galaxy-s6', 'appium:platformVersion': '6.0' }, 'galaxy-s6', '6.0'],
    [{ platformName: 'Windows' }, 'windows-pc', '11'],
  ])('%j is a %s with version %s', async (given, model, version) => {
    const { phones } = await open(given);
    expect(phones.map((phone) => [phone.model.key, phone.version])).toEqual([[model, version]]);
  });

  test.each([
    [{ 'appium:deviceNam': 'Pixel 7' }, "'appium:deviceNam' (did you mean 'appium:deviceName'?)"],
    [{ 'todoku:gatway': 'http://127.0.0.1:1' }, "'todoku:gatway' (did you mean 'todoku:gateway'?)"],
    [{ 'appium:__proto__x': 1 }, "'appium:__proto__x'"],
    [{ 'appium:deviceName': 'Pixel 77' }, "Did you mean 'Pixel 7'?"],
    [{ 'appium:deviceName': 'iPhone 17' }, 'runs iOS, not Android'],
    [{ 'appium:platformVersion': '9' }, 'runs Android 13 to 16'],
    [{ 'appium:platformVersion': '16; rm' }, 'runs Android 13 to 16'],
    [{ 'appium:locale': '!' }, 'is no language and locale'],
    [{ 'appium:timeZone': 'Mars/Olympus' }, 'is no time zone'],
    [{ 'todoku:clock': 'tomorrow' }, "'todoku:clock' is 'machine' or an instant"],
    [{ 'todoku:gateway': 'here' }, "'todoku:gateway' must be a URL"],
    [{ 'todoku:packages': [7] }, "'todoku:packages' is a list of folders"],
    [{ 'todoku:clockSkew': 'late' }, "'todoku:clockSkew' must be of type number"],
  ])('%j is refused with %s', async (given, words) => {
    const failure = await refused(given);
    expect(failure.error).toBe('session not created');
    expect(failure.message).toContain(words);
  });

  test('capabilities of other vendors, and those that a real phone needs, are taken', async () => {
    await open({ 'wdio:maxInstances': 2, 'appium:systemPort': 8200, 'appium:wdaLocalPort': 8100 });
  });

  test('a handset is in one session at a time', async () => {
    const server = {};
    const first = await open({ 'appium:udid': 'one' }, newDriver(server));
    const failure = await refused({ 'appium:udid': 'one' }, newDriver(server));
    expect(failure).toMatchObject({ error: 'session not created' });
    expect(failure.message).toContain("The handset with the udid 'one' is in use by another session");
    await first.deleteSession();
    await open({ 'appium:udid': 'one' }, newDriver(server));
  });

  test('a session without a udid gets a handset of its own', async () => {
    const server = {};
    const drivers = [await open({}, newDriver(server)), await open({}, newDriver(server))];
    expect(drivers.map(({ phones }) => phones[0]?.udid)).toEqual(['pixel-7-1', 'pixel-7-2']);
  });

  test('an app that the system is too old for ends it in the words of the real driver, and nothing is held', async () => {
    const server = {};
    const driver = newDriver(server);
    const failure = await refused({ 'appium:udid': 'one', 'appium:app': '/too-new' }, driver);
    expect(failure.message).toContain('INSTALL_FAILED_OLDER_SDK');
    expect(driver.phones.map(({ isGone }) => isGone)).toEqual([true]);
    expect(driver.sessionId).toBeNull();
    await open({ 'appium:udid': 'one' }, newDriver(server));
  });

  test('an app that is not there is told by its name', async () => {
    const failure = await refused({ 'appium:appPackage': 'com.example.none' });
    expect(failure.message).toContain("'com.example.none' is not installed");
  });

  test.each([
    [{ 'appium:appPackage': 'test.openbadge.wallet' }, ['test.openbadge.wallet']],
    [{ 'appium:appPackage': 'test.openbadge.wallet', 'appium:autoLaunch': false }, []],
    [{}, []],
  ])('%j opens %j', async (given, opened) => {
    expect((await open(given)).phones[0]?.opened).toEqual(opened);
  });

  test('with noReset the handset waits for the next session, otherwise it is gone', async () => {
    const server = {};
    const kept = { 'appium:udid': 'one', 'appium:noReset': true };
    const first = await open(kept, newDriver(server));
    await first.deleteSession();
    expect(first.phones[0]?.isGone).toBe(false);
    const second = await open(kept, newDriver(server));
    expect(second.phones).toEqual([]);
    expect(second.session?.phone).toBe(first.phones[0]);
    await second.deleteSession();
    const third = await open({ 'appium:udid': 'one' }, newDriver(server));
    expect(first.phones[0]?.isGone).toBe(true);
    await third.deleteSession();
    expect(third.phones[0]?.isGone).toBe(true);
  });

  test('when the server closes, its sessions and handsets end', async () => {
    const server = {};
    const driver = await open({}, newDriver(server));
    await rackOf(server).close();
    expect(driver.phones.map(({ isGone }) => isGone)).toEqual([true]);
    expect(driver.sessionId).toBeNull();
    expect((await refused({}, newDriver(server))).message).toContain('shutting down');
  });
});
