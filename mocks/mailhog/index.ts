export { mailhogJson } from './mailhog-json.ts';
export { mailhogModule } from './mailhog-module.ts';
export { createMailhogServer, type MailhogOptions, type MailhogServer } from './mailhog-server.ts';
