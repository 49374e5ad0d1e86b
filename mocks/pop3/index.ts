export { type Pop3Limits, pop3Limits } from './limits.ts';
export { listenForPop3, type Pop3Listener, type Pop3Options } from './pop3-listener.ts';
