import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServices } from '#sim/api';
import type { Transmission } from '#sim/events';
import { faultModule } from '#sim/faults';
import { hostModule } from '#sim/host';
import { addSchool, issuerModule } from '#sim/issuer';
import { createWorld, defaultLimits, type Fetch, parseInstant, type RunningWorld } from '#sim/kernel';
import { mailModule } from '#sim/mail';
import { oauthModule } from '#sim/oauth';
import { walletDefaults, walletModule } from '#sim/wallet';

export const address = 'hanako@docomo.ne.jp.test';
export const password = 'Mihon2026!';

const slug = 'mihon-university';
const userAgent =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1';

/** A world whose wallet listens on loopback, with a student who holds a student ID. */
export interface BadgeHost {
  readonly world: RunningWorld;
  /** `http://localhost:…` */
  readonly wallet: string;
  [Symbol.asyncDispose](): Promise<void>;
}

/** The port comes first, as the world has to know where its wallet lives. */
export async function badgeHost(): Promise<BadgeHost> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const wallet = `http://localhost:${(server.address() as AddressInfo).port}`;
  const mails: Transmission[] = [];
  const deliver = (_world: unknown, transmission: Transmission) => {
    mails.push(transmission);
    return { replyCode: 250, text: 'OK' };
  };
  const startsAt = parseInstant('2026-04-01T09:00:00+09:00') ?? 0;
  const world = createWorld({ seed: 5, startsAt, limits: defaultLimits, parameters: { origins: { wallet } } }, [
    mailModule({ deliver }),
    faultModule,
    issuerModule,
    walletModule,
    oauthModule,
    hostModule,
  ]);
  const services = createServices(world);
  server.on('request', services.applications.wallet);
  await joinStudent(world, services.fetch, mails);
  return {
    world,
    wallet,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A school issues; the student registers, logs in and receives. */
async function joinStudent(world: RunningWorld, fetch: Fetch, mails: readonly Transmission[]): Promise<void> {
  const { issuer, wallet } = world.origins;
  const post = async <Body>(url: string, body: object | string, bearer?: string): Promise<Body> => {
    const isText = typeof body === 'string';
    const headers = {
      'user-agent': userAgent,
      'content-type': isText ? 'text/csv' : 'application/json',
      ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
    };
    const response = await fetch(url, { method: 'POST', headers, body: isText ? body : JSON.stringify(body) });
    if (response.status >= 400) throw new Error(`${url}: ${response.body}`);
    return response.json<Body>();
  };
  const mailedToken = async (): Promise<string> => {
    await world.advance(600_000);
    const data = mails.at(-1)?.data.toString('latin1') ?? '';
    const [, encoded = ''] = /base64\r\n\r\n([A-Za-z0-9+/=\r\n]+?)\r\n--/.exec(data) ?? [];
    return /\/(?:receive|activate)\/([\w-]{43})/.exec(Buffer.from(encoded, 'base64').toString('utf8'))?.[1] ?? '';
  };
  await world.perform(addSchool, { slug, name: { ja: '見本大学', en: 'Mihon University' } });
  const school = `${issuer}/schools/${slug}`;
  const token = world.keys.secret(`school/${slug}`);
  await post(`${school}/rosters?period=2026`, `学籍番号,氏名,メールアドレス\n0012345,見本 花子,${address}\n`, token);
  await post(`${school}/issuances`, {}, token);
  const { termsVersion: terms, privacyPolicyVersion: privacyPolicy } = walletDefaults;
  const form = { token: await mailedToken(), terms, privacyPolicy, name: '見本 花子', password };
  await post(`${wallet}/registrations`, form);
  await post(`${wallet}/activations`, { token: await mailedToken() });
  const { kty, crv, x } = world.keys.ed25519('handset/hs_0001').publicKey.export({ format: 'jwk' });
  const device = { name: 'iPhone', publicKey: { kty, crv, x } };
  const { session } = await post<{ session: string }>(`${wallet}/sessions`, { address, password, device });
  await post(`${wallet}/credentials/cred_0001/receive`, {}, session);
}
