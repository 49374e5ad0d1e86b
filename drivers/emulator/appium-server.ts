import { once } from 'node:events';
import { createServer } from 'node:net';
import { ServiceError } from '#sim/errors';
import { appiumHome, loadPackage } from './built-folders.ts';
import { rackOf } from './rack.ts';
import { endSharedBrowser } from './window/shared-browser.ts';

/** A real Appium server in this process, on loopback alone. */
export interface RunningAppium {
  readonly url: string;
  /** Ends its sessions, their browser and itself. */
  close(): Promise<void>;
}

interface AppiumServer {
  close(): Promise<void>;
  closeAllConnections(): void;
}

/** Without a port it takes one that is free. Throws ServiceError `port-taken`. */
export async function startAppium({ port }: { readonly port?: number } = {}): Promise<RunningAppium> {
  const own = await freePort(port ?? 0);
  const before = signalListeners();
  const { main } = loadPackage('appium') as { main(options: object): Promise<AppiumServer> };
  const { logger } = loadPackage('appium/support.js') as { logger: { getLogger(name: string): { level: string } } };
  // What it says before it has read its settings.
  logger.getLogger('Appium').level = 'silent';
  const server = await main({
    port: own,
    address: '127.0.0.1',
    appiumHome,
    useDrivers: ['handset'],
    loglevel: 'error',
    logNoColors: true,
  });
  takeBackSignals(before);
  return {
    url: `http://127.0.0.1:${own}`,
    async close() {
      await rackOf(server).close();
      // Clients keep their connections open; Appium would wait for them.
      server.closeAllConnections();
      await server.close();
      await endSharedBrowser();
    },
  };
}

/** Appium ends the whole process when its port is taken: so it is tried before. */
async function freePort(wanted: number): Promise<number> {
  const trial = createServer();
  try {
    trial.listen(wanted, '127.0.0.1');
    await once(trial, 'listening');
  } catch (error) {
    const { code: reason = 'unknown' } = error as NodeJS.ErrnoException;
    throw new ServiceError('port-taken', { option: 'Appium', port: wanted, reason }, { cause: error });
  }
  const address = trial.address();
  trial.close();
  await once(trial, 'close');
  return typeof address === 'object' && address !== null ? address.port : wanted;
}

const signals = ['SIGINT', 'SIGTERM'] as const;
type Listeners = readonly (readonly [signal: (typeof signals)[number], listeners: readonly NodeJS.SignalsListener[]])[];

function signalListeners(): Listeners {
  return signals.map((signal) => [signal, process.listeners(signal) as NodeJS.SignalsListener[]]);
}

/** Appium would end the process with exit code 0: what a signal does is up to whoever started it. */
function takeBackSignals(before: Listeners): void {
  for (const [signal, listeners] of before) {
    for (const listener of process.listeners(signal) as NodeJS.SignalsListener[]) {
      if (!listeners.includes(listener)) process.removeListener(signal, listener);
    }
  }
}
