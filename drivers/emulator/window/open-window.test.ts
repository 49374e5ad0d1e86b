import { afterAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../chromium/index.ts';
import type { PageRequest } from './app-window.ts';
import { endSharedBrowser, sharedBrowser } from './shared-browser.ts';
import { html, keyOf, morning, origin, reply, tap, textOf, windowOf } from './window-fixture.ts';

const hasChromium = findChromium(process.env) !== undefined;

afterAll(endSharedBrowser);

const button = (id: string, script: string): string =>
  `<button data-testid="${id}" style="display:block;width:200px;height:48px" onclick="${script}">${id}</button>`;

const shown = '<p data-testid="out">–</p>';

describe.skipIf(!hasChromium)('a window', () => {
  it('asks nobody but its answers: pages, scripts, workers, frames, redirects; cookies go with it', async () => {
    const site = {
      '/app/': {
        ...html(`<script src="/a.js"></script><iframe src="/frame"></iframe>${shown}`),
        headers: [
          ['Content-Type', 'text/html; charset=utf-8'],
          ['Set-Cookie', 'seen=yes; Path=/; Secure'],
        ] as const,
      },
      '/a.js': reply(
        'new Worker("/worker.js"); fetch("/old", { method: "POST", body: new Uint8Array([1, 0, 255]) })',
        'text/javascript',
      ),
      '/worker.js': reply('fetch("/by-worker")', 'text/javascript'),
      '/old': { ...reply('', 'text/plain', 307), headers: [['Location', '/new']] as const },
      '/frame': html('<img src="https://elsewhere.test/pixel">'),
    };
    await using open = await windowOf(site);
    await open.window.open(`${origin}/app/`);
    const urls = open.asked.map(({ method, url }) => `${method} ${url.replace(origin, '')}`);
    expect(urls).toEqual(
      expect.arrayContaining([
        'GET /app/',
        'GET /a.js',
        'GET /frame',
        'GET /worker.js',
        'POST /old',
        'POST /new',
        'GET https://elsewhere.test/pixel',
      ]),
    );
    const asked = (path: string): PageRequest | undefined => open.asked.find(({ url }) => url === origin + path);
    expect(asked('/app/')?.isNavigation).toBe(true);
    expect(asked('/a.js')?.isNavigation).toBe(false);
    expect([...(asked('/new')?.body ?? [])]).toEqual([1, 0, 255]);
    expect(await open.window.execute('return document.cookie', [])).toBe('seen=yes');
    expect(open.window.url).toBe(`${origin}/app/`);
    expect(open.window.title).toBe('見本');
  });

  it('is settled only when the page has done what a tap began', async () => {
    const answers = [reply('1'), reply('2')];
    const chain =
      "fetch('/next').then(r => r.text()).then(t => setTimeout(() => fetch('/next').then(r => r.text()).then(u => out.textContent = t + u), 40))";
    const site = {
      '/app/': html(`${button('go', chain)}<p id="out" data-testid="out">–</p>`),
      '/next': async () => {
        await Promise.resolve();
        return answers.shift() ?? reply('?');
      },
    };
    await using open = await windowOf(site);
    await open.window.open(`${origin}/app/`);
    await tap(open.window, 'go');
    expect(await textOf(open.window, 'out')).toBe('12');
  });

  it('shows what failed to load as the network says', async () => {
    const failing =
      "Promise.all(['/off', '/gone'].map(u => fetch(u).then(() => 'came', e => e.name))).then(all => out.textContent = all)";
    await using open = await windowOf({
      '/app/': html(`${button('go', failing)}<p id="out" data-testid="out">–</p>`),
      '/off': 'offline',
      '/gone': 'unreachable',
    });
    await open.window.open(`${origin}/app/`);
    await tap(open.window, 'go');
    expect(await textOf(open.window, 'out')).toBe('TypeError,TypeError');
    await open.window.open(`${origin}/gone`);
    expect(open.window.url).toBe(`${origin}/gone`);
  });

  it('leaves for other origins, schemes and new windows, and only then; a sandboxed frame loads by itself', async () => {
    const mail =
      '<a data-testid="mail-link" style="display:block;height:60px" target="_blank" href="https://third.test/m">m</a>';
    const links = [
      ['other', 'https://other.test/x', ''],
      ['scheme', 'lecos://receive/1', ''],
      ['new', 'https://new.test/', '_blank'],
      ['hash', '#there', ''],
      ['own', '/second', ''],
    ].map(
      ([id, href, target]) =>
        `<a data-testid="${id}" style="display:block;height:48px" href="${href}" target="${target}">${id}</a>`,
    );
    await using open = await windowOf({
      '/app/': html(`<iframe sandbox="allow-popups" src="/mail" height="100"></iframe>${links.join('')}`),
      '/mail': html(mail),
      '/second': html('<p data-testid="second">2</p>'),
    });
    await open.window.open(`${origin}/app/`);
    expect(open.left).toEqual([]);
    for (const id of ['other', 'scheme', 'new', 'mail-link', 'hash']) await tap(open.window, id);
    expect(open.left).toEqual([
      { url: 'https://other.test/x', isNewWindow: false },
      { url: 'lecos://receive/1', isNewWindow: false },
      { url: 'https://new.test/', isNewWindow: true },
      { url: 'https://third.test/m', isNewWindow: true },
    ]);
    expect(open.window.url).toBe(`${origin}/app/#there`);
    await tap(open.window, 'own');
    expect(open.window.url).toBe(`${origin}/second`);
    // A deep link into what is open fires no load event.
    await open.window.open(`${origin}/second#deep`);
    expect(open.window.url).toBe(`${origin}/second#deep`);
    expect(open.asked.some(({ url }) => /other|new\.test|third/.test(url))).toBe(false);
  });

  it('goes on in this window what does not leave it', async () => {
    const link =
      '<a data-testid="new" target="_blank" style="display:block;height:48px" href="https://new.test/page">n</a>';
    await using open = await windowOf({ '/app/': html(link), '/page': html(shown) }, { leaves: () => false });
    await open.window.open(`${origin}/app/`);
    await tap(open.window, 'new');
    await open.window.settle();
    expect(open.window.url).toBe('https://new.test/page');
  });

  it('hands functions to the page, and waits for them', async () => {
    const script = "shell.sign('a', 1).then(v => { out.textContent = v })";
    const failing = "sign('fail').catch(e => out.textContent = e.message)";
    await using open = await windowOf(
      { '/app/': html(`${button('go', script)}${button('fail', failing)}<p id="out" data-testid="out">–</p>`) },
      {
        functions: {
          async sign(...given) {
            await Promise.resolve();
            if (given[0] === 'fail') throw new Error('no key');
            return `signed ${JSON.stringify(given)}`;
          },
        },
        startScript: 'window.shell = { sign };',
      },
    );
    await open.window.open(`${origin}/app/`);
    await tap(open.window, 'go');
    expect(await textOf(open.window, 'out')).toBe('signed ["a",1]');
    await tap(open.window, 'fail');
    expect(await textOf(open.window, 'out')).toBe('no key');
  });
});

describe.skipIf(!hasChromium)('the clock of a window', () => {
  const page = html(`<p id="out" data-testid="out">–</p><script>
    const told = () => [new Date().toISOString(), Date.now(), Date().slice(0, 24), new Date(0).getTime(), typeof Temporal === 'object' ? Temporal.Now.instant().epochMilliseconds : Date.now()];
    const log = [];
    setTimeout(() => log.push('second'), 2_000);
    setTimeout(() => log.push('first'), 1_000);
    setInterval(() => log.push('each'), 60_000);
    clearTimeout(setTimeout(() => log.push('cleared'), 500));
    setTimeout(() => log.push('painted'), 10);
  </script>`);

  it('stands where it is set; timers that people notice follow it, in their order', async () => {
    await using open = await windowOf({ '/app/': page });
    const { window } = open;
    await window.open(`${origin}/app/`);
    const told = (): Promise<unknown> => window.execute('return told()', []);
    expect(await told()).toEqual(['2026-04-10T00:00:00.000Z', morning, 'Fri Apr 10 2026 09:00:00', 0, morning]);
    const log = (): Promise<unknown> => window.execute('return log', []);
    expect(await log()).toEqual(['painted']);
    await window.setClock({ now: morning + 3_000, mode: 'frozen' });
    expect(await log()).toEqual(['painted', 'first', 'second']);
    await window.setClock({ now: morning + 86_400_000, mode: 'frozen' });
    expect(await log()).toEqual(['painted', 'first', 'second', 'each']);
    // A new document has the clock that was set.
    await window.open(`${origin}/app/?again`);
    expect((await told()) as unknown[]).toContain(morning + 86_400_000);
  });

  it('runs from where it is set, when it is to run', async () => {
    await using open = await windowOf({ '/app/': page }, { clock: { now: morning, mode: 'running' } });
    await open.window.open(`${origin}/app/`);
    const now = Number(await open.window.execute('return Date.now()', []));
    expect(now).toBeGreaterThanOrEqual(morning);
    expect(now).toBeLessThan(morning + 600_000);
    await open.window.execute('return new Promise((resolve) => setTimeout(resolve, 260))', []);
    expect(Number(await open.window.execute('return Date.now()', []))).toBeGreaterThanOrEqual(now + 260);
  });
});

describe.skipIf(!hasChromium)('what a window looks like', () => {
  const facts = `return [innerWidth, devicePixelRatio, navigator.language, navigator.userAgent, matchMedia('(prefers-color-scheme: dark)').matches,
    matchMedia('(prefers-reduced-motion: reduce)').matches, Intl.DateTimeFormat().resolvedOptions().timeZone, navigator.maxTouchPoints > 0, document.visibilityState]`;

  it('is that of the handset, and changes with it', async () => {
    await using open = await windowOf({
      '/app/': html(
        '<script>seen = []; onresize = () => seen.push(innerWidth); document.addEventListener("visibilitychange", () => seen.push(document.visibilityState))</script>',
      ),
    });
    const { window } = open;
    await window.open(`${origin}/app/`);
    const agent = 'Mozilla/5.0 (Linux; Android 13; test)';
    expect(await window.execute(facts, [])).toEqual([
      360,
      2,
      'ja-JP',
      agent,
      false,
      true,
      'Asia/Tokyo',
      true,
      'visible',
    ]);
    await window.setScreen({ width: 640, height: 360, scale: 3 });
    await window.setLook({ isDark: true, locale: 'en-US', timeZone: 'Europe/London' });
    await window.setVisible(false);
    const now = (await window.execute(facts, [])) as unknown[];
    expect([now[0], now[1], now[4], now[6], now[8]]).toEqual([640, 3, true, 'Europe/London', 'hidden']);
    await window.setVisible(true);
    expect(await window.execute('return seen.slice(-3)', [])).toEqual([640, 'hidden', 'visible']);
    const png = await window.screenshot();
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1920, 1080]);
    const part = await window.screenshot({ x: 0, y: 0, width: 10, height: 20 });
    expect([part.readUInt32BE(16), part.readUInt32BE(20)]).toEqual([30, 60]);
  });
});

