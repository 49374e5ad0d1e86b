import { type ErrorCode, type Language, problemDetails, ServiceError } from '#sim/errors';
import { type Request, type Response, simulatedOrigins } from '#sim/kernel';
import {
  accountRoutes,
  type Body,
  credentialRoutes,
  Refused,
  type Route,
  registrationRoutes,
  tokens,
} from './fake-wallet-routes.ts';
import type { FakeWallet } from './fake-wallet-state.ts';

/** Sends the browser on to what stands in its parameter `to`. */
export const redirectingSite = 'https://links.example';

export function createFakeWallet(): FakeWallet {
  const sessions = new Set<string>();
  const wallet: FakeWallet = {
    requests: [],
    receiveLink: `${simulatedOrigins.wallet}/receive/${tokens.receive}`,
    activationLink: `${simulatedOrigins.wallet}/activate/${tokens.activation}`,
    resetLink: `${simulatedOrigins.wallet}/reset/${tokens.reset}`,
    addressLink: `${simulatedOrigins.wallet}/addresses/${tokens.address}`,
    link: 'live',
    account: undefined,
    isReceived: false,
    hasOffer: true,
    isFormOld: false,
    wantsNewerApp: false,
    status: 'active',
    devices: [],
    nextAnswer: undefined,
    endSessions: () => sessions.clear(),
    async fetch(url, request = {}) {
      const instead = wallet.nextAnswer;
      wallet.nextAnswer = undefined;
      const { origin, searchParams } = new URL(url);
      if (origin === redirectingSite) return redirectTo(searchParams.get('to') ?? '');
      if (instead === 'none' || origin !== simulatedOrigins.wallet)
        throw new TypeError('fetch failed: nothing answers');
      const told = answer(
        [...registrationRoutes(wallet), ...accountRoutes(wallet, sessions), ...credentialRoutes(wallet)],
        {
          wallet,
          sessions,
          url,
          request,
        },
      );
      return instead === undefined ? told : responseOf(instead.status, '<html>Bad gateway</html>', 'text/html');
    },
  };
  return wallet;
}

function answer(
  routes: readonly Route[],
  { wallet, sessions, url, request }: { wallet: FakeWallet; sessions: Set<string>; url: string; request: Request },
): Response {
  const { pathname } = new URL(url);
  const method = request.method ?? 'GET';
  const headers = request.headers ?? {};
  const session = headers.authorization?.replace(/^Bearer /, '');
  const userAgent = headers['user-agent'] ?? '';
  wallet.requests.push({ method, path: pathname, userAgent, session });
  try {
    if (wallet.wantsNewerApp && / LecoS\/\d/.test(userAgent)) {
      throw new Refused(403, 'app-outdated', { version: '1.0', minimum: '2.0' });
    }
    for (const [routeMethod, path, tell] of routes) {
      const match = path.exec(pathname);
      if (match === null || routeMethod !== method) continue;
      const body = request.body === undefined ? {} : (JSON.parse(String(request.body)) as Body);
      const isPhone = /iPhone|Android.*Mobile/.test(userAgent);
      const open = session !== undefined && sessions.has(session) ? session : undefined;
      const told = tell({ params: match.slice(1), body, isPhone, session: open });
      return responseOf(told.status, told.body === undefined ? '' : JSON.stringify(told.body), 'application/json');
    }
    throw new Refused(404, 'not-found');
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { status, code, params } = error;
    const language: Language = headers['accept-language']?.startsWith('en') === true ? 'en' : 'ja';
    const details = problemDetails(new ServiceError(code as ErrorCode, params as never), language);
    return responseOf(status, JSON.stringify({ ...details, status }), 'application/problem+json');
  }
}

function redirectTo(location: string): Response {
  return { status: 302, headers: { location }, body: Buffer.alloc(0), json: <Value>() => undefined as Value };
}

function responseOf(status: number, text: string, type: string): Response {
  const body = Buffer.from(text);
  return {
    status,
    headers: { 'content-type': type },
    body,
    json: <Value>() => (text === '' ? undefined : JSON.parse(text)) as Value,
  };
}
