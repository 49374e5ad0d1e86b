import express from 'express';
import {
  type AppiumHandset,
  appiumAddress,
  createAppiumMailApp,
  createBothOf,
  createBrowserHandset,
  HandsetSession,
  type NamedCapabilities,
  readCapabilities,
  serverName,
  wayTo,
} from '#drivers/appium';
import { readHandset } from '#drivers/direct';
import { offer } from '#mocks/app-store';
import { createMailApp } from '#mocks/mail-app';
import { mailboxOf } from '#mocks/mailbox';
import { createWalletApp, walletPageApp, walletWords } from '#sim/app';
import { ServiceError } from '#sim/errors';
import type { Fetch, RunningWorld } from '#sim/kernel';
import type { Lane, LaneStage } from '../runner/index.ts';
import { bilingualsIn } from './bilinguals.ts';
import { capturedScreens } from './captured-screens.ts';
import { whyNotOnDevice } from './device-cells.ts';
import { choosePhone } from './device-choice.ts';
import { type DevicePorts, takeDevicePorts } from './device-ports.ts';
import { createGateway } from './gateway.ts';
import { worldSites } from './world-sites.ts';

export interface DeviceLaneOptions {
  /** URL of any Appium server. */
  readonly appium: string;
  /** The text of a file of capabilities. */
  readonly capabilities: string;
  /** What its `${NAME}` stand for. */
  readonly environment?: { readonly [name: string]: string | undefined } | undefined;
}

interface Device {
  readonly session: HandsetSession;
  readonly handset: AppiumHandset;
}

/**
 * Real phones behind an Appium server, by their browsers: a world's services are on ports of loopback, which the phone
 * has to be led to. One cell at a time. Throws ServiceError `appium-url-invalid`, `capabilities-invalid`.
 */
export async function deviceLane({ appium, capabilities, environment }: DeviceLaneOptions): Promise<Lane> {
  const address = appiumAddress(appium);
  const phones = readCapabilities(capabilities, environment);
  for (const [index, phone] of phones.entries()) requireBrowser(phone, index);
  await using open = new AsyncDisposableStack();
  const ports = open.use(await takeDevicePorts());
  const way = open.use(await wayTo(address));
  const kept = open.move();
  return {
    name: 'device',
    origins: ports.origins,
    ports: ports.ports,
    whyNot: (cell) => whyNotOnDevice(cell, phones),
    open: (world) => openStage(world, { ports, phones, way, server: serverName(address) }),
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}

function requireBrowser({ key, capabilities }: NamedCapabilities, index: number): void {
  if (typeof capabilities.browserName === 'string' && capabilities.browserName !== '') return;
  throw new ServiceError('capabilities-invalid', {
    where: `${key ?? index}/browserName`,
    reasonJa: 'browserName は Chrome か Safari です',
    reasonEn: 'browserName is Chrome or Safari',
  });
}

interface Reach {
  readonly ports: DevicePorts;
  readonly phones: readonly NamedCapabilities[];
  readonly way: Awaited<ReturnType<typeof wayTo>>;
  readonly server: string;
}

async function openStage(world: RunningWorld, { ports, phones, way, server }: Reach): Promise<LaneStage> {
  await using open = new AsyncDisposableStack();
  const askGateway: Fetch = (url, request) => gateway.fetch(url, request);
  const sites = worldSites(world, { between: askGateway, walletApp: walletPageApp() });
  const gateway = open.use(await createGateway(sites));
  open.defer(() => ports.attach(undefined));
  attach(world, ports, sites);
  const bothOf = createBothOf(bilingualsIn(walletWords));
  const devices = new Map<string, Device>();
  const taken = new Set<NamedCapabilities>();
  const device = (id: string): Device => {
    const known = devices.get(id);
    if (known !== undefined) return known;
    const phone = choosePhone(readHandset(world, id).device, phones, taken);
    if (phone === undefined) throw new TypeError(`no phone stands for ${id}`);
    taken.add(phone);
    const { capabilities } = phone;
    const session = parts.use(new HandsetSession({ server, way, handset: id, capabilities, isEmulated: false }));
    const { mailOrigin } = ports;
    const handset = createBrowserHandset(session, { world, handset: id, bothOf, storeOffers: offer, mailOrigin });
    devices.set(id, { session, handset });
    return { session, handset };
  };
  const screens = capturedScreens(world);
  const parts = open.move();
  return {
    fetch: gateway.fetch,
    handset: (id) => device(id).handset,
    mailApp: (id) =>
      createAppiumMailApp(device(id).session, {
        handset: device(id).handset,
        mailboxAt: (mailAddress) => mailboxOf(world, mailAddress)?.mailbox ?? '',
        pages: `${ports.mailOrigin}/mail/?lang=ja`,
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

function attach(world: RunningWorld, ports: DevicePorts, sites: ReturnType<typeof worldSites>): void {
  const { issuer, wallet, verifier } = world.origins;
  const siteAt = (origin: string) => sites[origin] ?? express();
  ports.attach({
    issuer: siteAt(issuer),
    wallet: express().use(createWalletApp()).use(siteAt(wallet)),
    verifier: siteAt(verifier),
    mail: express().use('/mail', createMailApp(world)),
  });
}
