export {
  type ActiveFault,
  activeFaults,
  faultModule,
  faults,
  healFault,
  injectFault,
  isDown,
  refusedByRelay,
} from './active-faults.ts';
export type { Fault, FaultValue } from './fault.ts';
