export type { Authentication, SpfCheck, SpfResult } from './authentication.ts';
export { carrierDomains, providerOfAddress } from './domains.ts';
export { type Judgement, judge, judgeWithoutProvider } from './judge.ts';
export {
  forwardTarget,
  type MagicAddress,
  magicAddresses,
  magicOf,
  magicSettings,
} from './magic-address.ts';
export type { Folder, LinkScanner, Mark, Place, Profile } from './profile.ts';
export { profileOf, profiles } from './profiles/index.ts';
export { domainOf, fits, type History, type Incoming, type MailboxView } from './question.ts';
export { reordered } from './reordered.ts';
export { type Setting, type Settings, unfit, withPresets } from './setting.ts';
