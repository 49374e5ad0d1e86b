import { hash } from 'node:crypto';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ServiceError } from '#sim/errors';
import type { RunningWorld } from '#sim/kernel';
import { followMachine } from '../real-time.ts';
import { createServedWorld, type ServedWorld, type ServedWorldOptions } from '../served-world.ts';
import { serve as openMailPorts, type ServingOptions } from '../serving.ts';
import { fireDueTimers } from './due-timers.ts';
import type { OtherWorlds } from './harness/harness-context.ts';
import { createHarness } from './harness/harness-router.ts';
import type { ServiceName } from './ports.ts';
import { type AttachOptions, portsOfOrigins, takeWebPorts, type WebPorts } from './web-services.ts';
import { addressOf, type Served, type WorldAddress } from './world-address.ts';

export interface WorldsOptions extends AttachOptions, Pick<ServingOptions, 'friendly' | 'corsOrigin'> {
  /** Where worlds are kept, a file each; in memory when absent. */
  readonly folder: string | undefined;
  readonly tokenHash: string;
  readonly isRealTime: boolean;
  readonly isSecure: boolean;
  /** How many may be open at once; 64 when absent. */
  readonly worldsMax?: number;
  /** What every world is made with. */
  readonly making: Omit<ServedWorldOptions, 'origins' | 'place' | 'cell' | 'mailboxes'>;
}

export interface OpenedWorld extends Partial<Pick<ServedWorldOptions, 'seed' | 'startsAt' | 'cell' | 'mailboxes'>> {
  readonly name: string;
  /** 0 takes any that is free; the usual one when absent, or any when that is taken. */
  readonly ports: { readonly [service in ServiceName]?: number | undefined };
}

/** What a world is called that nobody named. */
export const usualWorld = 'main';

const worldsMaxDefault = 64;
const free = { issuer: 0, wallet: 0, verifier: 0, smtp: 0, http: 0, mailpit: 0, imap: 0, pop3: 0 } as const;

interface Open {
  readonly served: Served;
  readonly parts: AsyncDisposableStack;
}

/** The worlds that one program serves side by side: each with its own ports, clock, mails and file. */
export class Worlds implements OtherWorlds, AsyncDisposable {
  readonly #open = new Map<string, Open>();
  /** Names that are being opened right now. */
  readonly #taken = new Set<string>();
  readonly #options: WorldsOptions;

  constructor(options: WorldsOptions) {
    this.#options = options;
  }

