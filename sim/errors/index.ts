export { type Bilingual, fill, fillBoth, type Language, type Parameters } from './bilingual.ts';
export { catalogue, type ErrorCode, type ErrorParameters } from './catalogue.ts';
export type { ErrorEntry } from './error-entry.ts';
export { errorOfProblem, type ProblemDetails, problemDetails, problemMediaType } from './problem-details.ts';
export { ServiceError } from './service-error.ts';
