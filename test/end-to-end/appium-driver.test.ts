import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '#drivers/chromium';
import { type RunningAppium, startAppium } from '#drivers/emulator';
import { sampleApp } from './sample-app.ts';
import { openSession, send, type W3cSession } from './w3c-session.ts';

const app = sampleApp();
let appium: RunningAppium;

const systems = [
  { platformName: 'Android', 'appium:deviceName': 'Pixel 7', 'appium:app': app.folder },
  { platformName: 'iOS', 'appium:deviceName': 'iPhone 17', 'appium:app': app.folder },
];

const [android = {}, ios = {}] = systems;

const tapAt = (x: number, y: number, holdMs = 0): object => ({
  actions: [
    {
      type: 'pointer',
      id: 'finger',
      parameters: { pointerType: 'touch' },
      actions: [
        { type: 'pointerMove', duration: 0, x, y },
        { type: 'pointerDown', button: 0 },
        { type: 'pause', duration: holdMs },
        { type: 'pointerUp', button: 0 },
      ],
    },
  ],
});

async function textOf(session: W3cSession, id: string): Promise<unknown> {
  return session.get(`${await session.find('accessibility id', id)}/text`);
}

/** Requests that no handset takes. */
const refusals: readonly [name: string, method: string, path: string, body: unknown, status: number, error: string][] =
  [
    [
      'a css selector outside of a web view',
      'POST',
      '/element',
      { using: 'css selector', value: '#name' },
      400,
      'invalid selector',
    ],
    ['a broken XPath', 'POST', '/element', { using: 'xpath', value: '//*[' }, 400, 'invalid selector'],
    [
      'a strategy that is a name of every object',
      'POST',
      '/element',
      { using: '__proto__', value: 'x' },
      400,
      'invalid selector',
    ],
    [
      'a selector of a million letters',
      'POST',
      '/element',
      { using: 'xpath', value: 'x'.repeat(1_000_000) },
      400,
      'invalid selector',
    ],
    ['no selector', 'POST', '/element', { using: 'xpath' }, 400, 'invalid argument'],
    ['a selector that is no text', 'POST', '/element', { using: 'xpath', value: {} }, 400, 'invalid argument'],
    ['broken JSON', 'POST', '/element', '{"using": ', 400, 'invalid argument'],
    [
      'an element that the page never had',
      'GET',
      '/element/1.1.999999999/text',
      undefined,
      404,
      'stale element reference',
    ],
    ['an element of no session', 'GET', '/element/nothing/text', undefined, 404, 'no such element'],
    ['an element called as every object', 'GET', '/element/__proto__/text', undefined, 404, 'no such element'],
    ['an element of another window', 'GET', '/element/9.1.1/text', undefined, 404, 'no such element'],
    ['the address of no web view', 'GET', '/url', undefined, 405, 'unknown method'],
    ['an alert that does not stand', 'GET', '/alert/text', undefined, 404, 'no such alert'],
    ['a wait below nothing', 'POST', '/timeouts', { implicit: -1 }, 400, 'invalid argument'],
    ['a time that is no number', 'POST', '/timeouts', { script: 'long' }, 400, 'invalid argument'],
    ['actions that are no list', 'POST', '/actions', { actions: 'tap' }, 400, 'invalid argument'],
    ['a tap beside the screen', 'POST', '/actions', tapAt(-5, 1), 500, 'move target out of bounds'],
    [
      'an orientation that there is not',
      'POST',
      '/orientation',
      { orientation: 'UPSIDE_DOWN' },
      400,
      'invalid argument',
    ],
    [
      'a script outside of a web view',
      'POST',
      '/execute/sync',
      { script: 'return 1', args: [] },
      405,
      'unknown method',
    ],
    [
      'a mobile command called as every object',
      'POST',
      '/execute/sync',
      { script: 'mobile: __proto__', args: [] },
      500,
      'unsupported operation',
    ],
    [
      'an own command that there is not',
      'POST',
      '/execute/sync',
      { script: 'handset: constructor', args: [] },
      500,
      'unsupported operation',
    ],
    ['a context that there is not', 'POST', '/context', { name: 'WEBVIEW_nowhere' }, 500, 'unknown error'],
    ['a path that there is not', 'GET', '/no/such/path', undefined, 404, 'unknown command'],
  ];

