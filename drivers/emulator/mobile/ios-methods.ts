import type { ExecuteMethods } from '../commands/execute-method.ts';
import { combine } from './combine.ts';
import { iosApps } from './ios-apps.ts';
import { iosGestures } from './ios-gestures.ts';
import { iosLaboratory } from './ios-laboratory.ts';
import { iosParams } from './ios-params.ts';
import { iosSystem } from './ios-system.ts';

/** Every `mobile:` command of XCUITest, as it answers for a handset. */
export const iosMethods: ExecuteMethods = combine(iosParams, {
  ...iosApps,
  ...iosGestures,
  ...iosLaboratory,
  ...iosSystem,
});
