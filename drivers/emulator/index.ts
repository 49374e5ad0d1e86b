export { type RunningAppium, startAppium } from './appium-server.ts';
export { formerWalletFolder, walletAppFolder } from './built-folders.ts';
export { HandsetDriver } from './handset-driver.ts';
export { systemPage } from './phone/system-page.ts';
export type { SystemScreen, SystemState } from './phone/system-state.ts';
export { startSession } from './session-start.ts';
export { endSharedBrowser } from './window/shared-browser.ts';
