import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseInstant } from '#sim/kernel';
import { findChromium } from '../../chromium/index.ts';
import { makePhone } from '../make-phone.ts';
import { endSharedBrowser } from '../window/shared-browser.ts';
import { tap, textOf } from '../window/window-fixture.ts';
import type { Phone } from './phone.ts';
import { pixel, writePackage } from './phone-fixture.ts';

const root = mkdtempSync(join(tmpdir(), 'todoku-painted-'));
const wallet = writePackage(join(root, 'wallet'));
const appOrigin = 'https://wallet.openbadge.test';
const heard: string[] = [];
let server: Server;
let gateway = '';

/** The pages of two sites, by origin and path. */
function pageOf(origin: string, path: string, cookie: string): string {
  if (origin === 'https://school.test') {
    return `<a data-testid="receive" href="${appOrigin}/receive/T">受け取る</a>
      <a data-testid="moved" href="/moved">移動</a><a data-testid="scheme" href="lecos://receive/S">アプリ</a>`;
  }
  return `<p data-testid="path">${path}</p><p data-testid="cookie">${cookie}</p>`;
}

const app = `<!doctype html><meta charset="utf-8"><title>LecoS</title>
<p data-testid="place"></p><p data-testid="kept"></p><p data-testid="owner"></p><button data-testid="ask">確認</button>
<button data-testid="call">通信</button>
<script src="app.js"></script>`;
const script = `
const show = (id, text) => { document.querySelector('[data-testid=' + id + ']').textContent = text; };
const place = () => show('place', location.pathname + location.hash + ' ' + lecosShell.model);
addEventListener('hashchange', place);
place();
localStorage.setItem('count', Number(localStorage.getItem('count') ?? 0) + 1);
show('kept', localStorage.getItem('count'));
document.querySelector('[data-testid=ask]').onclick = async () => show('owner', String(await lecosShell.authenticate('表示')));
document.querySelector('[data-testid=call]').onclick = () =>
  fetch('/credentials', { method: 'POST', body: '{}' }).then((r) => show('owner', String(r.status)), () => show('owner', 'lost'));`;

beforeAll(async () => {
  writeFileSync(join(wallet, 'index.html'), app);
  writeFileSync(join(wallet, 'app.js'), script);
  server = createServer(({ url = '', headers, method }, response) => {
    const origin = String(headers['x-todoku-origin']);
    heard.push(`${method} ${origin}${url} ${headers['user-agent']?.includes('LecoS/1.0')}`);
    if (url === '/moved') response.writeHead(302, { location: `${appOrigin}/receive/M` }).end();
    else {
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'set-cookie': ['a=1; Path=/', 'b=2; Path=/'],
      });
      response.end(`<!doctype html><meta charset="utf-8">${pageOf(origin, url, headers.cookie ?? '')}`);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  gateway = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.close();
  rmSync(root, { recursive: true });
  await endSharedBrowser();
});

function openPhone(): Promise<Phone> {
  return makePhone({
    model: pixel,
    version: '15',
    udid: 'hs_painted',
    look: { isDark: false, locale: 'ja-JP', timeZone: 'Asia/Tokyo' },
    clock: { now: parseInstant('2026-04-01T09:00:00+09:00') ?? 0, mode: 'frozen' },
    clockSkewMs: 0,
    services: { appOrigin, gateway },
    packages: [wallet],
    opensLinksInMailApp: false,
  });
}

describe.skipIf(findChromium(process.env) === undefined)('a phone that is painted by Chromium', () => {
  test('its home screen shows the apps; a tap on an icon opens one', async () => {
    await using phone = await openPhone();
    await phone.install(wallet);
    await tap(phone.front(), 'app-wallet');
    expect(phone.frontApp().id).toBe('wallet');
    expect(await textOf(phone.front(), 'place')).toBe('/app/ Pixel 7');
  });

  test('links, redirects and cookies go as on a phone', async () => {
    await using phone = await openPhone();
    await phone.install(wallet);
    await phone.openUrl('https://school.test/', 'mail');
    expect(phone.frontApp().id).toBe('browser');
    await tap(phone.front(), 'receive');
    expect(phone.frontApp().id).toBe('wallet');
    expect(await textOf(phone.front(), 'place')).toBe('/app/#/receive/T Pixel 7');
    // Android asks nobody before it opens an app by its scheme; the app that runs already hears of it.
    await phone.activate('browser');
    await tap(phone.front(), 'scheme');
    expect(await textOf(phone.front(), 'place')).toBe('/app/#/receive/S Pixel 7');
    await phone.activate('browser');
    await tap(phone.front(), 'moved');
    expect(phone.frontApp().id).toBe('browser');
    expect(await textOf(phone.front(), 'path')).toBe('/receive/M');
    await phone.openAddress(`${appOrigin}/receive/again`);
    expect(await textOf(phone.front(), 'cookie')).toBe('a=1; b=2');
  });

  test('storage outlives the app, and dies with its removal', async () => {
    await using phone = await openPhone();
    await phone.install(wallet);
    await phone.activate('wallet');
    await phone.terminate('wallet');
    await phone.activate('wallet');
    expect(await textOf(phone.front(), 'kept')).toBe('2');
    await phone.remove('wallet');
    await phone.install(wallet);
    await phone.activate('wallet');
    expect(await textOf(phone.front(), 'kept')).toBe('1');
    await phone.setAppStorage('wallet', 'count', '41');
    await phone.terminate('wallet');
    await phone.activate('wallet');
    expect(await textOf(phone.front(), 'kept')).toBe('42');
  });
});

describe.skipIf(findChromium(process.env) === undefined)('an app on a phone that is painted by Chromium', () => {
  test('the app asks for its owner, and goes on when a finger is on the sensor', async () => {
    await using phone = await openPhone();
    await phone.install(wallet);
    await phone.activate('wallet');
    await tap(phone.front(), 'ask');
    expect(phone.front().url).toBe('https://handset.test/dialog');
    await phone.matchBiometric(true);
    expect(await textOf(phone.front(), 'owner')).toBe('true');
  });

  test('a lost answer, no network, and a network again', async () => {
    await using phone = await openPhone();
    await phone.install(wallet);
    await phone.activate('wallet');
    heard.length = 0;
    await phone.setNetwork('lost-after-request');
    await tap(phone.front(), 'call');
    expect(await textOf(phone.front(), 'owner')).toBe('lost');
    expect(heard).toEqual([`POST ${appOrigin}/credentials true`]);
    await tap(phone.front(), 'call');
    expect(await textOf(phone.front(), 'owner')).toBe('200');
    await phone.setNetwork('off');
    await phone.openUrl(`${appOrigin}/elsewhere`, 'mail');
    expect(await phone.front().agent('source', 'android')).toContain('screen-network-error');
    await phone.setNetwork('on');
    await tap(phone.front(), 'retry');
    expect(await textOf(phone.front(), 'path')).toBe('/elsewhere');
  });
});
