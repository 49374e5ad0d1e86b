import type { RunningWorld } from '#sim/kernel';
import { walletDefaults } from '#sim/wallet';
import type { Operation } from './api-document.ts';
import { password, phone, publicKey } from './furnished-world.ts';
import type { FuzzedWorld } from './fuzzed-world.ts';
import type { Known } from './schema-value.ts';

const perName = 12;

/** The values that requests are made of, by the name they go under; answers add to them. */
export class KnownValues {
  readonly #values = new Map<string, unknown[]>();

  readonly #paths: readonly RegExp[];

  constructor(known: Known, operations: readonly Operation[]) {
    this.#paths = [...new Set(operations.map(({ path }) => path))].map(
      (path) => new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
    );
    for (const [name, values] of known) this.#values.set(name, [...values]);
  }

  get all(): Known {
    return this.#values;
  }

  /** Takes what stands in an answer: texts and small objects by their name, the newest few of each. */
  learn(value: unknown, name = '', depth = 0): void {
    if (depth > 6 || value === null || value === undefined) return;
    if (typeof value !== 'object') {
      if (typeof value !== 'string' || value.length > 4_000) return;
      if (name !== '') this.#keep(name, value);
      if (value.startsWith('https://')) this.#learnAddress(value);
      return;
    }
    if (Array.isArray(value)) {
      for (const one of value.slice(0, 5)) this.learn(one, name.replace(/s$/, ''), depth + 1);
      return;
    }
    for (const [member, one] of Object.entries(value).slice(0, 40)) this.learn(one, member, depth + 1);
  }

  /** An address that one of our operations stands at tells the names in its path. */
  #learnAddress(address: string): void {
    const path = URL.parse(address)?.pathname ?? '';
    for (const pattern of this.#paths) {
      for (const [name, value] of Object.entries(pattern.exec(path)?.groups ?? {})) this.#keep(name, value);
    }
  }

  #keep(name: string, value: string): void {
    if (typed.has(name)) return;
    const values = this.#values.get(name) ?? [];
    if (values.includes(value)) return;
    // What the world was furnished with stays: it is what opens doors.
    this.#values.set(name, values.length >= perName ? [...values.slice(0, perName - 3), value] : [...values, value]);
  }
}

/** Names that have all they need, and names of JSON Schema and of problem details, whose values mean something else elsewhere. */
const typed: ReadonlySet<string> = new Set([
  'type',
  'title',
  'detail',
  'nextStep',
  'status',
  'description',
  'body',
  'school',
  'state',
  'code',
  'error',
  'credential',
]);

const roster = (rows: string): string => `学籍番号,氏名,フリガナ,メールアドレス,学部\n${rows}\n`;

function ids(world: RunningWorld, sql: string): string[] {
  return world.store.all<{ id: string }>(sql).map(({ id }) => id);
}

/** What of the interfaces was furnished comes first to each name. */
export function knownOf(fuzzed: FuzzedWorld): Known {
  const known = new Map(fuzzed.known);
  for (const [name, values] of walletKnown(fuzzed)) known.set(name, [...(known.get(name) ?? []), ...values]);
  return known;
}

function walletKnown({ world, tokens, addresses }: FuzzedWorld): Known {
  const credentials = ids(world, 'SELECT credential AS id FROM issuer_credential ORDER BY credential');
  const devices = ids(world, 'SELECT id FROM wallet_device ORDER BY id');
  const { receive, activation, reset, address, session, endedSession } = tokens;
  return new Map<string, readonly unknown[]>([
    ['school', ['mihon-university', 'mihon-university', 'kasumi-college', 'nobody']],
    ['key', ids(world, 'SELECT key_id AS id FROM issuer_key ORDER BY name')],
    ['list', ['1']],
    ['purpose', ['revocation', 'suspension']],
    ['credential', credentials],
    ['credentials', [credentials, credentials.slice(0, 1), ['cred_9999']]],
    ['device', [...devices, 'dev_9999']],
    ['token', [receive, activation, reset, address]],
    ['session', [session, endedSession]],
    ['address', [...Object.values(addresses), 'nobody@gmail.com.test']],
    ['addresses', [[addresses.hanako], [addresses.taro, addresses.yoshino]]],
    ['password', [password, password, password, 'Atarashii26!', 'wrong']],
    ['terms', [walletDefaults.termsVersion]],
    ['privacyPolicy', [walletDefaults.privacyPolicyVersion]],
    ['publicKey', [publicKey]],
    ['name', ['見本 花子', 'Hanako']],
    ['studentNumber', ['2026A0123', '2026A0124', '00260012', '9999']],
    ['issuance', ids(world, 'SELECT issuance AS id FROM issuer_issuance ORDER BY issuance')],
    ['period', ['2026', '2027', '0']],
    ['lang', ['ja', 'en']],
    ['user-agent', [phone]],
    [
      'body',
      [roster('2026A0125,見本 三郎,ミホン サブロウ,saburo@gmail.com,文学部'), roster('"'), roster('x,y,z'), '\0'],
    ],
  ]);
}
