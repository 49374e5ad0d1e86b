import { ServiceError } from '#sim/errors';
import { directLane, type Lane, type LaneName } from '../runner/index.ts';

export const laneNames: readonly LaneName[] = ['direct', 'wire', 'emulated', 'device'];

/** A lane, with what it needs loaded then and not before. Throws ServiceError `lane-not-ready`. */
export async function laneNamed(name: LaneName): Promise<Lane> {
  switch (name) {
    case 'direct':
      return directLane;
    case 'wire':
      return (await import('./wire-lane.ts')).wireLane();
    case 'emulated':
      return (await import('./emulated-lane.ts')).emulatedLane();
    default:
      throw new ServiceError('lane-not-ready', { lane: name });
  }
}
