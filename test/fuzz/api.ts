import { scannerSites } from '#mocks/mailbox';
import { modules } from '#scenarios/runner';
import { createServices, type WorldServices } from '#sim/api';
import { injectFault } from '#sim/faults';
import { type RunningWorld, restoreWorld, snapshotWorld } from '#sim/kernel';
import { type ApiAnswer, wrongWith } from './api-answer.ts';
import { credentialsOf } from './api-credentials.ts';
import { type Operation, operationsAt, operationsOf } from './api-document.ts';
import { KnownValues, knownOf } from './api-known.ts';
import { type ApiRequest, requestFor } from './api-request.ts';
import { type ApiServer, startApiServer } from './api-server.ts';
import { badgeHosts } from './badge-host.ts';
import { Dice } from './dice.ts';
import { type FuzzedWorld, fuzzedWorld } from './fuzzed-world.ts';

export interface ApiOutcomes {
  accepted: number;
  refused: number;
  /** Operations that were answered well at least once, and those that never were. */
  readonly met: Set<string>;
  readonly unmet: Set<string>;
  /** Security schemes that `api-credentials.ts` has no row for. */
  readonly withoutCredentials: Set<string>;
}

/** So many requests go to one world, which what they do may change; then comes a fresh fork. */
const perWorld = 20;

/**
 * Sends requests that are drawn from the documents of the services: as they say, nearly so, and hostile. Throws an Error
 * that says what is wrong, with the seed and a curl line, at the first answer that is not as the documents say, that is
 * no answer, or that leaves something behind although it is a refusal.
 */
export async function fuzzApi(count: number, seed: number): Promise<ApiOutcomes> {
  const furnished = await fuzzedWorld();
  await using server = await startApiServer();
  using original = furnished.world;
  const operations = await operationsOf(original, furnished.play.fetch);
  const snapshot = snapshotWorld(original);
  const outcomes = outcomesFor(operations, furnished);
  const dice = new Dice(seed);
  const known = new KnownValues(knownOf(furnished), operations);
  for (let index = 0; index < count; index += perWorld) {
    using world = restoreWorld(snapshot, modules);
    const isFaulty = dice.chance(1, 12);
    if (isFaulty) {
      const service = dice.one(['issuer', 'wallet', 'verifier']);
      await world.perform(injectFault, { fault: 'service-down', value: { service } });
    }
    const turn = {
      world,
      services: createServices(world, { sites: scannerSites, outward: badgeHosts }),
      server,
      operations,
      isFaulty,
    };
    for (let at = index; at < Math.min(index + perWorld, count); at += 1) {
      const operation = dice.one(operations);
      const request = requestFor({ operation, dice, known: known.all, furnished });
      const answer = await judged(turn, request, `request ${at} of seed ${seed} (${operation.id})`);
      note(outcomes, operations, request, answer);
      if (answer.status < 400) known.learn(jsonOf(answer));
    }
    checkPrototypes(`requests ${index}… of seed ${seed}`);
  }
  return outcomes;
}

interface Turn {
  readonly world: RunningWorld;
  readonly services: WorldServices;
  readonly server: ApiServer;
  readonly operations: readonly Operation[];
  readonly isFaulty: boolean;
}

async function judged(turn: Turn, request: ApiRequest, which: string): Promise<ApiAnswer> {
  const { world, services, server, operations, isFaulty } = turn;
  const before = lastEntry(world);
  // A hash of every byte is dear: for what reads the journal too little, each hundredth request.
  const rows = before % 100 === 0 ? Buffer.from(world.serialize()) : undefined;
  let answer: ApiAnswer;
  try {
    answer = await server.send(services.applications[request.service], request);
  } catch (error) {
    throw new Error(`${which}: ${(error as Error).message}\n${curlOf(request, server.port)}`);
  }
  const commands = world.store
    .all<{ command: string }>('SELECT command FROM journal WHERE seq > ?', before)
    .map(({ command }) => command);
  const wrong =
    wrongWith(operations, request, answer, { commands, isFaulty }) ??
    (rows !== undefined && commands.length === 0 && !rows.equals(world.serialize())
      ? 'rows changed without a command'
      : undefined);
  if (wrong !== undefined) {
    throw new Error(
      `${which}: ${wrong}\n${curlOf(request, server.port)}\n${answer.status} ${answer.body.toString('utf8').slice(0, 600)}`,
    );
  }
  return answer;
}

function lastEntry(world: RunningWorld): number {
  return world.store.get<{ seq: number }>('SELECT coalesce(max(seq), 0) AS seq FROM journal')?.seq ?? 0;
}

function outcomesFor(operations: readonly Operation[], furnished: FuzzedWorld): ApiOutcomes {
  const schemes = operations.flatMap(({ scheme }) => (scheme === undefined ? [] : [scheme]));
  return {
    accepted: 0,
    refused: 0,
    met: new Set(),
    unmet: new Set(operations.filter(canBeAccepted).map(nameOf)),
    withoutCredentials: new Set(schemes.filter((scheme) => credentialsOf(scheme, furnished) === undefined)),
  };
}

/** One operation refuses everyone, and says so. */
function canBeAccepted({ answers }: Operation): boolean {
  return Object.keys(answers).some((status) => Number(status) < 400);
}

function nameOf({ service, id }: Operation): string {
  return `${service} ${id}`;
}

function note(outcomes: ApiOutcomes, operations: readonly Operation[], request: ApiRequest, answer: ApiAnswer): void {
  outcomes[answer.status < 400 ? 'accepted' : 'refused'] += 1;
  if (answer.status >= 400) return;
  for (const operation of operationsAt(operations, request.service, request.path)) {
    if (operation.method !== request.method) continue;
    outcomes.met.add(nameOf(operation));
    outcomes.unmet.delete(nameOf(operation));
  }
}

function jsonOf({ headers, body }: ApiAnswer): unknown {
  if (body.length === 0 || headers['content-type']?.includes('json') !== true) return undefined;
  return JSON.parse(body.toString('utf8'));
}

/** Members of every object there is, that no part of a request may add to. */
const members = Object.getOwnPropertyNames(Object.prototype).length;

function checkPrototypes(which: string): void {
  if (Object.getOwnPropertyNames(Object.prototype).length !== members)
    throw new Error(`${which}: a prototype was polluted`);
}

/** The request as a command, to be tried on a served world. */
function curlOf({ method, path, headers, body }: ApiRequest, port: number): string {
  const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
  const parts = [`curl --path-as-is -X ${method}`, quoted(`http://127.0.0.1:${port}${path}`)];
  for (const [name, value] of Object.entries(headers)) parts.push('-H', quoted(`${name}: ${value}`));
  if (body === undefined) return parts.join(' ');
  const isShort = body.length <= 2_000;
  const shown = isShort
    ? body.toString('base64')
    : `${body.subarray(0, 300).toString('base64')}… (${body.length} bytes)`;
  return `echo ${shown} | base64 -d | ${[...parts, '--data-binary', '@-'].join(' ')}`;
}
