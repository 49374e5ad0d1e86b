import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { ServiceError } from '../errors/index.ts';
import type { Module } from './command.ts';
import { applicationId, layWorld, schemaOf } from './create-world.ts';
import { LiveWorld } from './live-world.ts';
import type { Origin } from './origin.ts';
import type { RunningWorld } from './running-world.ts';

/** Where a world is kept. Beside the file stand `…-wal`, which is part of it, and `…-holder`. */
export interface WorldPlace {
  readonly file: string;
  /** Who opens it, in words for whoever finds it busy: `todoku serve, process 4711`. */
  readonly holder: string;
}

/**
 * The world of a file, as it was after its last command; a file that is not there, or empty, becomes a new world from
 * `origin`. What a caller was told (a command's result, a move of time) is on the disk by then. One process a file.
 * Throws ServiceError `world-file-busy`, `world-file-foreign`, `world-file-damaged`, `world-file-unusable`,
 * `world-format`.
 */
export function openWorld({ file, holder }: WorldPlace, origin: Origin, modules: readonly Module[]): RunningWorld {
  const holderFile = `${file}-holder`;
  const database = said(file, () => new DatabaseSync(file));
  try {
    said(file, () => take(database, origin, modules, file));
    writeFileSync(holderFile, holder);
    // Before the lock is let go of: the name must not be that of the next one.
    return new LiveWorld(database, modules, () => rmSync(holderFile, { force: true }));
  } catch (error) {
    database.close();
    throw error;
  }
}

function take(database: DatabaseSync, origin: Origin, modules: readonly Module[], file: string): void {
  // Held from the first read to the end of the process, however that comes.
  database.exec('PRAGMA locking_mode = EXCLUSIVE');
  const { application_id: application } = database.prepare('PRAGMA application_id').get() as { application_id: number };
  const isEmpty = database.prepare('SELECT 1 FROM sqlite_schema').get() === undefined;
  if (application !== applicationId && !(application === 0 && isEmpty))
    throw new ServiceError('world-file-foreign', { file });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA journal_size_limit = 67108864; PRAGMA cache_size = -16384');
  if (isEmpty) layWorld(database, origin, modules);
  else checkWhole(database, modules, file);
}

function checkWhole(database: DatabaseSync, modules: readonly Module[], file: string): void {
  const [check] = database.prepare('PRAGMA quick_check(1)').all() as { quick_check: string }[];
  if (check?.quick_check !== 'ok') throw new ServiceError('world-file-damaged', { file });
  const { schema } = database.prepare('SELECT schema FROM world').get() as { schema: string };
  const ours = schemaOf(modules);
  if (schema !== ours) throw new ServiceError('world-format', { reason: `schema ${schema}, not ${ours}` });
  // Takes the lock for writing, which a second reader would only miss at its first command.
  database.exec('BEGIN IMMEDIATE; COMMIT');
}

/** https://www.sqlite.org/rescode.html : the low byte is the kind of the error. */
const busy = 5;
const damaged = 11;
const noDatabase = 26;

/** Does something with the file; what SQLite says of it becomes an error that says what to do. */
function said<Result>(file: string, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    if (error instanceof ServiceError || !(error instanceof Error) || !('errcode' in error)) throw error;
    const kind = Number(error.errcode) & 0xff;
    if (kind === busy) throw new ServiceError('world-file-busy', { file, holder: holderOf(file) });
    if (kind === damaged) throw new ServiceError('world-file-damaged', { file });
    if (kind === noDatabase) throw new ServiceError('world-file-foreign', { file });
    throw new ServiceError('world-file-unusable', { file, reason: error.message });
  }
}

function holderOf(file: string): string {
  const holderFile = `${file}-holder`;
  if (statSync(holderFile, { throwIfNoEntry: false })?.isFile() !== true) return '?';
  return readFileSync(holderFile, 'utf8').slice(0, 200);
}
