export { versionOf } from './assertion.ts';
export { type BadgeDocument, readBadge } from './badge-document.ts';
export { exportOb2, importOb2 } from './convert.ts';
export { describeOb2, type Ob2Description } from './describe-ob2.ts';
export type { ResolvePort } from './embedded.ts';
export { isOb2Recipient } from './recipient-match.ts';
