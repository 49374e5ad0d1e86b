import { ServiceError } from '../errors/index.ts';
import { emit } from '../events/index.ts';
import { command, type RunningWorld } from '../kernel/index.ts';
import type { SecuredCredential } from '../proof/index.ts';
import { type DeviceKey, presentingDevices } from './device.ts';
import { holdingOf } from './holding.ts';

export interface Presentation extends SecuredCredential {
  readonly credential: string;
  /** The phones whose signature on a QR code stands for the holder. */
  readonly devices: readonly { readonly device: string; readonly publicKey: DeviceKey }[];
}

export const notePresentation = command<{ credential: string }, void>(
  'wallet.notePresentation',
  (world, { credential }) => emit(world, 'credential.presented', { credential }),
);

/** What a gate needs to judge a QR code of the credential. Throws ServiceError `not-found` when nobody holds it. */
export async function presentCredential(world: RunningWorld, credential: string): Promise<Presentation> {
  const holding = holdingOf(world, credential);
  if (holding === undefined) throw new ServiceError('not-found');
  await world.perform(notePresentation, { credential });
  const { secured, mediaType } = holding;
  return { credential, secured, mediaType, devices: presentingDevices(world, holding.account) };
}
