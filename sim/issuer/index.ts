export { achievementName, facultiesOf, type SchoolAchievement, schoolAchievement } from './achievement.ts';
export { type BoundCredential, bindCredential, type Holder, isBoundTo } from './bind.ts';
export { checkClaimable, claimCredential } from './claim.ts';
export {
  type CredentialStatus,
  credentialStatus,
  credentialsOf,
  type ListedCredential,
  type ListedMail,
} from './credential-list.ts';
export {
  type CredentialRecord,
  type CredentialState,
  credentialNamed,
  credentialOf,
  credentialOfSchool,
} from './credential-record.ts';
export { type ImportedRoster, importRoster } from './import-roster.ts';
export {
  type IssuanceProgress,
  type IssuanceState,
  interruptAfter,
  issuanceProgress,
  resumeIssuance,
  scheduleIssuance,
} from './issuance.ts';
export { consumeLink, findLink, type LinkState } from './link.ts';
export { issuerModule } from './module.ts';
export { type LinkedOffer, type ListedOffer, offerOfLink, offersTo } from './offer.ts';
export { type IssuerParameters, issuerDefaults } from './parameters.ts';
export type { MappedDomain } from './parse-roster.ts';
export { type ReissueMode, reissueCredential } from './reissue.ts';
export { revokeCredential } from './revoke.ts';
export type { RosterEncoding } from './roster-encoding.ts';
export type { RosterIssue } from './roster-issue.ts';
export { rotateKey } from './rotate-key.ts';
export { addSchool, profileId, type School, schoolOf, schoolSlugs } from './school.ts';
export { type DidDocument, schoolDidDocument, schoolJwk, schoolJwkSet, schoolProfile } from './school-documents.ts';
export { type SchoolMail, schoolMail } from './school-mail.ts';
export { secureAnyCredential } from './secure-any-credential.ts';
export type { StatusPurpose } from './status-entry.ts';
export { type SignedStatusList, type StatusListName, signedStatusList } from './status-list-credential.ts';
export { findStudent } from './student.ts';
export { reinstateCredential, suspendCredential } from './suspend.ts';
