export { type Bilingual, fill, fillBoth, type Language, type Parameters } from './bilingual.ts';
export { catalogue, type ErrorCode, type ErrorParameters } from './catalogue.ts';
export type { ErrorEntry } from './error-entry.ts';
export { type ImsxCodeMinor, type ImsxStatusInfo, imsxStatusInfo } from './imsx-status-info.ts';
export { type OAuthError, oauthError } from './oauth-error.ts';
export { errorOfProblem, type ProblemDetails, problemDetails, problemMediaType } from './problem-details.ts';
export { ServiceError } from './service-error.ts';
export { type VcApiProblem, vcApiProblem } from './vc-api-problem.ts';
