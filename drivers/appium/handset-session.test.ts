import { describe, expect, it } from 'vitest';
import { createEgress } from '#sim/egress';
import { appiumAddress, serverName, wayTo } from './appium-address.ts';
import { HandsetSession } from './handset-session.ts';
import { type Answers, startW3cServer, W3cError } from './w3c-server-fixture.ts';

const found = { 'element-6066-11e4-a52e-4f735466cecf': 'e1' };

const answers: Answers = ({ method, path, body }) => {
  if (path === '/element') {
    if (!String(body.value).includes('log-in')) throw new W3cError('no such element', 'nowhere');
    return found;
  }
  if (path === '/source') return '<hierarchy/>';
  if (path === '/execute/sync' && body.script === 'mobile: shake') throw new W3cError('unknown error', 'no arms', 500);
  if (path === '/url' && method === 'GET')
    throw new W3cError('invalid session id', 'A session is either terminated or not started');
  return undefined;
};

async function started(url: string, capabilities = { platformName: 'Android' } as Record<string, string | boolean>) {
  const address = appiumAddress(url);
  const way = await wayTo(address);
  const server = serverName(address);
  return new HandsetSession({ server, way, handset: 'hs_0001', capabilities, isEmulated: true });
}

describe('a session of a handset', () => {
  it('starts when it is needed, once, and ends without leaving anything', async () => {
    await using server = await startW3cServer(answers);
    const session = await started(`http://127.0.0.1:${server.port}`);
    expect(server.seen).toEqual([]);
    expect(session.isOpen).toBe(false);
    expect(await Promise.all([session.source(), session.source()])).toEqual(['<hierarchy/>', '<hierarchy/>']);
    await session[Symbol.asyncDispose]();
    await session[Symbol.asyncDispose]();
    expect(server.seen.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /session',
      'GET /source',
      'GET /source',
      'DELETE ',
    ]);
    expect(server.seen[0]?.body).toMatchObject({ capabilities: { alwaysMatch: { platformName: 'Android' } } });
    expect(JSON.stringify(server.seen[0]?.body)).not.toContain('webSocketUrl":true');
  });

  it('scrolls to what is out of sight where the driver finds only what is in sight', async () => {
    await using server = await startW3cServer(({ path, body }) => {
      if (path === '/element' && body.using === 'accessibility id')
        throw new W3cError('no such element', 'out of sight');
      return path === '/element' ? found : undefined;
    });
    await using android = await started(`http://127.0.0.1:${server.port}`);
    expect(await android.reach('qr-code')).toBe(true);
    expect(server.seen.at(-1)?.body).toEqual({
      using: '-android uiautomator',
      value:
        'new UiScrollable(new UiSelector().scrollable(true)).scrollIntoView(new UiSelector().description("qr-code"))',
    });
    await using iphone = await started(`http://127.0.0.1:${server.port}`, { platformName: 'iOS' });
    expect(await iphone.reach('qr-code')).toBe(false);
  });

  it.each([
    [{ platformName: 'iOS' }, 'accessibility id', 'log-in'],
    [{ platformName: 'Android', browserName: 'Chrome' }, 'css selector', '[data-testid="log-in"]'],
    [{ platformName: 'iOS', 'appium:autoWebview': true }, 'css selector', '[data-testid="log-in"]'],
  ])('finds by accessibility id whatever shows the element: %o', async (capabilities, using, value) => {
    await using server = await startW3cServer(answers);
    await using session = await started(`http://127.0.0.1:${server.port}`, capabilities as Record<string, string>);
    expect(await session.tap('log-in')).toBe(true);
    expect(server.seen.find(({ path }) => path === '/element')?.body).toEqual({ using, value });
    expect(server.seen.at(-1)?.path).toBe('/element/e1/click');
    expect(await session.tap('log-out')).toBe(false);
    expect(await session.type('password', 'x')).toBe(false);
    expect(await session.type('log-in', 'x')).toBe(true);
    expect(server.seen.at(-1)).toMatchObject({ path: '/element/e1/value', body: { text: 'x' } });
  });

  it('names what failed, and an end that came early', async () => {
    await using server = await startW3cServer(answers);
    await using session = await started(`http://127.0.0.1:${server.port}`);
    await expect(session.execute('mobile: shake')).rejects.toMatchObject({
      code: 'handset-command-failed',
      parameters: { handset: 'hs_0001', command: 'mobile: shake', reason: expect.stringContaining('no arms') },
    });
    await expect(session.url()).rejects.toMatchObject({ code: 'handset-session-ended' });
    await server[Symbol.asyncDispose]();
    await expect(session.source()).rejects.toMatchObject({
      code: 'handset-session-ended',
      parameters: { handset: 'hs_0001', reason: expect.stringMatching(/^[^"]+$/) },
    });
  });

  it('says that nobody is at the address, or that the server wants no such device', async () => {
    const gone = await startW3cServer(answers);
    await gone[Symbol.asyncDispose]();
    await using away = await started(`http://127.0.0.1:${gone.port}`);
    await expect(away.source()).rejects.toMatchObject({
      code: 'appium-unreachable',
      parameters: { server: `127.0.0.1:${gone.port}` },
    });
    await using server = await startW3cServer(() => {
      throw new W3cError('session not created', 'Could not find a connected Android device', 500);
    });
    await using session = await started(`http://127.0.0.1:${server.port}/wd/hub/`);
    await expect(session.source()).rejects.toMatchObject({
      code: 'handset-session-refused',
      parameters: { reason: expect.stringContaining('Could not find a connected Android device') },
    });
    expect(server.seen[0]?.path).toBe('/wd/hub/session');
  });
});

describe('the address of an Appium server', () => {
  it.each(['', 'appium', 'ftp://127.0.0.1/', 'http://127.0.0.1:4723/?key=1'])('is none: %j', (url) => {
    expect(() => appiumAddress(url)).toThrow(expect.objectContaining({ code: 'appium-url-invalid' }));
  });

  it('keeps user and key apart from what errors tell', () => {
    const address = appiumAddress('https://hanako:s%40cret@hub.example/wd/hub/');
    expect(address).toMatchObject({ host: 'hub.example', port: 443, path: '/wd/hub', credentials: 'hanako:s@cret' });
    expect(serverName(address)).toBe('hub.example:443');
  });

  it('is reached through the egress, which adds user and key and follows nobody elsewhere', async () => {
    await using server = await startW3cServer(answers);
    await using way = await wayTo(appiumAddress(`http://hanako:secret@127.0.0.1:${server.port}`));
    expect(way.port).not.toBe(server.port);
    const answered = await fetch(`http://127.0.0.1:${way.port}/session/s1/source`);
    expect(await answered.json()).toEqual({ value: '<hierarchy/>' });
    expect(server.seen[0]?.headers.authorization).toBe(`Basic ${btoa('hanako:secret')}`);
    const closed = createEgress({ hosts: [] });
    await using other = await wayTo(appiumAddress('http://hub.example'), closed);
    const refused = await fetch(`http://127.0.0.1:${other.port}/status`);
    expect(refused.status).toBe(502);
    expect(JSON.stringify(await refused.json())).toContain('hub.example');
  });
});