describe.skipIf(!hasChromium)('a window that is looked at', () => {
  it('shows a part of itself as it is scrolled', async () => {
    const page =
      '<p style="margin:0;height:900px;background:#f00"></p><p style="margin:0;height:900px;background:#00f"></p>';
    await using open = await windowOf({ '/app/': html(page) });
    const { window } = open;
    await window.open(`${origin}/app/`);
    const corner = { x: 0, y: 0, width: 10, height: 10 };
    const above = await window.screenshot(corner);
    await window.execute('scrollTo(0, 1000)', []);
    await window.settle();
    const below = await window.screenshot(corner);
    expect(below.equals(above)).toBe(false);
    await window.execute('scrollTo(0, 0)', []);
    await window.settle();
    expect((await window.screenshot(corner)).equals(above)).toBe(true);
  });

  it('is hidden at once while its own request, which leads away from it, is under way', async () => {
    const gate = Promise.withResolvers<ReturnType<typeof reply>>();
    const asked = Promise.withResolvers<void>();
    await using open = await windowOf({
      '/app/': html(`${button('go', "fetch('/away')")}`),
      '/away': () => {
        asked.resolve();
        return gate.promise;
      },
    });
    const { window } = open;
    await window.open(`${origin}/app/`);
    const tapped = tap(window, 'go');
    await asked.promise;
    let isOver = false;
    void tapped.then(() => {
      isOver = true;
    });
    await window.setVisible(false);
    await window.setLook({ isDark: true, locale: 'ja-JP', timeZone: 'Asia/Tokyo' });
    await window.setClock({ now: morning + 1_000, mode: 'frozen' });
    // The tap waits for its request; what the phone does to the window does not.
    expect(isOver).toBe(false);
    gate.resolve(reply('{}'));
    await tapped;
  });
});

