import type { RequestListener } from 'node:http';
import express from 'express';
import {
  type AppiumHandset,
  type AppiumWay,
  appiumAddress,
  createAppiumHandset,
  createAppiumMailApp,
  createBothOf,
  HandsetSession,
  serverName,
  wayTo,
} from '#drivers/appium';
import { installedApps, readHandset } from '#drivers/direct';
import type { RunningAppium } from '#drivers/emulator';
import { offer } from '#mocks/app-store';
import { createMailApp } from '#mocks/mail-app';
import { mailboxOf } from '#mocks/mailbox';
import { createWalletApp, walletPageApp, walletWords } from '#sim/app';
import { type Fetch, formatInstant, type Json, type RunningWorld } from '#sim/kernel';
import type { Lane, LaneStage } from '../runner/index.ts';
import { bilingualsIn } from './bilinguals.ts';
import { capturedScreens } from './captured-screens.ts';
import { modelFor } from './device-model.ts';
import { createGateway } from './gateway.ts';
import { storeSite } from './store-site.ts';
import { worldSites } from './world-sites.ts';

const mailOrigin = 'https://webmail.test';
const storeOrigin = 'https://store.test';

/** A device of a world that is played through WebDriver. */
interface Device {
  readonly session: HandsetSession;
  readonly handset: AppiumHandset;
}

interface Emulator extends Pick<RunningAppium, 'url' | 'close'> {
  readonly walletFolders: WalletFolders;
}

/** Versions of the app differ by what they call themselves. */
interface WalletFolders {
  readonly former: string;
  readonly current: string;
}

/**
 * Real Appium in this process with the driver of our own, screens painted by Chromium: every act is a person's tap.
 * Appium starts with the first cell and goes with the lane, unless one that runs already is named; a device's session
 * starts when it is first used. Throws ServiceError `appium-url-invalid`.
 */
export function emulatedLane({ appium: given }: { readonly appium?: string | undefined } = {}): Lane {
  if (given !== undefined) appiumAddress(given);
  let started: Promise<Emulator> | undefined;
  const start = async (): Promise<Emulator> => {
    // Half a second of modules: for who plays in this lane alone.
    const { formerWalletFolder, startAppium, walletAppFolder } = await import('#drivers/emulator');
    const walletFolders = { former: formerWalletFolder, current: walletAppFolder };
    const own = given === undefined ? await startAppium() : undefined;
    return { url: own?.url ?? given ?? '', close: async () => own?.close(), walletFolders };
  };
  return {
    name: 'emulated',
    async open(world) {
      started ??= start();
      return openStage(world, await started);
    },
    async [Symbol.asyncDispose]() {
      const running = await started?.catch(() => undefined);
      started = undefined;
      await running?.close();
    },
  };
}

async function openStage(world: RunningWorld, { url, walletFolders }: Emulator): Promise<LaneStage> {
  await using open = new AsyncDisposableStack();
  const askGateway: Fetch = (url, request) => gateway.fetch(url, request);
  const gateway = open.use(await createGateway(phoneSites(world, askGateway)));
  const address = appiumAddress(url);
  const way = open.use(await wayTo(address));
  const bothOf = createBothOf(bilingualsIn(walletWords));
  const devices = new Map<string, Device>();
  const addressesOn = new Map<string, readonly string[]>();
  const device = (id: string): Device => {
    const known = devices.get(id);
    if (known !== undefined) return known;
    const around = { gateway: gateway.url, addresses: addressesOn.get(id), walletFolders };
    const capabilities = capabilitiesOf(world, id, around);
    const session = parts.use(sessionOf(serverName(address), way, id, capabilities));
    const made = { session, handset: createAppiumHandset(session, { world, handset: id, bothOf }) };
    devices.set(id, made);
    return made;
  };
  const screens = capturedScreens(world);
  const parts = open.move();
  return {
    fetch: gateway.fetch,
    setUp: (id, { addresses }) => void addressesOn.set(id, addresses),
    handset: (id) => device(id).handset,
    mailApp: (id) =>
      createAppiumMailApp(device(id).session, {
        handset: device(id).handset,
        mailboxAt: (mailAddress) => mailboxOf(world, mailAddress)?.mailbox ?? '',
      }),
    pictures: screens.pictures,
    async afterStep(index) {
      for (const [id, { session }] of devices) {
        if (session.isOpen) await screens.capture(index, { id, session });
      }
    },
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  };
}

/** Everything that a phone of the world finds on its network. */
function phoneSites(world: RunningWorld, fetch: Fetch): Readonly<Record<string, RequestListener>> {
  const sites = worldSites(world, { between: fetch, walletApp: walletPageApp() });
  const { wallet } = world.origins;
  return {
    ...sites,
    [wallet]: express()
      .use(createWalletApp())
      .use(sites[wallet] ?? express()),
    [mailOrigin]: express().use('/mail', createMailApp(world)),
    [storeOrigin]: storeSite(world),
  };
}

function sessionOf(
  server: string,
  way: AppiumWay,
  handset: string,
  capabilities: Readonly<Record<string, Json>>,
): HandsetSession {
  return new HandsetSession({ server, way, handset, capabilities, isEmulated: true });
}

interface Around {
  readonly gateway: string;
  /** Of the mailboxes that its owner reads on it; all of the world when absent. */
  readonly addresses: readonly string[] | undefined;
  readonly walletFolders: WalletFolders;
}

function capabilitiesOf(
  world: RunningWorld,
  id: string,
  { gateway, addresses, walletFolders }: Around,
): Readonly<Record<string, Json>> {
  const { device, clockSkewMs, store } = readHandset(world, id);
  const folderOf = (version = ''): string => (version === '1.0' ? walletFolders.former : walletFolders.current);
  const accounts = addresses === undefined ? '' : `&account=${encodeURIComponent(addresses.join(','))}`;
  const { privateKey } = world.keys.ed25519(`handset/${id}`);
  return {
    platformName: device.platform,
    'appium:automationName': 'Handset',
    'appium:deviceName': modelFor(device).name,
    'appium:platformVersion': device.version,
    'appium:newCommandTimeout': 0,
    'todoku:gateway': gateway,
    'todoku:clock': formatInstant(world.clock.now()),
    'todoku:clockSkew': clockSkewMs,
    'todoku:mailApp': `${mailOrigin}/mail/?lang=ja${accounts}`,
    'todoku:store': `${storeOrigin}/?handset=${id}&lang=ja`,
    'todoku:packages': [folderOf(offer('wallet', device, store).version)],
    'appium:otherApps': Object.entries(installedApps(world, id)).flatMap(([app, version]) =>
      app === 'wallet' ? [folderOf(version)] : [],
    ),
    'todoku:appOrigin': world.origins.wallet,
    'todoku:deviceKey': privateKey.export({ format: 'jwk' }) as unknown as Json,
  };
}
