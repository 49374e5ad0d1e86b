export { mailpitModule } from './mailpit-module.ts';
export { createMailpitServer, type MailpitServer } from './mailpit-server.ts';
