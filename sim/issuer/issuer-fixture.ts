import { type EventData, type EventName, eventsAfter, type SmtpReply, type Transmission } from '../events/index.ts';
import { faultModule } from '../faults/index.ts';
import {
  createWorld,
  defaultLimits,
  type Json,
  type Module,
  parseInstant,
  type RunningWorld,
} from '../kernel/index.ts';
import { mailModule } from '../mail/index.ts';
import {
  addSchool,
  credentialsOf,
  type ImportedRoster,
  importRoster,
  issuerModule,
  type ListedCredential,
  scheduleIssuance,
} from './index.ts';

export const startsAt = parseInstant('2026-04-01T09:00:00+09:00') ?? 0;
export const dayMs = 86_400_000;
export const school = 'mihon-university';

/** For tests: a world with a school, whose mail goes to a receiving side that answers what it is told to. */
export interface IssuerWorld {
  readonly world: RunningWorld;
  readonly transmissions: readonly Transmission[];
  /** Imports rows of `number,name,address`. */
  importRows(...rows: string[]): Promise<ImportedRoster>;
  /** Issues to everyone, or to the named, and lets the mail leave. Returns the issuance. */
  issue(...studentNumbers: string[]): Promise<string>;
  credentials(studentNumber?: string): ListedCredential[];
  /** The tokens of the links that went out to an address, oldest first. */
  tokens(address: string): string[];
  events<Name extends EventName>(type: Name): EventData<Name>[];
}

export interface IssuerWorldOptions {
  readonly seed?: number;
  readonly startsAt?: number;
  readonly issuer?: { readonly [name: string]: Json };
  /** Beside the mail and the issuer. */
  readonly modules?: readonly Module[];
  readonly answer?: (transmission: Transmission) => SmtpReply;
}

export async function issuerWorld(options: IssuerWorldOptions = {}): Promise<IssuerWorld> {
  const transmissions: Transmission[] = [];
  const deliver = (_: unknown, transmission: Transmission): SmtpReply => {
    transmissions.push(transmission);
    return options.answer?.(transmission) ?? { replyCode: 250, text: 'Ok' };
  };
  const world = createWorld(
    {
      seed: options.seed ?? 7,
      startsAt: options.startsAt ?? startsAt,
      limits: defaultLimits,
      parameters: { issuer: options.issuer ?? {} },
    },
    [mailModule({ deliver }), faultModule, issuerModule, ...(options.modules ?? [])],
  );
  await world.perform(addSchool, { slug: school, name: { ja: '見本大学', en: 'Mihon University' } });
  return {
    world,
    transmissions,
    importRows: (...rows) => importRoster(world, { school, bytes: rosterBytes(...rows) }),
    async issue(...studentNumbers) {
      const named = studentNumbers.length === 0 ? null : studentNumbers;
      const { issuance } = await world.perform(scheduleIssuance, {
        school,
        period: null,
        at: null,
        studentNumbers: named,
      });
      await world.advance(60_000);
      return issuance;
    },
    credentials: (studentNumber) => credentialsOf(world, school, studentNumber),
    tokens: (address) => transmissions.filter(({ forwardPath }) => forwardPath === address).map(tokenOf),
    events: (type) =>
      eventsAfter(world, 0)
        .filter((event) => event.type === type)
        .map((event) => event.data) as never,
  };
}

export function rosterBytes(...rows: string[]): Uint8Array {
  return new TextEncoder().encode(['学籍番号,氏名,メールアドレス', ...rows].join('\r\n'));
}

/** Rows of students A0001, A0002 … with an address each. */
export function rosterRows(count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const number = String(index + 1).padStart(4, '0');
    return `A${number},学生 ${number},s${number}@mihon-u.ac.jp`;
  });
}

/** The token of the link in a mail: its bodies are base64 (RFC 2045 §6.8). */
function tokenOf({ data }: Transmission): string {
  const bodies = [...data.toString('latin1').matchAll(/base64\r\n\r\n([A-Za-z0-9+/=\r\n]+)/g)];
  const text = bodies.map(([, body = '']) => Buffer.from(body, 'base64').toString('utf8')).join('\n');
  return /\/receive\/([\w-]{43})/.exec(text)?.[1] ?? '';
}
