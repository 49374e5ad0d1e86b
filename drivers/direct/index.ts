export {
  createHandset,
  leavePage,
  noteOpening,
  removeHandsetApp,
  setHandsetAppSync,
  setHandsetClock,
  setHandsetNetwork,
  setHandsetStore,
  showScreen,
  updateHandsetApp,
  updateSystem,
  visitStore,
} from './commands.ts';
export type { Device } from './device.ts';
export { createDirectHandset, type DirectPorts } from './direct-handset.ts';
export { asJson, installedApps, readHandset, type Shown } from './handset-store.ts';
export { directModule } from './module.ts';
export { screenText } from './screen-text.ts';
