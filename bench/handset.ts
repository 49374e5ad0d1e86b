import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { remote } from 'webdriverio';
import { type RunningAppium, startAppium } from '#drivers/emulator';
import { type Spread, spread, wallMs } from './measure.ts';
import { browserMb } from './memory-of-browser.ts';

const sessions = 20;
const taps = 60;
const together = 8;
const roundsEach = 10;
const wallet = join(import.meta.dirname, '../built/wallet-app');
const app = 'test.openbadge.wallet';

export interface HandsetFigures {
  /** From the request for a session to its answer, the browser warm. */
  readonly sessionMs: Spread;
  readonly clickMs: Spread;
  /** From the first request to the last answer. */
  readonly openedTogetherMs: number;
  /** WebDriver commands a second over {@link together} handsets: find, click, find, read. */
  readonly commandsPerSecond: number;
  readonly mbPerHandset: number;
}

type Handset = Awaited<ReturnType<typeof remote>>;

/** Client, Appium, driver and browser on the same cores, phones of both systems in turns. */
export async function measureHandsets(): Promise<HandsetFigures> {
  const appium = await startAppium();
  try {
    // The browser, and the compiler.
    await (await open(appium, 0)).deleteSession();
    return { ...(await measureOne(appium)), ...(await measureMany(appium)) };
  } finally {
    await appium.close();
  }
}

async function measureOne(appium: RunningAppium): Promise<Pick<HandsetFigures, 'sessionMs' | 'clickMs'>> {
  const opened: number[] = [];
  for (let index = 0; index < sessions; index += 1) {
    let handset: Handset | undefined;
    opened.push(
      await wallMs(async () => {
        handset = await open(appium, index);
      }),
    );
    await handset?.deleteSession();
  }
  const handset = await open(appium, 0);
  await openWallet(handset);
  const tapped: number[] = [];
  for (let index = 0; index < taps; index += 1) {
    // There and back.
    const control = await handset.$(index % 2 === 0 ? '~create-account' : '~log-in').getElement();
    tapped.push(await wallMs(() => control.click()));
    if (index % 2 === 1) await openWallet(handset);
  }
  await handset.deleteSession();
  return { sessionMs: spread(opened), clickMs: spread(tapped) };
}

async function measureMany(
  appium: RunningAppium,
): Promise<Pick<HandsetFigures, 'openedTogetherMs' | 'commandsPerSecond' | 'mbPerHandset'>> {
  const before = browserMb();
  const handsets: Handset[] = [];
  const openedTogetherMs = await wallMs(async () => {
    const all = Array.from({ length: together }, (_, index) => open(appium, index));
    handsets.push(...(await Promise.all(all)));
  });
  const mbPerHandset = (browserMb() - before) / together;
  await Promise.all(handsets.map((handset) => openWallet(handset)));
  let commands = 0;
  const start = performance.now();
  await Promise.all(
    handsets.map(async (handset) => {
      for (let round = 0; round < roundsEach; round += 1) {
        const control = await handset.findElement('accessibility id', 'screen-wallet-first-run');
        await handset.getElementRect(Object.values(control)[0] ?? '');
        const button = await handset.findElement('accessibility id', 'log-in');
        await handset.getElementText(Object.values(button)[0] ?? '');
        commands += 4;
      }
    }),
  );
  const commandsPerSecond = (commands / (performance.now() - start)) * 1_000;
  await Promise.all(handsets.map((handset) => handset.deleteSession()));
  return { openedTogetherMs, commandsPerSecond, mbPerHandset };
}

function open({ url }: RunningAppium, index: number): Promise<Handset> {
  const { hostname, port } = new URL(url);
  const isApple = index % 2 === 1;
  return remote({
    hostname,
    port: Number(port),
    logLevel: 'silent',
    capabilities: {
      platformName: isApple ? 'iOS' : 'Android',
      'appium:automationName': 'Handset',
      'appium:deviceName': isApple ? 'iPhone 17' : 'Pixel 7',
      'wdio:enforceWebDriverClassic': true,
    },
  });
}

async function openWallet(handset: Handset): Promise<void> {
  const isApple = handset.isIOS;
  if (!(await handset.isAppInstalled(app))) {
    await handset.execute('mobile: installApp', isApple ? { app: wallet } : { appPath: wallet });
  }
  await handset.execute('mobile: terminateApp', isApple ? { bundleId: app } : { appId: app });
  await handset.execute('mobile: activateApp', isApple ? { bundleId: app } : { appId: app });
}
