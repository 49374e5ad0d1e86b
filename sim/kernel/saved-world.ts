import { DatabaseSync } from 'node:sqlite';
import { ServiceError } from '../errors/index.ts';
import type { Module } from './command.ts';
import { createWorld, schemaOf } from './create-world.ts';
import type { JournalEntry } from './journal.ts';
import { LiveWorld } from './live-world.ts';
import type { Origin } from './origin.ts';
import type { RunningWorld } from './running-world.ts';

/** A world's whole database at one moment. */
export interface Snapshot {
  readonly format: 1;
  readonly schema: string;
  readonly bytes: Uint8Array;
}

/** A world as its origin and what it was told: small, readable, and enough to make it again. */
export interface SavedWorld {
  readonly format: 1;
  readonly schema: string;
  readonly origin: Origin;
  readonly journal: readonly JournalEntry[];
}

export function snapshotWorld(world: RunningWorld): Snapshot {
  return { format: 1, schema: schemaOf(world.modules), bytes: world.serialize() };
}

/**
 * A world of its own that goes on from the snapshot: a fork while the first lives on, a rewind when it does not.
 * Throws ServiceError `world-format`.
 */
export function restoreWorld(snapshot: Snapshot, modules: readonly Module[]): RunningWorld {
  checkFormat(snapshot, modules);
  const database = new DatabaseSync(':memory:');
  database.deserialize(snapshot.bytes);
  return new LiveWorld(database, modules);
}

/** Throws ServiceError `journal-forgotten`. */
export function saveWorld(world: RunningWorld): SavedWorld {
  const journal = world.journal.entries();
  if ((journal[0]?.seq ?? 1) > 1) throw new ServiceError('journal-forgotten');
  return { format: 1, schema: schemaOf(world.modules), origin: world.origin, journal };
}

/** Makes the world again by replaying its journal, up to and with entry `upTo`. Throws ServiceError `world-format`. */
export async function loadWorld(
  saved: SavedWorld,
  modules: readonly Module[],
  upTo: number = Number.POSITIVE_INFINITY,
): Promise<RunningWorld> {
  checkFormat(saved, modules);
  const world = createWorld(saved.origin, modules);
  for (const entry of saved.journal) {
    if (entry.seq > upTo) break;
    await world.replay(entry);
  }
  return world;
}

function checkFormat(saved: { readonly format: unknown; readonly schema: unknown }, modules: readonly Module[]): void {
  if (saved.format !== 1) throw new ServiceError('world-format', { reason: `format ${String(saved.format)}, not 1` });
  const schema = schemaOf(modules);
  if (saved.schema !== schema) {
    throw new ServiceError('world-format', { reason: `schema ${String(saved.schema)}, not ${schema}` });
  }
}
