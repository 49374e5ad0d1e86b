import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Cell } from '#scenarios/runner';
import { ServiceError } from '#sim/errors';
import { systemNow, tokenHash } from '#sim/kernel';
import { owaspPasswordCost, walletDefaults } from '#sim/wallet';
import type { CliCommand, Options } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { interruption } from './interruption.ts';
import { standardStart } from './mail-trace.ts';
import { mailboxesOf } from './mailbox-option.ts';
import { oneCell } from './one-cell.ts';
import { harnessTokenFor } from './serve/harness-token-file.ts';
import type { ServiceName } from './serve/ports.ts';
import {
  capturesMaxDefault,
  portMax,
  requestsPerMinuteDefault,
  serveOptions,
  serviceNames,
} from './serve/serve-options.ts';
import { keptWorlds, usualWorld, Worlds } from './serve/worlds.ts';
import { servedJson, servedText } from './serve-text.ts';

const standardSeed = 1;

export const serve: CliCommand = {
  takes: '',
  wordsMax: 0,
  options: serveOptions,
  examples: [
    'npx todoku serve',
    'npx todoku serve --mailbox hanako@docomo.sim --mailbox taro@au.sim:au:easySetting=recommended',
    'npx todoku serve --data worlds --world team-a --world team-b',
    'npx todoku serve --tls --real-time',
    'npx todoku serve --scenario S-2.2-01 --cell provider=docomo',
    'npx todoku serve --smtp-port 0 --http-port 0 --mailpit-port 0 --imap-port 0 --pop3-port 0 --json',
  ],
  async run({ options, language, terminal }) {
    const ports = portsOf(options);
    const cell = cellOf(options, terminal.folder);
    const mailboxes = mailboxesOf(options, terminal.folder);
    const folder = folderOf(options, terminal.folder);
    const token = harnessTokenFor(options.text('token'), folder);
    const ended = interruption();
    await using worlds = new Worlds({ ...worldsOptions(options), folder, tokenHash: tokenHash(token) });
    for (const [index, name] of namesOf(options, folder).entries()) {
      // The usual ports can only be one world's; what shall be prepared is prepared there.
      const isFirst = index === 0;
      await worlds.start({ name, ports: isFirst ? ports : freePorts(), ...(isFirst && { cell, mailboxes }) });
    }
    const told = { worlds: worlds.served(), token, isSecure: options.has('tls') };
    terminal.write(options.has('json') ? servedJson(told) : servedText(told, language));
    await ended;
    return exitCodes.well;
  },
};

function worldsOptions(options: Options) {
  const isRealTime = options.has('real-time');
  const corsOrigin = options.text('cors-origin');
  return {
    isRealTime,
    isSecure: options.has('tls'),
    friendly: options.has('friendly'),
    corsOrigins: options.all('cors-origin'),
    reach: options.all('reach'),
    requestsPerMinute: options.number('rate-limit') ?? requestsPerMinuteDefault,
    making: {
      seed: options.number('seed') ?? standardSeed,
      startsAt: isRealTime ? systemNow() : standardStart,
      capturesMax: Math.max(1, options.number('keep') ?? capturesMaxDefault),
      passwordCost: options.has('fast-passwords') ? walletDefaults.passwordCost : owaspPasswordCost,
      trustsSenders: !options.has('judge-senders'),
    },
    ...(corsOrigin !== undefined && { corsOrigin }),
  };
}

/** Those that are asked for first, then the others that the folder keeps: the harness may have opened them. */
function namesOf(options: Options, folder: string | undefined): string[] {
  const asked = options.has('world') ? options.all('world') : [usualWorld];
  const kept = folder === undefined ? [] : keptWorlds(folder);
  return [...asked, ...kept.filter((name) => !asked.includes(name))];
}

/** Throws ServiceError `option-value`. */
function portsOf(options: Options): Readonly<Record<ServiceName, number | undefined>> {
  const ports = serviceNames.map((name) => [name, portOf(options, `${name}-port`)]);
  return Object.fromEntries(ports) as Record<ServiceName, number | undefined>;
}

function portOf(options: Options, name: string): number | undefined {
  const port = options.number(name);
  if (port === undefined || port <= portMax) return port;
  throw new ServiceError('option-value', { option: `--${name}`, expected: `0…${portMax}`, given: port });
}

function freePorts(): Readonly<Record<ServiceName, number>> {
  return Object.fromEntries(serviceNames.map((name) => [name, 0])) as Record<ServiceName, number>;
}

/**
 * Throws ServiceError `options-exclude`: a scenario is played in a world of its own, not after what others did in it;
 * `world-file-unusable`.
 */
function folderOf(options: Options, from: string): string | undefined {
  const given = options.text('data');
  if (given === undefined) return undefined;
  if (options.has('scenario')) throw new ServiceError('options-exclude', { one: '--scenario', other: '--data' });
  const folder = resolve(from, given);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new ServiceError('world-file-unusable', { file: folder, reason }, { cause: error });
  }
  return folder;
}

/** Throws ServiceError `argument-missing`, `selection-ambiguous`, and what reading a scenario throws. */
function cellOf(options: Options, from: string): Cell | undefined {
  const word = options.text('scenario');
  if (word === undefined) {
    if (!options.has('cell')) return undefined;
    throw new ServiceError('argument-missing', { command: '--cell', expected: '--scenario ID' });
  }
  return oneCell(word, options, from);
}
