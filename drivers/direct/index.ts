export { createHandset, setHandsetClock, updateSystem } from './commands.ts';
export type { Device } from './device.ts';
export { createDirectHandset, type DirectPorts } from './direct-handset.ts';
export { directModule } from './module.ts';