let shared: W3cSession;

/** What every client of the protocol can rely on, asked without a client library. */
describe.skipIf(findChromium(process.env) === undefined)('the handset driver, by the W3C protocol', () => {
  beforeAll(async () => {
    appium = await startAppium();
  }, 60_000);
  afterAll(async () => {
    await appium.close();
    app[Symbol.dispose]();
  });

  describe.each(systems)('on $platformName', (capabilities) => {
    elementTests(capabilities);
    touchTests(capabilities);
    webTests(capabilities);
  });
  describe('refuses', refusalTests);
  describe('and its sessions', sessionTests);
});

function elementTests(capabilities: (typeof systems)[number]): void {
  test('an app is opened, found by its ids, tapped and read', async () => {
    await using session = await openSession(appium.url, capabilities);
    const count = await session.find('accessibility id', 'count');
    expect(await session.get(`${count}/text`)).toBe('0');
    await session.post(`${count}/click`);
    await session.post(`${count}/click`);
    expect(await session.get(`${count}/text`)).toBe('2');
    expect(await session.get(`${count}/enabled`)).toBe(true);
    expect(await session.get(`${await session.find('accessibility id', 'off')}/enabled`)).toBe(false);
    expect(await session.get('/source')).toContain('screen-sample');
  });

  test('a tap goes to what lies on top, as a finger does', async () => {
    await using session = await openSession(appium.url, capabilities);
    await session.post(`${await session.find('accessibility id', 'covered')}/click`).catch(() => undefined);
    expect(await textOf(session, 'cover')).toBe('上が押された');
  });

  test('text is typed behind what stands, and cleared', async () => {
    await using session = await openSession(appium.url, capabilities);
    const name = await session.find('accessibility id', 'name');
    expect(await session.get('/appium/device/is_keyboard_shown')).toBe(false);
    await session.post(`${name}/value`, { text: '山田' });
    await session.post(`${name}/value`, { text: '花子' });
    expect(await session.get(`${name}/text`)).toBe('山田花子');
    expect(await session.get('/appium/device/is_keyboard_shown')).toBe(true);
    expect(`/element/${Object.values((await session.get('/element/active')) as object)[0]}`).toBe(name);
    await session.post(`${name}/clear`);
    expect(await session.get(`${name}/text`)).not.toContain('花子');
    await session.post('/appium/device/hide_keyboard');
    expect(await session.get('/appium/device/is_keyboard_shown')).toBe(false);
  });

  test('rectangles are those of the screenshot, or points', async () => {
    await using session = await openSession(appium.url, capabilities);
    const scale = capabilities.platformName === 'iOS' ? 1 : 2.625;
    const box = await session.get(`${await session.find('accessibility id', 'count')}/rect`);
    expect(box).toMatchObject({ width: Math.round(200 * scale), height: Math.round(48 * scale) });
    const { width, height } = (await session.get('/window/rect')) as { width: number; height: number };
    expect(width).toBeLessThan(height);
    await session.post('/orientation', { orientation: 'LANDSCAPE' });
    expect(await session.get('/window/rect')).toMatchObject({ width: height, height: width });
    expect(await session.get('/orientation')).toBe('LANDSCAPE');
  });

  test('pictures of the screen and of an element are PNGs', async () => {
    await using session = await openSession(appium.url, capabilities);
    const count = await session.find('accessibility id', 'count');
    for (const path of ['/screenshot', `${count}/screenshot`]) {
      const png = Buffer.from(String(await session.get(path)), 'base64');
      expect(png.subarray(1, 4).toString()).toBe('PNG');
    }
  });
}

