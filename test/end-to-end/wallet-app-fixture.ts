import { createServiceWorld } from '#sim/api';
import type { Transmission } from '#sim/events';
import { parseInstant, type RunningWorld } from '#sim/kernel';
import { takeWebPorts } from '../../cli/serve/web-services.ts';

export const hanako = 'hanako@docomo.ne.jp.test';
export const password = 'Mihon2026!';
const slug = 'mihon-university';

/** The wallet's pages over the services of a world, on ports of loopback, behind the edge of `todoku serve`. */
export interface WalletAppUnderTest {
  readonly world: RunningWorld;
  /** Of the wallet: `http://localhost:…`. */
  readonly origin: string;
  /** Issues student IDs of a period to everyone on the roster: `0012345,見本 花子,…` a line. */
  issue(roster: readonly string[], period?: string): Promise<void>;
  /** Lets mails leave; the path and query of the newest link of a kind to an address. */
  linkTo(kind: string, address?: string): Promise<string>;
  ask(method: string, url: string, body?: unknown, bearer?: string): Promise<Response>;
  asSchool(method: string, path: string, body?: unknown): Promise<Response>;
  [Symbol.asyncDispose](): Promise<void>;
}

export async function walletAppUnderTest(): Promise<WalletAppUnderTest> {
  await using open = new AsyncDisposableStack();
  const web = open.use(await takeWebPorts({ ports: { issuer: 0, wallet: 0, verifier: 0 }, isSecure: false }));
  const startsAt = parseInstant('2026-04-01T09:00:00+09:00') ?? 0;
  const { world, sent, ...made } = open.use(createServiceWorld({ seed: 7, startsAt, origins: web.origins }));
  await made.addSchool({ slug, name: { ja: '見本大学', en: 'Mihon University' } });
  web.attach(world, { reach: [], corsOrigins: [], requestsPerMinute: 0 });
  const ask: WalletAppUnderTest['ask'] = (method, url, body, bearer) =>
    fetch(url, {
      method,
      headers: {
        ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
        ...(body !== undefined && { 'content-type': typeof body === 'string' ? 'text/csv' : 'application/json' }),
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  const asSchool: WalletAppUnderTest['asSchool'] = (method, path, body) =>
    ask(method, `${world.origins.issuer}/schools/${slug}${path}`, body, made.schoolToken(slug));
  const parts = open.move();
  return {
    world,
    origin: world.origins.wallet,
    ask,
    asSchool,
    async issue(roster, period = '2026') {
      await asSchool('POST', `/rosters?period=${period}`, ['学籍番号,氏名,メールアドレス', ...roster, ''].join('\n'));
      await asSchool('POST', '/issuances', { period });
    },
    async linkTo(kind, address = hanako) {
      await world.advance(600_000);
      const mail = sent.findLast((each) => each.kind === kind && each.forwardPath === address);
      if (mail === undefined) throw new Error(`no mail ${kind} to ${address} left`);
      return linkIn(mail, world.origins.wallet);
    },
    [Symbol.asyncDispose]: () => parts[Symbol.asyncDispose](),
  };
}

/** The first part of the mail is its plain text, in base64. */
function linkIn({ data }: Transmission, origin: string): string {
  const [, encoded = ''] = /base64\r\n\r\n([A-Za-z0-9+/=\r\n]+?)\r\n--/.exec(data.toString('latin1')) ?? [];
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const [url = ''] = text.match(/https?:\/\/localhost:\d+\/\S+/g)?.filter((each) => each.startsWith(origin)) ?? [];
  return url.slice(origin.length);
}
