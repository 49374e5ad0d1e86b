export { defaultLimits, type Limits } from './limits.ts';
export { refusalOfMessage } from './message-check.ts';
export { isSimulatedAddress } from './recipient-check.ts';
export { smtpModule } from './smtp-module.ts';
export { createSmtpServer, type SmtpServer, type SmtpServerOptions } from './smtp-server.ts';
export { heloOf, receive } from './submission.ts';
export { openTransit, type Transit, type TransitPorts } from './transit.ts';
