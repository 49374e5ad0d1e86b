export { defaultLimits, type Limits } from './limits.ts';
export { smtpModule } from './smtp-module.ts';
export { createSmtpServer, type SmtpServer, type SmtpServerOptions } from './smtp-server.ts';
export { heloOf } from './submission.ts';
