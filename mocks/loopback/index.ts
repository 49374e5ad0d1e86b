export { fixtureCertificate } from './certificate.ts';
export type { Connection, Conversation } from './connection.ts';
export { type LoopbackListener, listenOnLoopback } from './loopback-listener.ts';
export { WrittenConnection } from './written-connection.ts';
