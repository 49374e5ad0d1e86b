export { type ImapListener, type ImapOptions, listenForImap } from './imap-listener.ts';
export { type ImapLimits, imapLimits } from './limits.ts';
