import type { ErrorEntry } from './error-entry.ts';
import type { ServiceError } from './service-error.ts';

/** https://www.rfc-editor.org/rfc/rfc6749#section-5.2 */
export interface OAuthError {
  readonly error: string;
  /** ASCII without `"` and `\`, as the clause allows. */
  readonly error_description: string;
}

/** What a code of the catalogue without one of its own is to an OAuth client. */
const byStatus: Readonly<Record<number, string>> = {
  401: 'invalid_token',
  403: 'access_denied',
  429: 'slow_down',
  500: 'server_error',
  503: 'temporarily_unavailable',
};

/**
 * The error as OAuth 2.0 and the protocols on top of it write it; entries say their own `oauth` code. The description is
 * English whatever the language: the clause allows ASCII only.
 */
export function oauthError(error: ServiceError): { readonly body: OAuthError; readonly status: number } {
  const entry: ErrorEntry = error.entry;
  return {
    status: entry.status,
    body: {
      error: entry.oauth ?? byStatus[entry.status] ?? 'invalid_request',
      error_description: `${error.detail.en} ${error.nextStep.en}`.replace(/["\\]/g, "'").replace(/[^\x20-\x7e]/g, '?'),
    },
  };
}
