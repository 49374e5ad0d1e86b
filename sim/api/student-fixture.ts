import type { RequestListener } from 'node:http';
import type { Transmission } from '../events/index.ts';
import { faultModule } from '../faults/index.ts';
import { addSchool, issuerModule } from '../issuer/index.ts';
import {
  createWorld,
  defaultLimits,
  type Fetch,
  type Json,
  type Module,
  type Response,
  type RunningWorld,
} from '../kernel/index.ts';
import { mailModule } from '../mail/index.ts';
import { openid4vpModule } from '../openid4vp/index.ts';
import type { SecuringMechanism } from '../proof/index.ts';
import { walletModule } from '../wallet/index.ts';
import type { ServiceName } from './about.ts';
import { createServices } from './services.ts';
import { deviceOf, form, hanako, password, phone, tokenIn } from './wallet-fixture.ts';

export const slug = 'mihon-university';

export interface AskedService {
  readonly bearer?: string;
  readonly body?: unknown;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** For tests: all services of a world, and a student who holds a student ID in the wallet. */
export interface StudentFixture {
  readonly world: RunningWorld;
  readonly modules: readonly Module[];
  readonly fetch: Fetch;
  readonly applications: Readonly<Record<ServiceName, RequestListener>>;
  ask(service: ServiceName, method: string, path: string, asked?: AskedService): Promise<Response>;
  asSchool(method: string, path: string, body?: unknown): Promise<Response>;
  asVerifier(method: string, path: string, body?: unknown): Promise<Response>;
  /** Issues to the student, who registers and receives: the session, and what is held. */
  readonly held: () => Promise<{ readonly bearer: string; readonly credential: string; readonly secured: string }>;
}

export interface StudentFixtureOptions {
  readonly mechanism?: SecuringMechanism;
  readonly outward?: Fetch;
  readonly parameters?: Readonly<Record<string, Readonly<Record<string, Json>>>>;
}

export async function studentFixture(options: StudentFixtureOptions = {}): Promise<StudentFixture> {
  const mails: Transmission[] = [];
  const deliver = (_world: unknown, transmission: Transmission) => {
    mails.push(transmission);
    return { replyCode: 250, text: 'OK' };
  };
  const modules = [mailModule({ deliver }), faultModule, issuerModule, walletModule, openid4vpModule];
  const startsAt = Date.parse('2026-04-01T09:00:00+09:00');
  const { parameters = {}, outward, mechanism } = options;
  const world = createWorld({ seed: 7, startsAt, limits: defaultLimits, parameters }, modules);
  const name = { ja: '見本大学', en: 'Mihon University' };
  await world.perform(addSchool, { slug, name, ...(mechanism !== undefined && { mechanism }) });
  const { fetch, applications } = createServices(world, outward === undefined ? {} : { outward });
  const ask: StudentFixture['ask'] = (service, method, path, { bearer, body, type, headers } = {}) =>
    fetch(world.origins[service] + path, {
      method,
      headers: {
        'user-agent': phone,
        ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
        ...(body !== undefined && { 'content-type': type ?? 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && {
        body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
      }),
    });
  const as = (service: ServiceName, secret: string) => (method: string, path: string, body?: unknown) =>
    ask(service, method, path, { bearer: world.keys.secret(secret), ...(body !== undefined && { body }) });
  const asSchool = as('issuer', `school/${slug}`);
  const mailed = async (kind: string): Promise<string> => {
    await world.advance(600_000);
    const mail = mails.findLast((sent) => sent.kind === kind);
    if (mail === undefined) throw new Error(`no mail ${kind} left`);
    return tokenIn(mail);
  };
  const held = async () => {
    const bearerOfSchool = world.keys.secret(`school/${slug}`);
    const roster = `学籍番号,氏名,メールアドレス\n0012345,見本 花子,${hanako}\n`;
    const rosters = `/schools/${slug}/rosters?period=2026`;
    await ask('issuer', 'POST', rosters, { bearer: bearerOfSchool, body: roster, type: 'text/csv' });
    await asSchool('POST', `/schools/${slug}/issuances`, {});
    await ask('wallet', 'POST', '/registrations', { body: form(await mailed('issue-notice')).body });
    await ask('wallet', 'POST', '/activations', { body: { token: await mailed('activation') } });
    const login = { address: hanako, password, device: deviceOf(world, 'hs_0001') };
    const { session: bearer } = (await ask('wallet', 'POST', '/sessions', { body: login })).json<{ session: string }>();
    const received = await ask('wallet', 'POST', '/credentials/cred_0001/receive', { bearer });
    return { bearer, credential: 'cred_0001', secured: received.json<{ secured: string }>().secured };
  };
  return { world, modules, fetch, applications, ask, asSchool, asVerifier: as('verifier', 'verifier'), held };
}
