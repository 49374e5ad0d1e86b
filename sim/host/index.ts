import type { Module } from '../kernel/index.ts';
import { keepProfile, profileTable } from './profile.ts';
import { badgeTable, keepBadge } from './uploaded-badge.ts';

export type { Badge } from './badge.ts';
export { comparableId } from './equality.ts';
export { badgesOf, type HostPorts, type Upload, upsertBadge } from './host.ts';
export { type Page, pageOf } from './page.ts';
export { hostDefaults, hostParameters } from './parameters.ts';
export { profileOf, putProfile } from './profile.ts';
export type { UploadVerdict, UpsertOutcome } from './uploaded-badge.ts';

/** The badges of an account as a host of Open Badges 3.0 has them: of any issuer, and text for text. */
export const hostModule: Module = {
  name: 'host',
  tables: [badgeTable, profileTable].join('\n'),
  commands: [keepBadge, keepProfile],
};
