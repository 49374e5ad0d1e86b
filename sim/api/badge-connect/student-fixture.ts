import { badgeConnectModule } from '../../badge-connect/index.ts';
import type { Transmission } from '../../events/index.ts';
import { faultModule } from '../../faults/index.ts';
import { hostModule } from '../../host/index.ts';
import { addSchool, issuerModule } from '../../issuer/index.ts';
import {
  createWorld,
  defaultLimits,
  type Fetch,
  type Module,
  parseInstant,
  type Response,
  type RunningWorld,
} from '../../kernel/index.ts';
import { mailModule } from '../../mail/index.ts';
import { walletDefaults, walletModule } from '../../wallet/index.ts';
import { createServices } from '../services.ts';

const startsAt = parseInstant('2026-04-01T09:00:00+09:00') ?? 0;
const userAgent =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1';
const password = 'Mihon2026!';
const school = '/schools/mihon-university';

/** For tests: a world with a student who is logged in and has received a student ID, and with other people's hosts around it. */
export interface StudentWorld {
  readonly world: RunningWorld;
  readonly session: string;
  /** Of the school. */
  readonly schoolToken: string;
  /** Lets a second student join; returns the session. */
  another(): Promise<string>;
  ask(service: 'issuer' | 'wallet', method: string, path: string, asked?: Asked): Promise<Response>;
}

export interface Asked {
  readonly body?: unknown;
  readonly bearer?: string;
}

export async function studentWorld(outward: Fetch, more: readonly Module[] = []): Promise<StudentWorld> {
  const mails: Transmission[] = [];
  const deliver = (_: unknown, transmission: Transmission) => {
    mails.push(transmission);
    return { replyCode: 250, text: 'OK' };
  };
  const world = createWorld({ seed: 7, startsAt, limits: defaultLimits, parameters: {} }, [
    mailModule({ deliver }),
    faultModule,
    issuerModule,
    walletModule,
    badgeConnectModule,
    hostModule,
    ...more,
  ]);
  await world.perform(addSchool, { slug: 'mihon-university', name: { ja: '見本大学', en: 'Mihon University' } });
  const { fetch } = createServices(world, { outward });
  const ask: StudentWorld['ask'] = (service, method, path, { body, bearer } = {}) =>
    fetch(world.origins[service] + path, {
      method,
      headers: {
        'user-agent': userAgent,
        ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
        ...(body !== undefined && { 'content-type': typeof body === 'string' ? 'text/csv' : 'application/json' }),
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  const link = async (kind: string): Promise<string> => {
    await world.advance(60_000);
    return tokenIn(mails.findLast((mail) => mail.kind === kind));
  };
  const schoolToken = world.keys.secret('school/mihon-university');
  const rows = ['学籍番号,氏名,メールアドレス'];
  const join = async (number: string, name: string, user: string): Promise<string> => {
    rows.push(`${number},${name},${user}@docomo.ne.jp`);
    const roster = `${rows.join('\n')}\n`;
    await ask('issuer', 'POST', `${school}/rosters?period=2026`, { bearer: schoolToken, body: roster });
    await ask('issuer', 'POST', `${school}/issuances`, { bearer: schoolToken, body: {} });
    const consent = { terms: walletDefaults.termsVersion, privacyPolicy: walletDefaults.privacyPolicyVersion };
    const token = await link('issue-notice');
    await ask('wallet', 'POST', '/registrations', { body: { token, ...consent, name, password } });
    await ask('wallet', 'POST', '/activations', { body: { token: await link('activation') } });
    const { kty, crv, x } = world.keys.ed25519(`handset/${user}`).publicKey.export({ format: 'jwk' });
    const device = { name: 'iPhone', publicKey: { kty, crv, x } };
    const login = { address: `${user}@docomo.ne.jp.test`, password, device };
    return (await ask('wallet', 'POST', '/sessions', { body: login })).json<{ session: string }>().session;
  };
  const session = await join('A1', '見本 花子', 'hanako');
  await ask('wallet', 'POST', '/credentials/cred_0001/receive', { bearer: session });
  return { world, session, schoolToken, another: () => join('A2', '見本 次郎', 'jiro'), ask };
}

/** Its bodies are base64 (RFC 2045 §6.8). */
function tokenIn(mail: Transmission | undefined): string {
  const [, body = ''] = /base64\r\n\r\n([A-Za-z0-9+/=\r\n]+)/.exec(mail?.data.toString('latin1') ?? '') ?? [];
  return /\/(?:receive|activate)\/([\w-]{43})/.exec(Buffer.from(body, 'base64').toString('utf8'))?.[1] ?? '';
}
