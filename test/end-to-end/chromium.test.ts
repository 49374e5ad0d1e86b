import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { findChromium, launchChromium, type PageOptions, requireChromium } from '#drivers/chromium';

const executable = findChromium(process.env);
const phone = { screen: { width: 360, height: 200, scale: 2 }, isPhone: true, isDark: false, language: 'ja' } as const;

async function site(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Width and height of a PNG: https://www.w3.org/TR/png-3/#11IHDR */
function sizeOf(png: Buffer): [number, number] {
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

describe('finding a Chromium', () => {
  it('takes CHROME_PATH alone when it is set, else the first of the known names on PATH', () => {
    const folder = mkdtempSync(join(tmpdir(), 'todoku-test-'));
    const file = (name: string): string => join(folder, name);
    for (const name of ['chromium', 'google-chrome', 'mine']) {
      writeFileSync(file(name), '');
      chmodSync(file(name), 0o755);
    }
    writeFileSync(file('chromium-headless-shell'), 'not a program');
    chmodSync(file('chromium-headless-shell'), 0o644);
    expect(findChromium({ PATH: folder })).toBe(file('chromium'));
    expect(findChromium({ PATH: folder, CHROME_PATH: file('mine') })).toBe(file('mine'));
    expect(findChromium({ PATH: folder, CHROME_PATH: file('gone') })).toBeUndefined();
    rmSync(folder, { recursive: true });
  });

  it('says what to install where there is none', async () => {
    const missing = { code: 'chromium-missing', parameters: { looked: '/gone/chrome' } };
    await expect(requireChromium({ CHROME_PATH: '/gone/chrome' })).rejects.toMatchObject(missing);
  });

  const debianShell = '/usr/lib/chromium/chromium-headless-shell';
  it.skipIf(!existsSync(debianShell))(
    'starts the shell of Debian, not the script around it that outlives signals',
    () => {
      expect(findChromium({ PATH: '/usr/bin' })).toBe(debianShell);
    },
  );

  // Unpacked once for a version; where npm left the package out, there is nothing to start.
  it.skipIf(process.platform !== 'linux' || process.arch !== 'x64')(
    'takes the shell that npm installed before it asks for one',
    async () => {
      const program = await requireChromium({ PATH: '' });
      expect(program.executable).toMatch(/todoku-browser-\d[\w.]*-\d+\/chromium$/);
      await using chromium = await launchChromium(program);
      await using shown = await chromium.openPage({ ...phone, origin: 'http://127.0.0.1:9' });
      expect(await shown.evaluate('1 + 1')).toBe(2);
    },
    120_000,
  );
});

describe.skipIf(executable === undefined)('a headless Chromium', () => {
  const page = '<!doctype html><p id=p style="margin:0;width:100px;height:50px">花子</p>';
  const options = (origin: string, more: Partial<PageOptions> = {}): PageOptions => ({ ...phone, origin, ...more });

  it('paints a page as big, as bright and in the language of the screen that it is given', async () => {
    await using server = await site((request, response) => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(`${page}<i id=l>${request.headers['accept-language']}</i>`);
    });
    await using chromium = await launchChromium(executable ?? '');
    await using light = await chromium.openPage(options(server.origin));
    await light.open(server.origin);
    expect(sizeOf(await light.screenshot())).toEqual([720, 400]);
    expect(sizeOf(await light.screenshot({ x: 0, y: 0, width: 100, height: 50 }))).toEqual([200, 100]);
    await using dark = await chromium.openPage(options(server.origin, { isDark: true, language: 'en' }));
    await dark.open(server.origin);
    const asked =
      '[matchMedia("(prefers-color-scheme: dark)").matches, navigator.language, l.textContent, Intl.DateTimeFormat().resolvedOptions().timeZone]';
    expect(await light.evaluate(asked)).toEqual([false, 'ja', 'ja', 'Asia/Tokyo']);
    expect(await dark.evaluate(asked)).toEqual([true, 'en', 'en', 'Asia/Tokyo']);
    await expect(dark.evaluate('missing.thing')).rejects.toThrow('missing is not defined');
  });

  it('lets nothing through but to the one origin', async () => {
    const asked: string[] = [];
    await using other = await site(({ url }, response) => {
      asked.push(url ?? '');
      response.end();
    });
    const targets = [`${other.origin}/image`, 'http://name.test/image', 'http://192.0.2.1/image'];
    await using server = await site((_request, response) => {
      response.setHeader('Content-Type', 'text/html');
      response.end(
        `${targets.map((target) => `<img src="${target}">`).join('')}<iframe src="${other.origin}/frame"></iframe>`,
      );
    });
    await using chromium = await launchChromium(executable ?? '');
    await using shown = await chromium.openPage(options(server.origin));
    await shown.open(server.origin);
    expect(shown.blocked.toSorted()).toEqual([...targets, `${other.origin}/frame`].toSorted());
    await expect(shown.open(`${other.origin}/page`)).rejects.toThrow('ERR_BLOCKED_BY_CLIENT');
    // What no page's list sees ends at a proxy that is not there.
    const socket = (url: string): Promise<unknown> =>
      shown.evaluate(
        `new Promise((done) => { const s = new WebSocket(${JSON.stringify(url)}); s.onerror = () => done('no'); s.onopen = () => done('open'); })`,
      );
    expect(await socket('ws://192.0.2.1/')).toBe('no');
    expect(asked).toEqual([]);
  });

  const profiles = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('todoku-chromium-'));

  it('leaves no folder and no process when it is done, and says so to who asks on', async () => {
    const before = profiles();
    const chromium = await launchChromium(executable ?? '');
    const own = profiles().filter((name) => !before.includes(name));
    expect(own.length).toBeGreaterThan(0);
    await chromium[Symbol.asyncDispose]();
    await expect(chromium.openPage(options('http://127.0.0.1'))).rejects.toMatchObject({ code: 'chromium-failed' });
    // Others may run beside this test: at least one of the new ones was ours.
    expect(own.some((name) => !existsSync(join(tmpdir(), name)))).toBe(true);
  });

  it('removes what was left by one who was killed with everything around it, and nothing else', async () => {
    const dead = spawn('/bin/true');
    await once(dead, 'close');
    const left = (pid: number | undefined): string => {
      const folder = join(tmpdir(), `todoku-chromium-${hostname()}-${pid}-test`);
      mkdirSync(join(folder, 'Default'), { recursive: true });
      return folder;
    };
    const [abandoned, used] = [left(dead.pid), left(process.pid)];
    await using chromium = await launchChromium(executable ?? '');
    expect([existsSync(abandoned), existsSync(used), chromium.ended]).toEqual([false, true, undefined]);
    rmSync(used, { recursive: true });
  });

  it('says that it was killed to everyone who waits', async () => {
    await using chromium = await launchChromium(executable ?? '');
    await using shown = await chromium.openPage(options('http://127.0.0.1'));
    const waiting = shown.evaluate('new Promise(() => {})').catch((error: unknown) => error);
    chromium.kill();
    expect(await waiting).toMatchObject({ code: 'chromium-failed' });
    expect(chromium.ended).toMatchObject({ code: 'chromium-failed' });
  });

  it('says that a page crashed, and shows others on', async () => {
    await using chromium = await launchChromium(executable ?? '');
    await using context = await chromium.openContext();
    await using target = await context.openTarget();
    target.resume();
    const waiting = target.send('Runtime.evaluate', { expression: 'new Promise(() => {})', awaitPromise: true });
    const refused = waiting.catch((error: unknown) => error);
    await target.send('Page.enable');
    void target.send('Page.crash').catch(() => undefined);
    expect(await refused).toMatchObject({ code: 'chromium-failed', parameters: { reason: 'the page crashed' } });
    await target.gone;
    await expect(target.send('Page.enable')).rejects.toMatchObject({ code: 'chromium-failed' });
    await using next = await chromium.openPage(options('http://127.0.0.1'));
    expect(await next.evaluate('1')).toBe(1);
  });

  it('takes listeners off again', async () => {
    await using chromium = await launchChromium(executable ?? '');
    await using context = await chromium.openContext();
    await using target = await context.openTarget();
    const heard: string[] = [];
    const off = target.on('Runtime.consoleAPICalled', () => heard.push('first'));
    target.on('Runtime.consoleAPICalled', () => heard.push('second'));
    target.resume();
    await target.send('Runtime.enable');
    await target.send('Runtime.evaluate', { expression: 'console.log(1)' });
    off();
    await target.send('Runtime.evaluate', { expression: 'console.log(2)' });
    expect(heard).toEqual(['first', 'second', 'second']);
  });

  it('says why when the program is none', async () => {
    const failed = { code: 'chromium-failed' };
    await expect(launchChromium('/bin/false')).rejects.toMatchObject(failed);
    await expect(launchChromium('/gone/chrome')).rejects.toMatchObject(failed);
  });

  it.skipIf(process.platform === 'win32').each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)(
    'ends with its profile when the process that started it ends by %s',
    async (signal) => {
      const folder = mkdtempSync(join(tmpdir(), 'todoku-test-'));
      const code = `
        const { launchChromium } = await import('#drivers/chromium');
        const chromium = await launchChromium(process.env.EXECUTABLE);
        const page = await chromium.openPage(${JSON.stringify(options('http://127.0.0.1:9'))});
        console.log('ready');
        setInterval(() => {}, 1000);`;
      const environment = { ...process.env, TMPDIR: folder, EXECUTABLE: executable };
      const child = spawn(process.execPath, ['--input-type=module', '-e', code], { env: environment });
      const lines = createInterface(child.stdout);
      expect(await once(lines, 'line')).toEqual(['ready']);
      // Everything of the browser holds the other end of this pipe: it ends when the last of them has ended.
      const [profile = ''] = readdirSync(folder).filter((name) => name.startsWith('todoku-chromium-'));
      expect(profile).not.toBe('');
      const allGone = once(child.stderr.resume(), 'close');
      child.kill(signal);
      await once(child, 'exit');
      await allGone;
      await expect.poll(() => readdirSync(folder).filter((name) => name === profile), { timeout: 20_000 }).toEqual([]);
      rmSync(folder, { recursive: true, force: true });
    },
  );
});
