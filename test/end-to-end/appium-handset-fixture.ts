import type { RequestListener } from 'node:http';
import express from 'express';
import { appiumAddress, createAppiumHandset, createBothOf, HandsetSession, wayTo } from '#drivers/appium';
import { findChromium } from '#drivers/chromium';
import type { FakeWallet, HandsetUnderTest } from '#drivers/contract';
import { createHandset, directModule } from '#drivers/direct';
import type { StoreDevice } from '#drivers/handset';
import { createGateway, modelFor, storeSite } from '#scenarios/lanes';
import { createWalletApp, walletPageApp } from '#sim/app';
import { createWorld, defaultLimits, type Json, type Origin, parseInstant } from '#sim/kernel';

export const chromium = findChromium(process.env);

const origin: Origin = {
  seed: 3,
  startsAt: parseInstant('2026-04-01T09:00:00+09:00') ?? 0,
  limits: defaultLimits,
  parameters: {},
};

const storeOrigin = 'https://store.test';

/** The wallet's pages over the fake backend: documents are the app's own, everything else is the backend's. */
function walletSite(wallet: FakeWallet, walletOrigin: string): RequestListener {
  const { head = '' } = walletPageApp() ?? {};
  const site = express();
  site.use(createWalletApp());
  site.use((request, response, next) => {
    const isDocument = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    if (!isDocument) return next();
    response.type('html').send(`<!doctype html><html lang="ja"><head>${head}</head><body></body></html>`);
  });
  site.use(express.text({ type: () => true }), async (request, response) => {
    try {
      const answer = await wallet.fetch(walletOrigin + request.originalUrl, {
        method: request.method,
        headers: request.headers as Record<string, string>,
        ...(typeof request.body === 'string' && request.body !== '' && { body: request.body }),
      });
      response.status(answer.status).set(answer.headers).send(answer.body);
    } catch {
      // Nobody answers.
      request.socket.destroy();
    }
  });
  return site;
}

/** A handset of the real driver over a world of its own, in which only the wallet and the store stand. */
export async function handsetUnderTest(
  appium: string,
  wallet: FakeWallet,
  device: StoreDevice,
): Promise<HandsetUnderTest & AsyncDisposable> {
  await using open = new AsyncDisposableStack();
  const world = open.use(createWorld(origin, [directModule]));
  const model = modelFor({ ...device, model: '' }).name;
  const id = await world.perform(createHandset, { ...device, model });
  const walletOrigin = world.origins.wallet;
  const redirecting: RequestListener = async (request, response) => {
    const answer = await wallet.fetch(`https://links.example${request.url}`);
    response.writeHead(answer.status, answer.headers).end(answer.body);
  };
  const gateway = open.use(
    await createGateway({
      [walletOrigin]: walletSite(wallet, walletOrigin),
      [storeOrigin]: storeSite(world),
      'https://links.example': redirecting,
    }),
  );
  const address = appiumAddress(appium);
  const { privateKey } = world.keys.ed25519(`handset/${id}`);
  const session = open.use(
    new HandsetSession({
      server: appium,
      way: open.use(await wayTo(address)),
      handset: id,
      isEmulated: true,
      capabilities: {
        platformName: device.platform,
        'appium:automationName': 'Handset',
        'appium:deviceName': model,
        'appium:platformVersion': device.version,
        'todoku:gateway': gateway.url,
        'todoku:clock': '2026-04-01T09:00:00+09:00',
        'todoku:store': `${storeOrigin}/?handset=${id}&lang=ja`,
        'todoku:deviceKey': privateKey.export({ format: 'jwk' }) as unknown as Json,
      },
    }),
  );
  const handset = createAppiumHandset(session, { world, handset: id, bothOf: createBothOf() });
  const parts = open.move();
  return {
    handset,
    advance: (durationMs) => world.advance(durationMs),
    [Symbol.asyncDispose]: () => parts[Symbol.asyncDispose](),
  };
}
