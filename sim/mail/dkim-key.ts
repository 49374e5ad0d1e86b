import type { World } from '../kernel/index.ts';

const keyName = 'dkim/openbadge.net';
export const dkimDomain = 'openbadge.net';
export const dkimSelector = 'todoku';

/** What the zone of openbadge.net publishes of the signing key. */
export interface DkimRecord {
  readonly name: string;
  readonly txt: string;
}

export function allocateDkimKey(world: World): void {
  world.keys.allocateRsa(keyName);
}

export function dkimKey(world: World) {
  return world.keys.rsa(keyName);
}

/** https://www.rfc-editor.org/rfc/rfc6376#section-3.6.1 */
export function dkimRecord(world: World): DkimRecord {
  const key = dkimKey(world).publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  return { name: `${dkimSelector}._domainkey.${dkimDomain}`, txt: `v=DKIM1; k=rsa; p=${key}` };
}
