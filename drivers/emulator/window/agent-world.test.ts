import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../chromium/index.ts';
import type { AppWindow, Dialect } from './app-window.ts';
import { endSharedBrowser } from './shared-browser.ts';
import { html, keyOf, origin, tap, windowOf } from './window-fixture.ts';

const hasChromium = findChromium(process.env) !== undefined;

afterAll(endSharedBrowser);

const row = 'style="display:block;height:40px;width:200px;margin:0;box-sizing:border-box"';

const page = `<main data-testid="screen-login">
  <h1 ${row}>ログイン</h1>
  <p ${row}>メール<b>アドレス</b>を<br>入力</p>
  <label ${row}>アドレス<input data-testid="address" placeholder="you@example.jp" style="height:30px"></label>
  <input ${row} data-testid="password" aria-label="パスワード" type="password" value="abc">
  <label ${row}><input type="checkbox" data-testid="agree" checked>同意</label>
  <button ${row} data-testid="log-in" disabled>ログイン</button>
  <button ${row} data-testid="menu" aria-label="メニュー"><svg width="10" height="10"></svg></button>
  <div aria-hidden="true">hidden</div><div style="display:none">none</div><div style="visibility:hidden">invisible</div>
  <div data-testid="clip" style="height:40px;overflow:hidden"><div style="height:60px">top</div><p data-testid="cut" style="height:40px;margin:0">cut</p></div>
  <div style="height:900px"></div>
  <button ${row} data-testid="far" onclick="this.textContent = 'tapped'">far</button>
</main>`;

