import { createServiceWorld, type ServiceWorld } from '#sim/api';
import type { SmtpReply, Transmission } from '#sim/events';
import type { Response, RunningWorld } from '#sim/kernel';
import type { SampleStudent } from './sample-students.ts';

export interface SampleSchoolOptions {
  readonly seed: number;
  /** RFC 3339. */
  readonly startsAt: string;
  readonly mechanism: string;
  readonly students: readonly SampleStudent[];
  readonly reply?: (transmission: Transmission) => SmtpReply;
}

/** A school in a world of its own that has issued to its students, reached as the outside reaches it. */
export interface SampleSchool {
  readonly world: RunningWorld;
  readonly sent: ServiceWorld['sent'];
  asSchool(path: string, body: string, type?: string): Promise<Response>;
  asWallet(path: string, body: object): Promise<Response>;
  /** A request of a student's phone. */
  asStudent(method: string, path: string, body?: object): Promise<Response>;
  /** What anyone may read. */
  read(url: string): Promise<Response>;
  [Symbol.dispose](): void;
}

const slug = 'mihon-university';
const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1';

export async function openSampleSchool(options: SampleSchoolOptions): Promise<SampleSchool> {
  const { seed, startsAt, mechanism, students, reply } = options;
  const made = createServiceWorld({ seed, startsAt: Date.parse(startsAt), ...(reply !== undefined && { reply }) });
  const { world, services } = made;
  const ask = async (url: string, request: Parameters<typeof services.fetch>[1]): Promise<Response> => {
    const response = await services.fetch(url, request);
    if (response.status >= 400) throw new TypeError(`a sample could not be made: ${response.body.toString()}`);
    return response;
  };
  const post = (url: string, authorization: string, body: string, type = 'application/json') =>
    ask(url, { method: 'POST', headers: { authorization, 'content-type': type, accept: 'application/json' }, body });
  const school: SampleSchool = {
    world,
    sent: made.sent,
    asSchool: (path, body, type) =>
      post(`${world.origins.issuer}/schools/${slug}/${path}`, `Bearer ${made.schoolToken(slug)}`, body, type),
    asWallet: (path, body) =>
      post(`${world.origins.issuer}${path}`, `Bearer ${world.keys.secret('wallet')}`, JSON.stringify(body)),
    asStudent: (method, path, body) =>
      ask(`${world.origins.wallet}${path}`, {
        method,
        headers: { 'user-agent': phone, accept: 'application/json', 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    read: (url) => ask(url, {}),
    [Symbol.dispose]: () => made[Symbol.dispose](),
  };
  await made.addSchool({ slug, name: { ja: '見本大学', en: 'Mihon University' }, mechanism });
  const rows = students.map(({ studentNumber, name, address }) => `${studentNumber},${name},${address}\n`);
  await school.asSchool('rosters', `学籍番号,氏名,メールアドレス\n${rows.join('')}`, 'text/csv');
  await school.asSchool('issuances', '{}');
  await world.advance(600_000);
  return school;
}

/** The address of the school's profile and of what lies below it. */
export function profileUrl({ world }: SampleSchool): string {
  return `${world.origins.issuer}/schools/${slug}`;
}