describe.skipIf(!hasChromium)('fingers and keys in a window', () => {
  it('taps as a finger does, types as the keyboard does', async () => {
    const listen = `<script>log = []; for (const type of ['touchstart', 'touchend', 'pointerup', 'click']) addEventListener(type, (e) => log.push(type + (e.pointerType ?? '')))</script>`;
    await using open = await windowOf({
      '/app/': html(
        `<form onsubmit="event.preventDefault(); sent = name.value"><input id="name" data-testid="name" style="height:48px"></form>${listen}`,
      ),
    });
    const { window } = open;
    await window.open(`${origin}/app/`);
    await tap(window, 'name');
    expect(await window.execute('return log', [])).toEqual(['touchstart', 'pointeruptouch', 'touchend', 'clicktouch']);
    expect(await window.agent('keyboard')).toBe(true);
    await window.type('花子 Hanakoo\b\n');
    expect(await window.execute('return sent', [])).toBe('花子 Hanako');
    await window.agent('clear', await keyOf(window, 'name'));
    expect(await textOf(window, 'name')).toBe('');
  });

  it('lets a drag come to rest: the next tap is a tap', async () => {
    await using open = await windowOf({
      '/app/': html(
        `<div style="height:1500px">${shown}</div>${button('end', "this.textContent = 'tapped'")}<div style="height:500px"></div>`,
      ),
    });
    const { window } = open;
    await window.open(`${origin}/app/`);
    const at = (y: number) => ({ x: 180, y });
    for (let swipe = 0; swipe < 4; swipe += 1) {
      const moves = [500, 400, 300, 200, 100].map((y) => ({ type: 'move' as const, pauseMs: 10, ...at(y) }));
      await window.touch([{ type: 'down', ...at(600) }, ...moves, { type: 'up', ...at(100) }]);
    }
    await tap(window, 'end');
    expect(await textOf(window, 'end')).toBe('tapped');
  });

  it('has answered a drag when the page has scrolled to its end', async () => {
    const glide = "addEventListener('touchend', () => scrollTo({ top: 900, behavior: 'smooth' }))";
    await using open = await windowOf({ '/app/': html(`<div style="height:2000px"></div><script>${glide}</script>`) });
    const { window } = open;
    await window.open(`${origin}/app/`);
    await window.touch([
      { type: 'down', x: 9, y: 300 },
      { type: 'move', x: 9, y: 200 },
      { type: 'up', x: 9, y: 200 },
    ]);
    expect(await window.execute('return scrollY', [])).toBeGreaterThanOrEqual(900);
  });
});

