import {
  imsxStatusInfo,
  oauthError,
  problemDetails,
  problemMediaType,
  type ServiceError,
  vcApiProblem,
} from '../../errors/index.ts';
import { type ErrorReader, errorPage } from './error-page.ts';
import { appHeaders } from './page.ts';

/** The forms of an error: each standard has one of its own, and people are shown a page. */
export type ErrorForm = 'problem' | 'imsx' | 'oauth' | 'vc-api' | 'page';

/** How an operation writes its errors. What people and programs ask alike is answered in the form that the client prefers. */
export type Wire = ErrorForm | 'page-or-problem';

export interface WrittenError {
  readonly status: number;
  readonly mediaType: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The error in its form. */
export function writeError(wire: ErrorForm, error: ServiceError, reader: ErrorReader): WrittenError {
  const { language } = reader;
  const { status } = error.entry;
  const json = (body: unknown, mediaType = 'application/json', at = status): WrittenError => ({
    status: at,
    mediaType,
    text: JSON.stringify(body),
    headers: headersOf(wire, error),
  });
  switch (wire) {
    case 'problem':
      return json(problemDetails(error, language), problemMediaType);
    case 'imsx':
      return json(imsxStatusInfo(error, language));
    case 'oauth': {
      const { body, status: at } = oauthError(error);
      return json(body, 'application/json', at);
    }
    case 'vc-api':
      return json(vcApiProblem(error, language), problemMediaType);
    case 'page':
      return {
        status,
        mediaType: 'text/html',
        text: errorPage(error, reader),
        headers: { ...headersOf(wire, error), ...appHeaders(reader.app) },
      };
  }
}

/** https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1 : a 401 says how to do better. */
function headersOf(wire: ErrorForm, error: ServiceError): Readonly<Record<string, string>> {
  // https://www.rfc-editor.org/rfc/rfc6750#section-3.1 : and so does a token that opens less than this.
  if (error.code === 'scope-insufficient') {
    const { scope } = error.parameters;
    return { 'www-authenticate': `Bearer realm="todoku", error="insufficient_scope", scope="${scope}"` };
  }
  if (error.entry.status !== 401) return {};
  const { body, status } = oauthError(error);
  // https://www.rfc-editor.org/rfc/rfc6749#section-5.2 : a client that failed to authenticate by Basic is asked for it.
  if (wire === 'oauth' && body.error === 'invalid_client') return { 'www-authenticate': 'Basic realm="todoku"' };
  // https://www.rfc-editor.org/rfc/rfc6750#section-3 : no error code when nothing was sent to judge.
  const known = status === 401 && error.code !== 'unauthorized' ? `, error="${body.error}"` : '';
  return { 'www-authenticate': `Bearer realm="todoku"${known}` };
}