function touchTests(capabilities: (typeof systems)[number]): void {
  test('actions: a tap at a point, a long press, a swipe over the list', async () => {
    await using session = await openSession(appium.url, capabilities);
    const scale = capabilities.platformName === 'iOS' ? 1 : 2.625;
    const at = async (id: string): Promise<[number, number]> => {
      const box = (await session.get(`${await session.find('accessibility id', id)}/rect`)) as Record<string, number>;
      return [(box.x ?? 0) + (box.width ?? 0) / 2, (box.y ?? 0) + (box.height ?? 0) / 2];
    };
    await session.post('/actions', tapAt(...(await at('count'))));
    expect(await textOf(session, 'count')).toBe('1');
    const [x, y] = await at('greeting');
    await session.post('/actions', tapAt(x, y, 500));
    expect(await textOf(session, 'held')).toBe('長押し');
    const swipe = [
      { type: 'pointerMove', duration: 0, x: 100 * scale, y: 700 * scale },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerMove', duration: 300, x: 100 * scale, y: 580 * scale },
      { type: 'pointerUp', button: 0 },
    ];
    await session.post('/actions', { actions: [{ type: 'pointer', id: 'finger', actions: swipe }] });
    // A finger that flings would make the page swallow the next tap.
    await session.post(`${await session.find('accessibility id', 'cover')}/click`);
    expect(await textOf(session, 'cover')).toBe('上が押された');
    await session.post('/context', { name: 'WEBVIEW' });
    expect(await session.post('/execute/sync', { script: 'return scrollY;', args: [] })).toBeGreaterThan(60);
  });

  test('an implicit wait ends when the element comes', async () => {
    await using session = await openSession(appium.url, capabilities);
    await session.post('/timeouts', { implicit: 20_000 });
    await session.post(`${await session.find('accessibility id', 'later')}/click`);
    expect(await textOf(session, 'late')).toBe('来ました');
  });

  test('an element that never comes: the error names the screen and what is there', async () => {
    await using session = await openSession(appium.url, capabilities);
    const { status, value } = await session.reply('POST', '/element', { using: 'accessibility id', value: 'cuont' });
    expect(status).toBe(404);
    expect(value).toMatchObject({ error: 'no such element', stacktrace: expect.any(String) });
    const { message } = value as { message: string };
    expect(message).toContain("The screen is 'screen-sample' of Sample.");
    expect(message).toMatch(/Nearest accessibility ids: count, /);
  });

  test('an element of a screen that is left is stale', async () => {
    await using session = await openSession(appium.url, capabilities);
    const count = await session.find('accessibility id', 'count');
    await session.post('/url', { url: 'https://handset.test/nowhere' });
    const { status, value } = await session.reply('GET', `${count}/text`);
    expect([status, value]).toMatchObject([404, { error: 'stale element reference' }]);
  });
}

function webTests(capabilities: (typeof systems)[number]): void {
  test('a web view: css selectors, properties, scripts with elements', async () => {
    await using session = await openSession(appium.url, capabilities);
    const context = 'WEBVIEW_test.example.sample';
    expect(await session.get('/contexts')).toEqual(['NATIVE_APP', context]);
    await session.post('/context', { name: context });
    expect(await session.get('/context')).toBe(context);
    expect(await session.get('/title')).toBe('見本');
    expect(await session.get('/url')).toBe('https://wallet.openbadge.test/app/');
    const name = await session.find('css selector', '#name');
    await session.post(`${name}/value`, { text: '山田' });
    expect(await session.get(`${name}/property/value`)).toBe('山田');
    expect(await session.get(`${name}/computedlabel`)).toBe('名前');
    const [key = '', id] = Object.entries((await session.get('/element/active')) as object)[0] ?? [];
    const script = 'return { same: document.activeElement === arguments[0], list: [arguments[0]], none: undefined };';
    const answer = await session.post('/execute/sync', { script, args: [{ [key]: id }] });
    expect(answer).toMatchObject({ same: true, list: [{ [key]: id }], none: null });
    const async = 'const done = arguments[arguments.length - 1]; setTimeout(() => done([1, "二"]), 10);';
    expect(await session.post('/execute/async', { script: async, args: [] })).toEqual([1, '二']);
    await expect(session.post(`${await session.find('css selector', '[data-testid=covered]')}/click`)).rejects.toThrow(
      'element click intercepted',
    );
  });
}