describe.skipIf(!hasChromium)('the agent', () => {
  let open: Awaited<ReturnType<typeof windowOf>>;
  let window: AppWindow;

  beforeAll(async () => {
    const site = {
      '/app/': html(page),
      '/framed': html(
        `<p>outer</p><iframe sandbox="" src="/inner" style="border:5px solid;padding:3px;margin-left:10px"></iframe>`,
      ),
      '/inner': html('<p data-testid="inner" style="margin:0">inner text</p>'),
      '/modal': html(
        `<p data-testid="behind">b</p><dialog data-testid="ask"><button data-testid="yes">はい</button></dialog><script>document.querySelector('dialog').showModal()</script>`,
      ),
    };
    open = await windowOf(site);
    window = open.window;
  });
  afterAll(() => open?.[Symbol.asyncDispose]());

  const show = async (path: string): Promise<void> => window.open(`${origin}${path}`);

  const attributes = async (id: string, names: readonly string[], dialect: Dialect): Promise<(string | null)[]> => {
    const key = await keyOf(window, id, dialect);
    return Promise.all(names.map((name) => window.agent<string | null>('attribute', key, name, dialect)));
  };

  const found = async (using: string, value: string, dialect: Dialect, name: string): Promise<(string | null)[]> => {
    const keys = await window.agent<string[]>('find', using, value, null, dialect);
    return Promise.all(keys.map((key) => window.agent<string | null>('attribute', key, name, dialect)));
  };

  it('tells Android what UiAutomator2 would', async () => {
    await show('/app/');
    const source = await window.agent<string>('source', 'android');
    expect(source).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<hierarchy index="0" class="hierarchy" rotation="0" width="720" height="1280">/,
    );
    expect(source).not.toMatch(/hidden|none<|invisible|>far/);
    expect(
      await attributes(
        'address',
        ['class', 'text', 'hint', 'bounds', 'resource-id', 'package', 'displayed'],
        'android',
      ),
    ).toEqual([
      'android.widget.EditText',
      'you@example.jp',
      'you@example.jp',
      expect.stringMatching(/^\[\d+,\d+\]\[\d+,\d+\]$/),
      'address',
      'test.openbadge.wallet',
      'true',
    ]);
    expect(await attributes('password', ['password', 'text', 'contentDescription'], 'android')).toEqual([
      'true',
      '•••',
      'password',
    ]);
    expect(await attributes('agree', ['checkable', 'checked', 'className'], 'android')).toEqual([
      'true',
      'true',
      'android.widget.CheckBox',
    ]);
    expect(await attributes('log-in', ['enabled', 'text', 'bounds'], 'android')).toEqual([
      'false',
      'ログイン',
      '[0,400][400,480]',
    ]);
    // What lies beyond the screen, or is cut off, is not there; for gestures there is always something to scroll.
    expect(await found('accessibility id', 'far', 'android', 'text')).toEqual([]);
    expect(await found('accessibility id', 'cut', 'android', 'text')).toEqual([]);
    expect(await found('xpath', '//android.widget.ScrollView', 'android', 'scrollable')).toEqual(['true']);
    // Of native views and of React Native.
    expect(await found('id', 'test.openbadge.wallet:id/log-in', 'android', 'text')).toEqual(['ログイン']);
    expect(await found('id', 'log-in', 'android', 'text')).toEqual(['ログイン']);
  });

  it('tells iOS what XCUITest would', async () => {
    await show('/app/');
    expect(await attributes('address', ['type', 'value', 'label', 'visible'], 'ios')).toEqual([
      'XCUIElementTypeTextField',
      'you@example.jp',
      'アドレス',
      'true',
    ]);
    expect(await attributes('password', ['type', 'value', 'label'], 'ios')).toEqual([
      'XCUIElementTypeSecureTextField',
      '•••',
      'パスワード',
    ]);
    expect(await attributes('agree', ['type', 'value'], 'ios')).toEqual(['XCUIElementTypeSwitch', '1']);
    expect(await attributes('menu', ['name', 'label', 'rect'], 'ios')).toEqual([
      'menu',
      'メニュー',
      '{"x":0,"y":240,"width":200,"height":40}',
    ]);
    // Beyond the screen, or cut off: there, but not visible, and no finger reaches it.
    expect(await attributes('far', ['visible'], 'ios')).toEqual(['false']);
    expect(await attributes('cut', ['visible'], 'ios')).toEqual(['false']);
    await expect(tap(window, 'far', 'ios')).rejects.toMatchObject({ error: 'element not interactable' });
    expect(await found('xpath', '//XCUIElementTypeApplication', 'ios', 'name')).toEqual(['LecoS']);
    expect(
      await found('-ios predicate string', "type == 'XCUIElementTypeButton' AND enabled == 1", 'ios', 'name'),
    ).toEqual(['menu', 'far']);
    expect(await found('-ios class chain', '**/XCUIElementTypeButton[`label == "メニュー"`]', 'ios', 'name')).toEqual([
      'menu',
    ]);
  });

  it('tells a computer what its automation would', async () => {
    await show('/app/');
    expect(await attributes('log-in', ['Name', 'IsEnabled', 'BoundingRectangle'], 'desktop')).toEqual([
      'ログイン',
      'False',
      'l:0 t:200 w:200 h:40',
    ]);
    expect(await found('xpath', '//Edit[@AutomationId="address"]', 'desktop', 'Name')).toEqual(['アドレス']);
  });

  it('reads each sentence as one text, in order', async () => {
    await show('/app/');
    expect(await found('class name', 'XCUIElementTypeStaticText', 'ios', 'label')).toEqual([
      'ログイン',
      'メールアドレスを\n入力',
      'アドレス',
      '同意',
      'top',
      'cut',
    ]);
  });

  it('scrolls for UiScrollable as Android does', async () => {
    await show('/app/');
    const locator =
      'new UiScrollable(new UiSelector().scrollable(true)).scrollIntoView(new UiSelector().description("far"))';
    expect(await found('-android uiautomator', locator, 'android', 'text')).toEqual(['far']);
    await tap(window, 'far');
    expect(await found('id', 'far', 'android', 'text')).toEqual(['tapped']);
  });

  it('finds below an element only, and refuses what is wrong', async () => {
    await show('/app/');
    const root = await keyOf(window, 'screen-login');
    expect(await window.agent('find', 'xpath', '//android.widget.Button', root, 'android')).toHaveLength(2);
    expect(await window.agent('find', 'accessibility id', 'screen-login', root, 'android')).toEqual([]);
    const refused = async (using: string, value: string, dialect: Dialect): Promise<unknown> =>
      window.agent('find', using, value, null, dialect).catch((error: { error: string }) => error.error);
    expect(await refused('xpath', '//[', 'android')).toBe('invalid selector');
    expect(await refused('css selector', 'p', 'android')).toBe('invalid selector');
    expect(await refused('-ios predicate string', 'TRUEPREDICATE', 'android')).toBe('invalid selector');
    expect(await refused('-android uiautomator', 'new UiSelector()', 'ios')).toBe('invalid selector');
    await expect(window.agent('dance', root)).rejects.toMatchObject({ error: 'unknown command' });
  });

  it('knows an element that is gone', async () => {
    await show('/app/');
    const key = await keyOf(window, 'log-in');
    expect(await window.agent('displayed', key, 'android')).toBe(true);
    await window.execute('document.querySelector("[data-testid=log-in]").remove()', []);
    await expect(window.agent('text', key, 'android')).rejects.toMatchObject({ error: 'stale element reference' });
    const other = await keyOf(window, 'menu');
    await show('/app/?again');
    await expect(window.agent('text', other, 'android')).rejects.toMatchObject({ error: 'stale element reference' });
  });

  it('sees into frames where they stand, and past what lies behind a dialog', async () => {
    await show('/framed');
    const [outer, inner] = await found('class name', 'XCUIElementTypeStaticText', 'ios', 'rect');
    expect([outer, inner].map((rect) => JSON.parse(String(rect)))).toMatchObject([
      { x: 0 },
      { x: 18, height: expect.any(Number) },
    ]);
    expect(await found('accessibility id', 'inner', 'android', 'text')).toEqual(['inner text']);
    await show('/modal');
    expect(await found('accessibility id', 'behind', 'ios', 'name')).toEqual([]);
    expect(await found('class name', 'XCUIElementTypeButton', 'ios', 'label')).toEqual(['はい']);
  });

  it('never sees the bars of the system, which are painted for a picture alone', async () => {
    const insets = { top: 62, bottom: 34 };
    const bars = { look: 'ios', time: '9:41', battery: 80, network: 'on', insets, over: 'page' } as const;
    const site = { '/app/': html('<p style="padding-top: env(safe-area-inset-top)">花子</p>') };
    await using bare = await windowOf(site, { insets });
    await using open = await windowOf(site, { insets, bars: () => bars });
    await Promise.all([bare, open].map(({ window }) => window.open(`${origin}/app/`)));
    const first = await open.window.screenshot();
    expect(first.equals(await bare.window.screenshot())).toBe(false);
    expect(first.equals(await open.window.screenshot())).toBe(true);
    expect(await open.window.execute('return document.documentElement.outerHTML', [])).not.toContain('todoku-bars');
    const padding = 'return getComputedStyle(document.querySelector("p")).paddingTop';
    expect(await open.window.execute(padding, [])).toBe('62px');
  });
});
