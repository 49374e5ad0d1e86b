import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { findChromium } from '#drivers/chromium';
import { startAppium } from '#drivers/emulator';
import { sampleApp } from './sample-app.ts';
import { openSession, send } from './w3c-session.ts';

/** Processes that this one has started, by what the system says of all: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ id: Number(name), status: statusOf(name) }))
    .filter(({ status }) => status?.parent === parent && status.state !== 'Z')
    .map(({ id }) => id);
}

function statusOf(id: string): { readonly state: string; readonly parent: number } | undefined {
  try {
    const [state = '', parent] = readFileSync(`/proc/${id}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return { state, parent: Number(parent) };
  } catch {
    return undefined;
  }
}

const isPossible = findChromium(process.env) !== undefined && existsSync('/proc/self/stat');

describe.skipIf(!isPossible)('what goes wrong around a session', () => {
  const app = sampleApp();
  afterEach(() => expect(childrenOf(process.pid)).toEqual([]));

  test('when Chromium is killed, the session ends with a word, and the next one gets another', async () => {
    const appium = await startAppium();
    try {
      const session = await openSession(appium.url, { 'appium:app': app.folder, 'appium:udid': 'one' });
      for (const child of childrenOf(process.pid)) process.kill(child, 'SIGKILL');
      const { value } = await session.reply('POST', '/element', { using: 'accessibility id', value: 'count' });
      expect(value).toMatchObject({ error: 'unknown error', message: expect.stringContaining('Chromium') });
      expect((await session.reply('GET', '/source')).value).toMatchObject({ error: 'invalid session id' });
      await using next = await openSession(appium.url, { 'appium:app': app.folder, 'appium:udid': 'one' });
      expect(await next.get(`${await next.find('accessibility id', 'count')}/text`)).toBe('0');
    } finally {
      await appium.close();
    }
  });

  test('a server that closes ends its sessions and its browser', async () => {
    const appium = await startAppium();
    await openSession(appium.url, { 'appium:app': app.folder });
    await openSession(appium.url, { platformName: 'iOS', 'appium:app': app.folder });
    expect(childrenOf(process.pid).length).toBeGreaterThan(0);
    await appium.close();
    await expect(send(appium.url, 'GET', '/status')).rejects.toThrow();
  });

  test('servers come and go in one process, on any port or one that is named', async () => {
    const first = await startAppium();
    const port = Number(new URL(first.url).port);
    await first.close();
    const second = await startAppium({ port });
    expect(second.url).toBe(`http://127.0.0.1:${port}`);
    expect((await send(second.url, 'GET', '/status')).value).toMatchObject({ ready: true });
    await second.close();
  });
});
