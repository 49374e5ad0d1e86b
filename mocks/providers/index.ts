export type { Authentication, SpfCheck, SpfResult } from './authentication.ts';
export { carrierDomains, domainsOf, providerOfAddress } from './domains.ts';
export { type Judgement, judge, judgeWithoutProvider, sentenceOf } from './judge.ts';
export {
  forwardTarget,
  type MagicAddress,
  magicAddresses,
  magicOf,
  magicSettings,
} from './magic-address.ts';
export type { Folder, LinkScanner, Mark, Memory, Place, Profile, ReplyTemplate, Rule, ScanMethod } from './profile.ts';
export { profileOf, profiles } from './profiles/index.ts';
export { domainOf, fits, type History, type Incoming, type MailboxView, type ZoneView } from './question.ts';
export { reordered } from './reordered.ts';
export { type Setting, type Settings, unfit, withPresets } from './setting.ts';
