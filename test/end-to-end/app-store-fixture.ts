import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { createAppStore, type StoreDecision, type StoreHandset } from '#mocks/app-store';

/** The app stores on a port of loopback, with the handsets that they know and what they have decided. */
export interface StoreUnderTest extends AsyncDisposable {
  /** `http://127.0.0.1:…/` */
  readonly url: string;
  readonly decisions: readonly StoreDecision[];
  /** The page that a form leads to. */
  post(path: string): Promise<{ readonly status: number; readonly text: string; readonly headers: Headers }>;
}

export async function storeUnderTest(handsets: Readonly<Record<string, StoreHandset>> = {}): Promise<StoreUnderTest> {
  const decisions: StoreDecision[] = [];
  const app = express().disable('x-powered-by');
  app.use(
    createAppStore({
      handsetOf: (handset) => handsets[handset],
      onOffer: (decision) => void decisions.push(decision),
    }),
  );
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/`;
  return {
    url,
    decisions,
    async post(path) {
      const response = await fetch(url + path, { method: 'POST' });
      return { status: response.status, text: await response.text(), headers: response.headers };
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
