import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { catalogue } from '#sim/errors';
import { type Answer, type Operation, operationsAt } from './api-document.ts';
import type { ApiRequest } from './api-request.ts';
import { markup } from './hostile-text.ts';
import type { JsonSchema } from './schema-value.ts';

export interface ApiAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

/** What the world did while a request was answered. */
export interface Doings {
  /** The commands that came to stay, by name. */
  readonly commands: readonly string[];
  /** Whether a fault was on that explains a 503. */
  readonly isFaulty: boolean;
}

/**
 * Commands that last although the request is refused, or only reads, with the reason. Everything else that a refused
 * request leaves behind is a bug.
 */
const deliberate: Readonly<Record<string, string>> = {
  'wallet.refuse': 'an event says that somebody was turned away, and why',
  'wallet.logIn': 'a wrong password is counted, and locks in the end',
  'wallet.seeDevice': 'when a device was seen last, whatever it asked for',
  'wallet.noteStatus': 'the wallet keeps the last status that the issuer told',
  'wallet.beginRegistration': 'a registration whose answer is lost may go on with its link',
  'wallet.notePresentation': 'what a gate asked for is told to the student',
  'badgeConnect.takeState': 'the state of an authorization counts once, whatever the host sends back with it',
  'badgeConnect.keepTokens': 'tokens that were refreshed are kept, whatever the host says next',
  'openid4vci.redeemCode': 'a wrong number is counted, and ends the code in the end',
  'openid4vci.takeCredential': 'a nonce counts once, also for a credential that cannot be had any more',
  'openid4vci.takeDeferred': 'what was deferred ends with its refusal',
  'oauth.refresh': 'a refresh token that comes twice ends all of its grant',
  'oauth.exchangeCode': 'a code that comes twice ends all of its grant',
  'oauth.beginAuthorization': 'the page that asks a student carries the one-time name of the request',
  'openid4vp.drawWalletNonce': 'a nonce is drawn before anything is known of the request that is fetched with it',
  'wallet.authenticate': 'a wrong password is counted, and locks in the end',
  'wallet.requestReset': 'strangers cause the same work as students',
};

const ajv = new Ajv2020({ strict: false, validateSchema: false });
formats.default(ajv);
const compiled = new WeakMap<object, ValidateFunction>();

/** What is wrong with an answer; undefined when all is well. */
export function wrongWith(
  operations: readonly Operation[],
  request: ApiRequest,
  answer: ApiAnswer,
  { commands, isFaulty }: Doings,
): string | undefined {
  const { status, headers, body } = answer;
  // The parser of node:http has an answer of its own for a head of more than 16 KiB.
  if (status === 431 && body.length === 0) return undefined;
  if (status >= 500 && !(status === 503 && isFaulty) && !isOfNeighbour(answer)) return `it answers ${status}`;
  const lasting = commands.filter((name) => !Object.hasOwn(deliberate, name));
  if (status >= 400 && lasting.length > 0) return `refused, it did ${lasting.join(', ')}`;
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  if (isReading && lasting.length > 0) return `a ${request.method} did ${lasting.join(', ')}`;
  if (headers['content-type']?.startsWith('text/html') && body.includes(markup))
    return 'markup of the request is in its page';
  if (request.method === 'HEAD' || status === 304) return undefined;
  const here = operationsAt(operations, request.service, request.path);
  const operation = here.find(({ method }) => method === request.method);
  if (status < 400) return wrongSuccess(operation, request, answer);
  const said = operation?.answers[status] ?? (operation ?? here[0])?.answers.default;
  // A path of nobody is answered as the service does where no operation says otherwise.
  const expected = said === undefined ? operations.map(({ answers }) => answers.default) : [said];
  const reasons = expected.map((one) => contentWrong(one, answer));
  return reasons.includes(undefined) ? languageWrong(request, answer) : `an error: ${reasons[0]}`;
}

/** A host of other people failed: https://www.rfc-editor.org/rfc/rfc9110#section-15.6.3 */
function isOfNeighbour({ status, body }: ApiAnswer): boolean {
  const said = body.toString('utf8');
  return status === 502 && neighbourTitles.some((title) => said.includes(title));
}

const neighbourTitles = Object.values(catalogue)
  .filter(({ status }) => status === 502)
  .flatMap(({ title }) => [title.ja, title.en]);

function wrongSuccess(operation: Operation | undefined, request: ApiRequest, answer: ApiAnswer): string | undefined {
  if (operation === undefined) {
    return request.method === 'OPTIONS' ? undefined : `${answer.status} where no operation stands`;
  }
  const said = operation.answers[answer.status];
  return said === undefined
    ? `${operation.id} does not say that it answers ${answer.status}`
    : contentWrong(said, answer);
}

function contentWrong(said: Answer | undefined, { headers, body }: ApiAnswer): string | undefined {
  const mediaType = (headers['content-type'] ?? '').split(';')[0] ?? '';
  if (said?.content === undefined) return body.length === 0 ? undefined : `${mediaType} where nothing is said to come`;
  const schema = said.content[mediaType]?.schema;
  if (!Object.hasOwn(said.content, mediaType))
    return `${mediaType || 'nothing'}, not ${Object.keys(said.content).join(', ')}`;
  if (schema === undefined || !mediaType.endsWith('json')) return undefined;
  return schemaWrong(schema, body.toString('utf8'));
}

function schemaWrong(schema: JsonSchema, text: string): string | undefined {
  let validate = compiled.get(schema);
  if (validate === undefined) {
    validate = ajv.compile(schema);
    compiled.set(schema, validate);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return `no JSON: ${text.slice(0, 200)}`;
  }
  return validate(value) ? undefined : `${ajv.errorsText(validate.errors)} in ${text.slice(0, 300)}`;
}

/** https://www.rfc-editor.org/rfc/rfc9110#section-12.5.4 : English for who asks for it, else Japanese. */
function languageWrong({ headers: asked }: ApiRequest, { headers, body }: ApiAnswer): string | undefined {
  const language = /^en/.test(asked['accept-language'] ?? '') ? 'en' : 'ja';
  const isEither = /^[*;z]/.test(asked['accept-language'] ?? '');
  const given = headers['content-language'];
  if (given !== 'ja' && given !== 'en') return `an error in the language ${given}`;
  if (!isEither && given !== language) return `an error in ${given} where ${language} was asked for`;
  if (headers['content-type']?.startsWith('application/problem+json')) {
    const { code, title } = JSON.parse(body.toString('utf8')) as { code?: string; title?: string };
    const entry = Object.entries(catalogue).find(([name]) => name === code)?.[1];
    const expected = entry?.title[given];
    if (expected !== undefined && !expected.includes('{') && title !== expected)
      return `the title ${title} of ${code} in ${given}`;
  }
  return undefined;
}