describe.skipIf(!hasChromium)('the storage of a window', () => {
  it('is shared by windows of one app, and by nobody else', async () => {
    const site = { '/app/': html(shown) };
    await using first = await windowOf(site, { storage: 'phone-1 wallet' });
    await first.window.open(`${origin}/app/`);
    await first.window.execute("localStorage.setItem('kept', 'yes')", []);
    const kept = async (storage: string): Promise<unknown> => {
      await using other = await windowOf(site, { storage });
      await other.window.open(`${origin}/app/`);
      return await other.window.execute("return localStorage.getItem('kept')", []);
    };
    expect(await kept('phone-1 wallet')).toBe('yes');
    expect(await kept('phone-2 wallet')).toBeNull();
  });

  it('goes with the browser, which is started anew for the next window', async () => {
    const site = { '/app/': html(shown) };
    await using open = await windowOf(site);
    await open.window.open(`${origin}/app/`);
    const browser = await sharedBrowser();
    const waiting = open.window.execute('return new Promise(() => {})', []).catch((error: unknown) => error);
    browser.kill();
    expect(await waiting).toMatchObject({ code: 'chromium-failed' });
    await expect(open.window.agent('source', 'ios')).rejects.toMatchObject({ code: 'chromium-failed' });
    await open.window.settle();
    await using next = await windowOf(site);
    await next.window.open(`${origin}/app/`);
    expect(await textOf(next.window, 'out')).toBe('–');
    expect(await sharedBrowser()).not.toBe(browser);
  });
});
