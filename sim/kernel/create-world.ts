import { hash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { blobTable } from './blobs.ts';
import type { Module } from './command.ts';
import { counterTable } from './counter.ts';
import { journalTable } from './journal.ts';
import { keyTable } from './keys.ts';
import { LiveWorld } from './live-world.ts';
import { eventTable } from './log.ts';
import type { Origin } from './origin.ts';
import type { RunningWorld } from './running-world.ts';
import { timerTable } from './timers.ts';

/** `todo` in ASCII: tells a world's file from a database of someone else (https://www.sqlite.org/pragma.html#pragma_application_id). */
export const applicationId = 0x746f646f;

const kernelTables = `
  PRAGMA application_id = ${applicationId};
  CREATE TABLE world (id INTEGER PRIMARY KEY CHECK (id = 1), now INTEGER NOT NULL, origin TEXT NOT NULL, schema TEXT NOT NULL) STRICT;
  ${counterTable} ${keyTable} ${timerTable} ${eventTable} ${blobTable} ${journalTable}`;

/** Names the shape of the database that a set of modules makes. */
export function schemaOf(modules: readonly Module[]): string {
  return hash('sha256', [kernelTables, ...modules.map((module) => module.tables)].join('\n'), 'hex').slice(0, 16);
}

/** A world in memory: it is gone with the process. {@link openWorld} keeps one in a file. */
export function createWorld(origin: Origin, modules: readonly Module[]): RunningWorld {
  const database = new DatabaseSync(':memory:');
  layWorld(database, origin, modules);
  return new LiveWorld(database, modules);
}

/** Makes the tables of a world and what its modules need to stand, in one transaction: all of it or nothing. */
export function layWorld(database: DatabaseSync, origin: Origin, modules: readonly Module[]): void {
  database.exec('BEGIN IMMEDIATE');
  database.exec(kernelTables);
  for (const module of modules) database.exec(module.tables);
  database
    .prepare('INSERT INTO world (id, now, origin, schema) VALUES (1, ?, ?, ?)')
    .run(origin.startsAt, JSON.stringify(origin), schemaOf(modules));
  new LiveWorld(database, modules).begin();
}
