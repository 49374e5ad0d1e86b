export { type CaptureServer, captureSource } from './capture-server.ts';
export type { CaptureSource, ReadMail, SourceQuery } from './capture-source.ts';
export { type CarriedMail, type MailRoute, mailRoute } from './mail-route.ts';
export { worldSource } from './world-source.ts';
