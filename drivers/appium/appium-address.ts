import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEgress, type Egress, egressFetch, isLoopbackHost } from '#sim/egress';
import { ServiceError } from '#sim/errors';

/** Where an Appium server is, as an operator named it. */
export interface AppiumAddress {
  readonly protocol: 'http' | 'https';
  readonly host: string;
  readonly port: number;
  /** `/`, or `/wd/hub` of a Selenium Grid or a device farm. */
  readonly path: string;
  /** What a farm knows its customer by; told in no text. */
  readonly credentials: string | undefined;
}

/** Throws ServiceError `appium-url-invalid`. */
export function appiumAddress(url: string): AppiumAddress {
  const parsed = URL.parse(url);
  if (parsed === null || !/^https?:$/.test(parsed.protocol) || parsed.search !== '' || parsed.hash !== '') {
    throw new ServiceError('appium-url-invalid');
  }
  const { protocol, hostname, port, pathname, username, password } = parsed;
  const isSecure = protocol === 'https:';
  return {
    protocol: isSecure ? 'https' : 'http',
    host: hostname,
    port: port === '' ? (isSecure ? 443 : 80) : Number(port),
    path: pathname.replace(/(?<=.)\/$/, ''),
    credentials: username === '' ? undefined : `${decodeURIComponent(username)}:${decodeURIComponent(password)}`,
  };
}

/** `127.0.0.1:4723`: as errors name it. */
export function serverName({ host, port }: AppiumAddress): string {
  return `${host}:${port}`;
}

/** What a WebDriver client connects to, on loopback. */
export interface AppiumWay extends AsyncDisposable {
  readonly host: string;
  readonly port: number;
  readonly path: string;
}

/** A session of a real phone takes minutes to start; nothing else of it is silent for so long. */
const patience = { silenceMs: 300_000, lifetimeMs: 3_600_000, bytesMax: 128 * 1024 * 1024, headerBytesMax: 32 * 1024 };

/**
 * The way to an Appium server: itself when it is on this machine, else a relay on loopback. The client opens connections
 * by itself, so what leaves the machine goes through the egress, to the one host that was named; credentials are added there.
 */
export async function wayTo(address: AppiumAddress, egress?: Egress): Promise<AppiumWay> {
  const { protocol, host, port, path, credentials } = address;
  if (protocol === 'http' && isLoopbackHost(host) && credentials === undefined) {
    return { host, port, path, async [Symbol.asyncDispose]() {} };
  }
  const send = egressFetch(egress ?? createEgress({ hosts: [host], limits: patience }));
  const origin = `${protocol}://${host}:${port}`;
  const authorization = credentials === undefined ? {} : { authorization: `Basic ${btoa(credentials)}` };
  const server = createServer((request, response) => {
    relay(request, response).catch((error: unknown) => answer(response, 502, refusal(error)));
  });
  const relay = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const answered = await send(origin + (request.url ?? '/'), {
      method: request.method ?? 'GET',
      // Selenium Grid answers a POST only when it says how its text is written.
      headers: { accept: 'application/json', 'content-type': 'application/json; charset=utf-8', ...authorization },
      ...(chunks.length === 0 ? {} : { body: Buffer.concat(chunks) }),
    });
    // A client would follow it, and by a connection of its own.
    if (answered.status >= 300 && answered.status < 400) throw new Error(`redirected by ${host}`);
    answer(response, answered.status, answered.body);
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    host: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
    path,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answer(response: ServerResponse, status: number, body: string | Uint8Array): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(body);
}

/** https://www.w3.org/TR/webdriver2/#errors */
function refusal(error: unknown): string {
  const { message } = error as Error;
  return JSON.stringify({ value: { error: 'unknown error', message, stacktrace: '' } });
}
