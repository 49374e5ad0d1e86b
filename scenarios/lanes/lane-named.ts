import { ServiceError } from '#sim/errors';
import { directLane, type Lane, type LaneName } from '../runner/index.ts';

export const laneNames: readonly LaneName[] = ['direct', 'wire', 'emulated', 'device'];

/** What a lane with handsets behind Appium may be told; the others take no notice. */
export interface LaneOptions {
  /** URL of an Appium server that runs already. */
  readonly appium?: string | undefined;
  /** The text of a file of capabilities, for real phones. */
  readonly capabilities?: string | undefined;
  /** What `${NAME}` in it stands for. */
  readonly environment?: { readonly [name: string]: string | undefined };
}

/**
 * A lane, with what it needs loaded then and not before. Throws ServiceError `lane-not-ready` where it was not told all
 * that it needs, `appium-url-invalid`, `capabilities-invalid`.
 */
export async function laneNamed(name: LaneName, options: LaneOptions = {}): Promise<Lane> {
  switch (name) {
    case 'direct':
      return directLane;
    case 'wire':
      return (await import('./wire-lane.ts')).wireLane();
    case 'emulated':
      return (await import('./emulated-lane.ts')).emulatedLane(options);
    default:
      return namedDevice(options);
  }
}

async function namedDevice({ appium, capabilities, environment }: LaneOptions): Promise<Lane> {
  if (appium === undefined || capabilities === undefined) throw new ServiceError('lane-not-ready', { lane: 'device' });
  return (await import('./device-lane.ts')).deviceLane({ appium, capabilities, environment });
}
