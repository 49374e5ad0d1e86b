import { faultModule } from '../faults/index.ts';
import { addSchool, issuerModule } from '../issuer/index.ts';
import { createWorld, defaultLimits, parseInstant, type RunningWorld, simulatedOrigins } from '../kernel/index.ts';
import { mailModule } from '../mail/index.ts';
import { checkedFetch } from './checked-fetch-fixture.ts';
import { createServices, services } from './services.ts';

const startsAt = parseInstant('2026-04-01T09:00:00+09:00') ?? 0;
export const school = '/schools/mihon-university';
export const address = 'hanako@docomo.ne.jp.test';
export const roster = '学籍番号,氏名,メールアドレス\nA1,見本 花子,hanako@docomo.ne.jp\nA2,,taro@gmail.com\n';

/** For tests: the issuer behind its HTTP, with a school. */
export interface IssuerApi {
  readonly world: RunningWorld;
  /** The tokens of the links that went out, oldest first. */
  readonly tokens: string[];
  call(
    method: string,
    path: string,
    options?: { as?: string; body?: unknown; type?: string; headers?: Record<string, string> },
  ): Promise<Answer>;
}
export interface Answer {
  readonly status: number;
  readonly type: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  /** Empty when it is no JSON. */
  readonly body: { readonly [name: string]: unknown };
  readonly text: string;
}

export async function issuerApi(): Promise<IssuerApi> {
  const tokens: string[] = [];
  const world = createWorld({ seed: 7, startsAt, limits: defaultLimits, parameters: {} }, [
    mailModule({
      deliver(_, { data }) {
        const [, body = ''] = /base64\r\n\r\n([A-Za-z0-9+/=\r\n]+)/.exec(data.toString('latin1')) ?? [];
        tokens.push(/\/receive\/([\w-]+)/.exec(Buffer.from(body, 'base64').toString('utf8'))?.[1] ?? '');
        return { replyCode: 250, text: 'Ok' };
      },
    }),
    faultModule,
    issuerModule,
  ]);
  await world.perform(addSchool, { slug: 'mihon-university', name: { ja: '見本大学', en: 'Mihon University' } });
  const fetchIn = checkedFetch(services.issuer, createServices(world).fetch);
  return {
    world,
    tokens,
    async call(method, path, { as, body, type = 'application/json', headers: more = {} } = {}) {
      const response = await fetchIn(simulatedOrigins.issuer + path, {
        method,
        headers: {
          ...more,
          ...(as !== undefined && { authorization: `Bearer ${world.keys.secret(as)}` }),
          ...(body !== undefined && { 'content-type': type }),
        },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const { status, headers } = response;
      const contentType = headers['content-type'];
      const json = contentType?.includes('json') === true ? response.json<Answer['body']>() : {};
      return { status, headers, type: contentType, body: json, text: response.body.toString('utf8') };
    },
  };
}

export const asSchool = { as: 'school/mihon-university' };
const asWallet = { as: 'wallet' };
export function post(issuer: IssuerApi, path: string, body: unknown, as = asWallet): Promise<Answer> {
  return issuer.call('POST', path, { ...as, body });
}

/** With a student ID issued and its mail sent. */
export async function issuedApi(): Promise<IssuerApi> {
  const issuer = await issuerApi();
  await issuer.call('POST', `${school}/rosters?period=2026`, { ...asSchool, body: roster, type: 'text/csv' });
  await post(issuer, `${school}/issuances`, {}, asSchool);
  await issuer.world.advance(60_000);
  return issuer;
}
