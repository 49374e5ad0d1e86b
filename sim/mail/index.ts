export { addressKey } from './address.ts';
export type { BulkRequirement } from './bulk-requirements.ts';
export type { BulkState } from './bulk-watch.ts';
export { composeMail } from './compose-mail.ts';
export { type DkimRecord, dkimRecord } from './dkim-key.ts';
export { type ReasonClass, readDsn, reasonClasses, reasonOf, type Undelivered, writeDsn } from './dsn/index.ts';
export { mailModule } from './mail-module.ts';
export type { MailKind, MailOrder, MailVariables } from './mail-order.ts';
export type { MailPorts } from './mail-ports.ts';
export { enqueueMail, type MailState, mailState } from './outbox.ts';
export { mailDefaults } from './parameters.ts';
export { type ReturnedMail, readReport, receiveReport } from './read-report.ts';
export {
  type DomainDay,
  type RecordQuery,
  type SendingRecord,
  type SentMail,
  sendingRecord,
} from './sending-record.ts';
export { isSuppressed, liftSuppression, type Suppression } from './suppression.ts';