function refusalTests(): void {
  beforeAll(async () => {
    shared = await openSession(appium.url, { ...android, 'appium:newCommandTimeout': 0 });
    await shared.find('accessibility id', 'count');
  }, 60_000);
  afterAll(() => shared?.[Symbol.asyncDispose]());

  test.each(refusals)('%s: %s %s', async (_name, method, path, body, status, error) => {
    const { status: told, value } = await shared.reply(method, path, body);
    expect([told, value]).toMatchObject([
      status,
      { error, message: expect.any(String), stacktrace: expect.any(String) },
    ]);
  });

  test('an unknown mobile command answers as the driver of the system does', async () => {
    const unknown = { script: 'mobile: makeTea', args: [{}] };
    expect(await shared.reply('POST', '/execute/sync', unknown)).toMatchObject({
      status: 500,
      value: {
        error: 'unsupported operation',
        message: expect.stringContaining("Unsupported execute method 'mobile: makeTea'"),
      },
    });
    await using phone = await openSession(appium.url, ios);
    expect(await phone.reply('POST', '/execute/sync', unknown)).toMatchObject({
      status: 405,
      value: { error: 'unknown method', message: 'Method is not implemented' },
    });
  });

  test.each([
    [{ 'appium:deviceNam': 'Pixel 7' }, "'appium:deviceNam' (did you mean 'appium:deviceName'?)"],
    [
      { 'appium:deviceName': 'Galaxy S6', 'appium:platformVersion': '6.0', 'appium:app': app.folder },
      'INSTALL_FAILED_OLDER_SDK',
    ],
    [{ 'appium:app': '/no/such/folder' }, "The application at '/no/such/folder' does not exist or is not accessible"],
  ])('no session with %j', async (capabilities, words) => {
    await expect(openSession(appium.url, capabilities)).rejects.toThrow(words);
  });
}

function sessionTests(): void {
  test('one handset is in one session at a time', async () => {
    const one = { 'appium:udid': 'hs_0001' };
    await using session = await openSession(appium.url, one);
    await expect(openSession(appium.url, one)).rejects.toThrow(
      "The handset with the udid 'hs_0001' is in use by another session",
    );
    expect(await session.get('/orientation')).toBe('PORTRAIT');
  });

  test('a session that nobody uses ends after the time that it asked for', async () => {
    const session = await openSession(appium.url, { 'appium:newCommandTimeout': 0.2, 'appium:udid': 'hs_0002' });
    await expect.poll(async () => (await session.reply('GET', '/orientation')).status, { interval: 500 }).toBe(404);
    await using next = await openSession(appium.url, { 'appium:udid': 'hs_0002' });
    expect(next.id).not.toBe(session.id);
  });

  test('storage of the app stays with noReset, and goes without', async () => {
    const kept = { ...android, 'appium:udid': 'hs_0003', 'appium:autoWebview': true };
    const stored = { script: 'return localStorage.getItem("seen")', args: [] };
    const first = await openSession(appium.url, { ...kept, 'appium:noReset': true });
    await first.post('/execute/sync', { script: 'localStorage.setItem("seen", "yes")', args: [] });
    await first[Symbol.asyncDispose]();
    const second = await openSession(appium.url, { ...kept, 'appium:noReset': true });
    expect(await second.post('/execute/sync', stored)).toBe('yes');
    await second[Symbol.asyncDispose]();
    await using third = await openSession(appium.url, kept);
    expect(await third.post('/execute/sync', stored)).toBeNull();
  });

  test('eight handsets are opened and used beside each other', async () => {
    const sessions = await Promise.all(
      Array.from({ length: 8 }, (_, index) => openSession(appium.url, systems[index % 2] ?? {})),
    );
    const counts = await Promise.all(
      sessions.map(async (session, index) => {
        const count = await session.find('accessibility id', 'count');
        for (let tap = 0; tap < index; tap += 1) await session.post(`${count}/click`);
        return session.get(`${count}/text`);
      }),
    );
    expect(counts).toEqual(['0', '1', '2', '3', '4', '5', '6', '7']);
    await Promise.all(sessions.map((session) => session[Symbol.asyncDispose]()));
  });

  test('a port that is taken is told before Appium starts', async () => {
    const taken = Number(new URL(appium.url).port);
    await expect(startAppium({ port: taken })).rejects.toMatchObject({ code: 'port-taken' });
    await using other = await listenSomewhere();
    await expect(startAppium({ port: other.port })).rejects.toMatchObject({ code: 'port-taken' });
    expect((await send(appium.url, 'GET', '/status')).value).toMatchObject({ ready: true });
  });
}

async function listenSomewhere(): Promise<AsyncDisposable & { readonly port: number }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
