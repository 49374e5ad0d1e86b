import { type Bilingual, fillBoth, type Parameters } from './bilingual.ts';
import { catalogue, type ErrorCode, type ErrorParameters } from './catalogue.ts';
import type { ErrorEntry } from './error-entry.ts';

type Arguments<Code extends ErrorCode> = keyof ErrorParameters<Code> extends never
  ? [parameters?: Record<string, never>, options?: ErrorOptions]
  : [parameters: ErrorParameters<Code>, options?: ErrorOptions];

/**
 * The one error class for what a person or another system did, or met. A bug of ours is a TypeError or an assertion
 * and never becomes a response body. The cause goes to a log, never to a reader.
 */
export class ServiceError<Code extends ErrorCode = ErrorCode> extends Error {
  readonly code: Code;
  readonly parameters: Parameters;

  constructor(code: Code, ...[parameters = {}, options]: Arguments<Code>) {
    const entry: ErrorEntry = catalogue[code];
    super(fillBoth(entry.detail, parameters as Parameters).en, options);
    this.name = 'ServiceError';
    this.code = code;
    this.parameters = parameters as Parameters;
  }

  get entry(): ErrorEntry {
    return catalogue[this.code];
  }

  get title(): Bilingual {
    return this.entry.title;
  }

  get detail(): Bilingual {
    return fillBoth(this.entry.detail, this.parameters);
  }

  get nextStep(): Bilingual {
    return fillBoth(this.entry.nextStep, this.parameters);
  }
}
