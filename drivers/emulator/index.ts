export { HandsetDriver } from './handset-driver.ts';
