export type { SystemScreen, SystemState } from './phone/system-state.ts';
export { HandsetDriver } from './handset-driver.ts';
export { endSharedBrowser } from './window/shared-browser.ts';
export { startSession } from './session-start.ts';
export { type RunningAppium, startAppium } from './appium-server.ts';
