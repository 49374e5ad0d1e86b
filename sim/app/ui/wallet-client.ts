import type { Language } from './language.ts';

/** What the page makes of an exchange with the wallet backend. */
export type Answer<Body> =
  | { readonly type: 'done'; readonly body: Body }
  | { readonly type: 'problem'; readonly code: string; readonly status: number; readonly texts: readonly string[] }
  /** Nothing came back: nobody can tell whether the request arrived. */
  | { readonly type: 'lost' };

export type Failure = Exclude<Answer<never>, { readonly type: 'done' }>;

export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** From the slash on. */
  readonly path: string;
  readonly body?: { readonly [name: string]: unknown };
}

export type CallWallet = <Body>(call: Call, session: string | undefined) => Promise<Answer<Body>>;

/** Asks the service that the page came from. */
export function createWalletClient(language: Language): CallWallet {
  return async ({ method, path, body }, session) => {
    const headers = {
      Accept: 'application/json, application/problem+json',
      'Accept-Language': language,
      ...(session !== undefined && { Authorization: `Bearer ${session}` }),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
    };
    try {
      const response = await fetch(path, {
        method,
        headers,
        credentials: 'omit',
        cache: 'no-store',
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      return answerOf(response.status, await response.text(), language);
    } catch {
      // https://fetch.spec.whatwg.org/#fetch-method : the network failed, or broke off in the middle of the answer.
      return { type: 'lost' };
    }
  };
}

export function answerOf<Body>(status: number, text: string, language: Language): Answer<Body> {
  const body = parsed(text);
  if (status < 400) return { type: 'done', body: body as Body };
  const problem = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const { code, title, detail, params, nextStep } = problem;
  const isOurs = typeof nextStep === 'string';
  const said = isOurs ? [detail, ...brokenRules(params, language), nextStep] : [title, detail];
  return {
    type: 'problem',
    code: typeof code === 'string' ? code : '',
    status,
    texts: said.filter((each) => typeof each === 'string'),
  };
}

/** A gateway in between may answer with a page of its own instead of JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What exactly is wrong, one sentence a line: only these, so that nobody has to find them in a list of all conditions. */
function brokenRules(params: unknown, language: Language): string[] {
  const { sentencesJa, sentencesEn } = (typeof params === 'object' && params !== null ? params : {}) as Readonly<
    Record<string, unknown>
  >;
  const sentences = language === 'ja' ? sentencesJa : sentencesEn;
  return typeof sentences === 'string' ? sentences.split('\n') : [];
}
