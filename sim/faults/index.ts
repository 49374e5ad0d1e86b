export {
  type ActiveFault,
  activeFaults,
  faultModule,
  faults,
  healFault,
  hidesOldKeys,
  injectFault,
  isDown,
  isOffline,
} from './active-faults.ts';
export type { Fault, FaultValue } from './fault.ts';