  list(): WorldAddress[] {
    return [...this.#open.values()].map(({ served }) => addressOf(served));
  }

  served(): Served[] {
    return [...this.#open.values()].map(({ served }) => served);
  }

  async open(asked: {
    readonly name: string;
    readonly seed?: number;
    readonly startsAt?: number;
  }): Promise<WorldAddress> {
    return addressOf(await this.start({ ...asked, ports: free }));
  }

  /** Throws ServiceError `world-name-invalid`, `world-exists`, `worlds-too-many`, `port-taken`, `world-…`. */
  async start(asked: OpenedWorld): Promise<Served> {
    const { name } = asked;
    if (!isWorldName(name)) throw new ServiceError('world-name-invalid', { given: name.slice(0, 60) });
    if (this.#open.has(name) || this.#taken.has(name)) throw new ServiceError('world-exists', { name });
    const { worldsMax = worldsMaxDefault } = this.#options;
    if (this.#open.size + this.#taken.size >= worldsMax) throw new ServiceError('worlds-too-many', { max: worldsMax });
    this.#taken.add(name);
    try {
      const open = await this.#startAll(asked);
      this.#open.set(name, open);
      return open.served;
    } finally {
      this.#taken.delete(name);
    }
  }

  async close(name: string): Promise<void> {
    const open = this.#open.get(name);
    if (open === undefined) throw new ServiceError('world-unknown', { name });
    this.#open.delete(name);
    await open.parts[Symbol.asyncDispose]();
    const file = this.#fileOf(name);
    if (file !== undefined) for (const end of ['', '-wal', '-shm', '-holder']) rmSync(file + end, { force: true });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([...this.#open.values()].map(({ parts }) => parts[Symbol.asyncDispose]()));
    this.#open.clear();
  }

  #fileOf(name: string): string | undefined {
    return this.#options.folder === undefined ? undefined : join(this.#options.folder, `${name}.world`);
  }

  async #startAll(asked: OpenedWorld): Promise<Open> {
    const { isRealTime } = this.#options;
    await using parts = new AsyncDisposableStack();
    const { web, made } = await this.#make(asked);
    const { world, run } = made;
    // From the last to the first: nobody is answered any more, then what is under way ends, then the world is closed.
    parts.use(made);
    parts.defer(() => world.look(() => undefined));
    parts.use(web);
    parts.use(isRealTime ? followMachine(world) : fireDueTimers(world));
    const mail = parts.use(await openMailPorts(world, this.#mailOptions(asked, world)));
    web.attach(world, this.#options);
    const served = { name: asked.name, world, run, ports: { ...web.ports, ...mail.ports }, isRealTime };
    return { served, parts: parts.move() };
  }

  #mailOptions({ name, ports }: OpenedWorld, world: RunningWorld): ServingOptions {
    const { tokenHash, isRealTime, friendly = false, corsOrigin } = this.#options;
    const harness = createHarness({ name, world, tokenHash, isRealTime, worlds: this }, this.#options);
    return { ports, friendly, harness, ...(corsOrigin !== undefined && { corsOrigin }) };
  }

  /** A world, with the ports that it lives at taken and silent. */
  async #make(asked: OpenedWorld): Promise<{ readonly web: WebPorts; readonly made: ServedWorld }> {
    const { making, isSecure } = this.#options;
    const { name, ports, cell, mailboxes = [], seed = seedOf(name, making.seed), startsAt = making.startsAt } = asked;
    const file = this.#fileOf(name);
    const place = file === undefined ? undefined : { file, holder: `todoku serve, process ${process.pid}` };
    const web = await takeWebPorts({ ports, isSecure });
    let made: ServedWorld | undefined;
    try {
      made = await createServedWorld({ ...making, seed, startsAt, mailboxes, cell, place, origins: web.origins });
      if (made.world.origins.issuer === web.origins.issuer && isSamePlace(made.world, web)) return { web, made };
      await web[Symbol.asyncDispose]();
      return { web: await this.#takeKeptPorts(made.world, asked, file ?? ''), made };
    } catch (error) {
      await web[Symbol.asyncDispose]();
      made?.[Symbol.dispose]();
      throw error;
    }
  }

  /** The ports that a world of a file was made at, where its links lead. Throws ServiceError `world-lives-elsewhere`, `world-port-taken`, `world-format`. */
  async #takeKeptPorts({ origins }: RunningWorld, { ports }: OpenedWorld, file: string): Promise<WebPorts> {
    const kept = portsOfOrigins(origins);
    if (kept === undefined) throw new ServiceError('world-format', { reason: `lives at ${origins.issuer}` });
    for (const name of ['issuer', 'wallet', 'verifier'] as const) {
      const port = ports[name];
      if (port === undefined || port === 0 || port === kept.ports[name]) continue;
      throw new ServiceError('world-lives-elsewhere', { file, kept: origins[name], option: `--${name}-port` });
    }
    if (this.#options.isSecure && !kept.isSecure) {
      throw new ServiceError('world-lives-elsewhere', { file, kept: origins.issuer, option: '--tls' });
    }
    try {
      return await takeWebPorts(kept);
    } catch (error) {
      if (!(error instanceof ServiceError) || error.code !== 'port-taken') throw error;
      const { port = '?', reason = '?' } = error.parameters;
      throw new ServiceError('world-port-taken', { file, kept: `localhost:${port}`, reason }, { cause: error });
    }
  }
}

function isSamePlace({ origins }: RunningWorld, web: WebPorts): boolean {
  return origins.wallet === web.origins.wallet && origins.verifier === web.origins.verifier;
}

/** Worlds of one start are different ones, so that no secret of one opens another; the usual one has the seed itself. */
function seedOf(name: string, seed: number): number {
  return name === usualWorld ? seed : hash('sha256', `world|${seed}|${name}`, 'buffer').readUInt32BE(0);
}

/** A name is part of a file's name, of a host's and of a URL. */
function isWorldName(name: string): boolean {
  return /^[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?$/.test(name);
}

/** The worlds that a folder keeps, by name. */
export function keptWorlds(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.world') && statSync(join(folder, file)).isFile())
    .map((file) => file.slice(0, -'.world'.length))
    .filter(isWorldName)
    .sort();
}
