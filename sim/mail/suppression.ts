import { emit } from '../events/index.ts';
import type { Instant, World } from '../kernel/index.ts';
import { addressKey } from './address.ts';

export const suppressionTable = `
  CREATE TABLE mail_suppression (
    address_key TEXT PRIMARY KEY, address TEXT NOT NULL, message TEXT NOT NULL, since INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;`;

/** True when nothing is sent to the address any more, because its host said that there is no such user. */
export function isSuppressed(world: World, address: string): boolean {
  return world.store.get('SELECT 1 FROM mail_suppression WHERE address_key = ?', addressKey(address)) !== undefined;
}

/** An address that nothing is sent to, and the mail that its host refused. */
export interface Suppression {
  readonly address: string;
  readonly message: string;
  readonly since: Instant;
}

/** Every suppressed address, the longest suppressed first. */
export function suppressions(world: World): Suppression[] {
  return world.store.all('SELECT address, message, since FROM mail_suppression ORDER BY since, address_key');
}

/** Lets mail go to the address again: a clerk's resend does this. Only inside a command. */
export function liftSuppression(world: World, address: string): void {
  const changed = world.store.run('DELETE FROM mail_suppression WHERE address_key = ?', addressKey(address));
  if (changed > 0) emit(world, 'mail.suppression-lifted', { address });
}

export function suppress(world: World, address: string, message: string): void {
  const changed = world.store.run(
    'INSERT INTO mail_suppression (address_key, address, message, since) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
    addressKey(address),
    address,
    message,
    world.clock.now(),
  );
  if (changed > 0) emit(world, 'mail.suppressed', { message, address });
}
