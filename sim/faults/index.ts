export {
  type ActiveFault,
  activeFaults,
  faultModule,
  faults,
  healFault,
  hidesOldKeys,
  injectFault,
  isDown,
} from './active-faults.ts';
export type { Fault, FaultValue } from './fault.ts';
