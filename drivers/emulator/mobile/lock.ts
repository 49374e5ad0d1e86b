import { pause } from '../machine-time.ts';
import type { Phone } from '../phone/phone.ts';
import { type Given, optionalNumber } from './given.ts';

/** Stays locked, or for so many seconds. */
export async function lockFor(phone: Phone, given: Given): Promise<void> {
  await phone.setLocked(true);
  const seconds = optionalNumber(given, 'seconds') ?? 0;
  if (seconds <= 0) return;
  await pause(seconds * 1_000);
  await phone.setLocked(false);
}
