export { type AppiumAddress, type AppiumWay, appiumAddress, serverName, wayTo } from './appium-address.ts';
export { type AppiumHandset, type AppiumPorts, createAppiumHandset } from './appium-handset.ts';
export { createAppiumMailApp, type MailAppPorts } from './appium-mail-app.ts';
export { type BothOf, createBothOf } from './both-languages.ts';
export { createBrowserHandset } from './browser-handset.ts';
export { readQrCode } from './camera.ts';
export {
  type Capabilities,
  maskedCapabilities,
  type NamedCapabilities,
  readCapabilities,
} from './capabilities-file.ts';
export { HandsetSession, type SessionOptions } from './handset-session.ts';
export { selectorOf } from './locator.ts';
export { maskedScreen } from './masked-screen.ts';
export { type ReadScreen, readPageSource } from './screen-reader.ts';
