export { relayDefaults } from './parameters.ts';
export { refusedByRelay } from './relay.ts';
