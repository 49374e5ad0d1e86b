export { reasonOf } from './classify.ts';
export type { DeliveryReport, RecipientReport } from './delivery-report.ts';
export { readDsn } from './read-dsn.ts';
export { type ReasonClass, reasonClasses } from './reason-class.ts';
export type { Undelivered } from './undelivered.ts';
export { writeDsn } from './write-dsn.ts';
