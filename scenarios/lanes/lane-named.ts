import { ServiceError } from '#sim/errors';
import { directLane, type Lane, type LaneName } from '../runner/index.ts';

export const laneNames: readonly LaneName[] = ['direct', 'wire', 'emulated', 'device'];

/** What a lane with handsets behind Appium may be told; the others take no notice. */
export interface LaneOptions {
  /** URL of an Appium server that runs already. */
  readonly appium?: string | undefined;
}

/** A lane, with what it needs loaded then and not before. Throws ServiceError `lane-not-ready`, `appium-url-invalid`. */
export async function laneNamed(name: LaneName, options: LaneOptions = {}): Promise<Lane> {
  switch (name) {
    case 'direct':
      return directLane;
    case 'wire':
      return (await import('./wire-lane.ts')).wireLane();
    case 'emulated':
      return (await import('./emulated-lane.ts')).emulatedLane(options);
    default:
      throw new ServiceError('lane-not-ready', { lane: name });
  }
}
