import type { ExecuteMethods } from '../commands/execute-method.ts';
import { androidApps } from './android-apps.ts';
import { androidEmulator } from './android-emulator.ts';
import { androidGestures } from './android-gestures.ts';
import { androidParams } from './android-params.ts';
import { androidSystem } from './android-system.ts';
import { combine } from './combine.ts';

/** Every `mobile:` command of UiAutomator2, as it answers for a handset. */
export const androidMethods: ExecuteMethods = combine(androidParams, {
  ...androidApps,
  ...androidEmulator,
  ...androidGestures,
  ...androidSystem,
});
