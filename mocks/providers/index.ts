export { providerOfAddress } from './domains.ts';
export { type Judgement, judge, judgeWithoutProvider } from './judge.ts';
export type { Folder, Profile } from './profile.ts';
export { profileOf, profiles } from './profiles/index.ts';
export type { Incoming, MailboxView } from './question.ts';
export { type Setting, type Settings, unfit } from './setting.ts';
