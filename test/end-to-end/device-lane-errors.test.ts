import { describe, expect, it } from 'vitest';
import { type CellRun, playCell } from '#scenarios/runner';
import { type Answers, startW3cServer, W3cError } from '../../drivers/appium/w3c-server-fixture.ts';
import { deviceLane, journey, pixel } from './device-lane-fixture.ts';

async function playOn(port: number): Promise<CellRun> {
  await using lane = await deviceLane(`http://127.0.0.1:${port}`, pixel);
  return await playCell(journey('android-13'), { lane });
}

const failureOf = ({ events }: CellRun) => events.find(({ type }) => type === 'run.failed')?.data;

describe('lane device, where the server is none or does not go along', { timeout: 60_000 }, () => {
  it('says that nobody answers at the address', async () => {
    const server = await startW3cServer(() => undefined);
    await server[Symbol.asyncDispose]();
    expect(failureOf(await playOn(server.port))).toMatchObject({ code: 'appium-unreachable' });
  });

  it('tells why the server starts no session', async () => {
    const refusing: Answers = () => {
      throw new W3cError('session not created', 'Could not find a connected Android device', 500);
    };
    await using server = await startW3cServer(refusing);
    const failure = failureOf(await playOn(server.port));
    expect(failure).toMatchObject({ code: 'handset-session-refused' });
    expect(JSON.stringify(failure)).toContain('Could not find a connected Android device');
  });

  it('tells that the session ended in the middle', async () => {
    const ending: Answers = ({ path }) => {
      if (path.endsWith('/session')) return undefined;
      throw new W3cError('invalid session id', 'A session is either terminated or not started');
    };
    await using server = await startW3cServer(ending);
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
