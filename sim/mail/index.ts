export { addressKey } from './address.ts';
export { composeMail } from './compose-mail.ts';
export { type DkimRecord, dkimRecord } from './dkim-key.ts';
export { mailModule } from './mail-module.ts';
export type { MailKind, MailOrder, MailVariables } from './mail-order.ts';
export type { MailPorts } from './mail-ports.ts';
export { enqueueMail, type MailState, mailState } from './outbox.ts';
export { mailDefaults } from './parameters.ts';
export { isSuppressed, liftSuppression } from './suppression.ts';
