export { mailhogJson } from './mailhog-json.ts';
export { deleteMessages, mailhogModule } from './mailhog-module.ts';
export { createMailhogServer, type MailhogOptions, type MailhogServer } from './mailhog-server.ts';
export { type OutgoingMessage, type SendOut, sendThrough } from './send-out.ts';
