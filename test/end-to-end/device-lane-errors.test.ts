import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { type CellRun, playCell } from '#scenarios/runner';
import { deviceLane, journey, pixel } from './device-lane-fixture.ts';

interface Refusal {
  readonly error: string;
  readonly message: string;
}

/** A WebDriver server without a device: each command is refused, a new session too where `refuses` says so. */
async function startServer({ refuses, ...refusal }: Refusal & { readonly refuses: 'sessions' | 'commands' }) {
  const server = createServer((request, response) => {
    const isStart = request.method === 'POST' && request.url === '/session';
    const isWell = request.method === 'DELETE' || (isStart && refuses === 'commands');
    const value = isWell ? { sessionId: 's1', capabilities: { platformName: 'Android' } } : refusal;
    response.writeHead(isWell ? 200 : 500, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ value }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function playOn(port: number): Promise<CellRun> {
  await using lane = await deviceLane(`http://127.0.0.1:${port}`, pixel);
  return await playCell(journey('android-13'), { lane });
}

const failureOf = ({ events }: CellRun) => events.find(({ type }) => type === 'run.failed')?.data;

describe('lane device, where the server is none or does not go along', { timeout: 60_000 }, () => {
  it('says that nobody answers at the address', async () => {
    const server = await startServer({ refuses: 'sessions', error: '', message: '' });
    await server[Symbol.asyncDispose]();
    expect(failureOf(await playOn(server.port))).toMatchObject({ code: 'appium-unreachable' });
  });

  it('tells why the server starts no session', async () => {
    const message = 'Could not find a connected Android device';
    await using server = await startServer({ refuses: 'sessions', error: 'session not created', message });
    const failure = failureOf(await playOn(server.port));
    expect(failure).toMatchObject({ code: 'handset-session-refused' });
    expect(JSON.stringify(failure)).toContain(message);
  });

  it('tells that the session ended in the middle', async () => {
    const message = 'A session is either terminated or not started';
    await using server = await startServer({ refuses: 'commands', error: 'invalid session id', message });
    expect(failureOf(await playOn(server.port))).toMatchObject({ code: 'handset-session-ended' });
  });

  it('takes no capabilities without a browser, and no address that is none', async () => {
    const { browserName: _, ...native } = pixel;
    await expect(deviceLane('http://127.0.0.1:9', pixel, native)).rejects.toMatchObject({
      code: 'capabilities-invalid',
      parameters: { where: '1/browserName' },
    });
    await expect(deviceLane('127.0.0.1', pixel)).rejects.toMatchObject({ code: 'appium-url-invalid' });
  });
});
