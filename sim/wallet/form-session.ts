import { createHmac, timingSafeEqual } from 'node:crypto';
import { ServiceError } from '../errors/index.ts';
import type { World } from '../kernel/index.ts';
import { walletParameters } from './parameters.ts';

/**
 * When the form of a link was given out, sealed: `time.mac`, the time in milliseconds to base 36. The backend keeps
 * nothing of it, as opening a mail link changes nothing (invariant I10).
 */
export function newForm(world: World, token: string): string {
  const time = world.clock.now().toString(36);
  return `${time}.${seal(world, token, time)}`;
}

/** A form that was not given out here, or for another link, is refused as one that is too old. Throws ServiceError `form-expired`. */
export function requireFreshForm(world: World, token: string, form: string): void {
  const { formTtlMs } = walletParameters(world);
  const [time = '', mac = ''] = form.split('.');
  const isOurs = isSame(mac, seal(world, token, time));
  if (!isOurs || world.clock.now() - Number.parseInt(time, 36) >= formTtlMs) {
    throw new ServiceError('form-expired', { minutes: Math.round(formTtlMs / 60_000) });
  }
}

function seal(world: World, token: string, time: string): string {
  return createHmac('sha256', world.keys.secret('wallet/form')).update(`${time}|${token}`).digest('base64url');
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
