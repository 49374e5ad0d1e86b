import { emit } from '../events/index.ts';
import { command, type Json, type Module, remembered, type World } from '../kernel/index.ts';
import type { Fault, FaultValue } from './fault.ts';
import { oldKeysWithdrawn } from './old-keys-withdrawn.ts';
import { serviceDown } from './service-down.ts';
import { verifierOffline } from './verifier-offline.ts';

/** Every fault there is, by id. */
export const faults: Readonly<Record<string, Fault>> = {
  [serviceDown.id]: serviceDown,
  [oldKeysWithdrawn.id]: oldKeysWithdrawn,
  [verifierOffline.id]: verifierOffline,
};

export interface ActiveFault {
  readonly fault: string;
  readonly value: FaultValue;
}

// Every request asks, and faults come and go seldom.
const everyFault = remembered(['fault'], (world: World): readonly ActiveFault[] =>
  world.store
    .all<{ fault: string; value: string }>('SELECT fault, value FROM fault ORDER BY id')
    .map((row) => ({ fault: row.fault, value: JSON.parse(row.value) as FaultValue })),
);

export function activeFaults(world: World): readonly ActiveFault[] {
  return everyFault(world, 'all');
}

export function isDown(world: World, service: 'issuer' | 'wallet' | 'verifier'): boolean {
  return activeFaults(world).some(({ fault, value }) => fault === serviceDown.id && value.service === service);
}

export function isOffline(world: World, verifier: 'gate' | 'counter'): boolean {
  return activeFaults(world).some(({ fault, value }) => fault === verifierOffline.id && value.at === verifier);
}

/** Whether the issuer publishes its newest signing key only. */
export function hidesOldKeys(world: World): boolean {
  return activeFaults(world).some(({ fault }) => fault === oldKeysWithdrawn.id);
}

type Given = { readonly fault: string; readonly value: { readonly [name: string]: Json | undefined } };

export const injectFault = command<Given, void>('fault.inject', (world, { fault, value }) => {
  const known = knownFault(fault);
  world.store.run('INSERT INTO fault (fault, value) VALUES (?, ?)', fault, JSON.stringify(value));
  emit(world, 'fault.injected', { fault, sentence: known.sentence(value as FaultValue) });
});

/** Heals every fault of that id. */
export const healFault = command<{ readonly fault: string }, void>('fault.heal', (world, { fault }) => {
  const { healed } = knownFault(fault);
  world.store.run('DELETE FROM fault WHERE fault = ?', fault);
  emit(world, 'fault.healed', { fault, sentence: healed });
});

function knownFault(id: string): Fault {
  const known = faults[id];
  if (known === undefined) throw new TypeError(`no fault ${id}`);
  return known;
}

export const faultModule: Module = {
  name: 'fault',
  tables: 'CREATE TABLE fault (id INTEGER PRIMARY KEY, fault TEXT NOT NULL, value TEXT NOT NULL) STRICT;',
  commands: [injectFault, healFault],
};
