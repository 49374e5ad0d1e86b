export { HandsetDriver } from './handset-driver.ts';
export type { SystemScreen, SystemState } from './phone/system-state.ts';
