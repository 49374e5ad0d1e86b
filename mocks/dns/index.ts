export { authenticate, type ReceivedMail } from './authenticate.ts';
export { breakRecord, type DnsPorts, dnsModule, setRecords } from './dns-module.ts';
export { introduceSender } from './introduce-sender.ts';
export { ownMailAuthentication } from './own-mail.ts';
export { dnsDefaults } from './parameters.ts';
export { type BreakableRecord, otherAddress, providerAddresses, type SigningKey } from './standard-records.ts';
export { domainExists, hasZone, type RecordType, recordsOf } from './zone.ts';
