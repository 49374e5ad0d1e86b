import { sign } from 'node:crypto';
import type { World } from '#sim/kernel';

const stepMs = 30_000;

/**
 * What the card's QR holds: `todoku:1:<credential>:<time step>:<device>:<signature>`. The device key signs all before
 * the last colon, so a picture of it is worth nothing a step later.
 */
export function qrText(
  world: World,
  handset: string,
  shown: { credential: string; device: string; now: number },
): string {
  const signed = `todoku:1:${shown.credential}:${Math.floor(shown.now / stepMs)}:${shown.device}`;
  const { privateKey } = world.keys.ed25519(`handset/${handset}`);
  return `${signed}:${sign(null, Buffer.from(signed, 'utf8'), privateKey).toString('base64url')}`;
}
