import { emit } from '#sim/events';
import { command, type Module, type World } from '#sim/kernel';
import { dnsDefaults } from './parameters.ts';
import {
  type BreakableRecord,
  hostRecords,
  type Placement,
  placementsOf,
  providerRecords,
  type SigningKey,
  spfOf,
} from './standard-records.ts';
import { putRecords, type RecordType, recordsOf, zoneTable } from './zone.ts';

export interface DnsPorts {
  /** What the zone publishes of the sender's DKIM key; asked when the world begins, after the modules before this one. */
  readonly signingKey: (world: World) => SigningKey;
}

/** Puts records in the place of all of that name and type; an empty list removes them. */
export const setRecords = command<
  { readonly name: string; readonly type: RecordType; readonly values: readonly string[] },
  void
>('dns.set', (world, { name, type, values }) => place(world, { name, type, values }));

/**
 * Breaks one of the sender's records, or mends it: the states of `dnsDefaults`. Throws ServiceError `dns-state-unknown`.
 */
export const breakRecord = command<{ readonly record: BreakableRecord; readonly state: string }, void>(
  'dns.break',
  (world, { record, state }) => {
    for (const placement of placements(world, record, state)) place(world, placement);
  },
);

/** The zone of a world. Stands after the module whose signing key it publishes. */
export function dnsModule({ signingKey }: DnsPorts): Module {
  return {
    name: 'dns',
    tables: zoneTable,
    commands: [setRecords, breakRecord],
    begin(world) {
      const { sendingAddress, sendingHost, spf, dkim, dmarc, domain, ptr } = world.parameters('dns', dnsDefaults);
      for (const { name, type, value } of [...providerRecords(), ...hostRecords(sendingHost, sendingAddress)]) {
        putRecords(world, name, type, [value]);
      }
      putRecords(world, sendingHost, 'TXT', [spfOf(sendingAddress)]);
      const { name, txt } = signingKey(world);
      putRecords(world, name, 'KEY', [txt]);
      for (const [record, state] of Object.entries({ spf, dkim, dmarc, domain, ptr })) {
        for (const placement of placements(world, record as BreakableRecord, state)) {
          putRecords(world, placement.name, placement.type, placement.values);
        }
      }
    },
  };
}

/** What stands in this world's zone when a record of the sender is in a state. */
export function placements(world: World, record: BreakableRecord, state: string): readonly Placement[] {
  const key = world.store.get<SigningKey>("SELECT name, value AS txt FROM dns_record WHERE type = 'KEY'");
  if (key === undefined) throw new TypeError('the zone has no signing key');
  return placementsOf(record, state, { parameters: world.parameters('dns', dnsDefaults), signingKey: key });
}

function place(world: World, { name, type, values }: Placement): void {
  const isNews = recordsOf(world, name, type).toSorted().join() !== values.toSorted().join();
  putRecords(world, name, type, values);
  if (isNews) emit(world, 'dns.changed', { name, type, values: [...values] });
}
