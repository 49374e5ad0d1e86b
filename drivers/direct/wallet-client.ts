import { type Bilingual, catalogue, type ErrorEntry, fillBoth, type Parameters } from '#sim/errors';
import type { Response } from '#sim/kernel';
import { userAgentOf } from '../handset/index.ts';
import { setHandsetNetwork } from './commands.ts';
import { installedApp, readHandset } from './handset-store.ts';
import { bothSame } from './screen-text.ts';
import type { Turn } from './turn.ts';

/** What the handset makes of an exchange with the wallet backend. */
export type Answer<Body> =
  | { readonly type: 'done'; readonly body: Body }
  | { readonly type: 'problem'; readonly code: string; readonly status: number; readonly texts: readonly Bilingual[] }
  /** Nothing came back: the handset cannot tell whether the request arrived. */
  | { readonly type: 'lost' };

export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** From the slash on. */
  readonly path: string;
  readonly body?: { readonly [name: string]: unknown };
}

/** Calls the wallet API as the app or the browser of this handset does; with the app's session when it has one. */
export async function callWallet<Body>(turn: Turn, { method, path, body }: Call): Promise<Answer<Body>> {
  // The row, not the turn: an earlier request of the same tap may have used up `lost-after-request`.
  const { device, network, session, id } = readHandset(turn.world, turn.state.id);
  if (network === 'off') return { type: 'lost' };
  const isApp = turn.app === 'wallet';
  const appVersion = isApp ? installedApp(turn.world, id, 'wallet')?.version : undefined;
  const response = await reach(() =>
    turn.fetch(turn.world.origins.wallet + path, {
      method,
      headers: {
        'user-agent': userAgentOf(device, appVersion === undefined ? undefined : `LecoS/${appVersion}`),
        accept: 'application/json, application/problem+json',
        'accept-language': 'ja',
        ...(isApp && session !== undefined ? { authorization: `Bearer ${session}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
  if (network === 'lost-after-request') {
    await turn.world.perform(setHandsetNetwork, { handset: id, state: 'on' });
    return { type: 'lost' };
  }
  return response === undefined ? { type: 'lost' } : answerOf<Body>(response);
}

/** The answer; undefined when none came, which fetch says with a TypeError: https://fetch.spec.whatwg.org/#fetch-method */
export async function reach(exchange: () => Promise<Response>): Promise<Response | undefined> {
  try {
    return await exchange();
  } catch (error) {
    if (error instanceof TypeError && error.message.startsWith('fetch failed')) return undefined;
    throw error;
  }
}

function answerOf<Body>(response: Response): Answer<Body> {
  const body = bodyOf(response);
  if (response.status < 400) return { type: 'done', body: body as Body };
  const problem = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const code = typeof problem.code === 'string' ? problem.code : '';
  return { type: 'problem', code, status: response.status, texts: problemTexts(code, problem) };
}

/** A gateway in between may answer with a page of its own instead of JSON. */
function bodyOf(response: Response): unknown {
  try {
    return response.json<unknown>();
  } catch {
    return undefined;
  }
}

function problemTexts(code: string, problem: Record<string, unknown>): Bilingual[] {
  const parameters = (
    typeof problem.params === 'object' && problem.params !== null ? problem.params : {}
  ) as Parameters;
  const entry = (catalogue as Readonly<Record<string, ErrorEntry | undefined>>)[code];
  const texts: Bilingual[] = [];
  if (entry !== undefined) {
    texts.push(fillBoth(entry.detail, parameters), ...brokenRules(parameters), fillBoth(entry.nextStep, parameters));
  } else {
    // Not ours: shown as it came, in the language that was asked for.
    for (const text of [problem.title, problem.detail, problem.nextStep]) {
      if (typeof text === 'string') texts.push(bothSame(text));
    }
  }
  return texts;
}

/** What exactly is wrong, one sentence a line: only these, so that nobody has to find them in a list of all conditions. */
function brokenRules({ sentencesJa, sentencesEn }: Parameters): Bilingual[] {
  if (typeof sentencesJa !== 'string' || typeof sentencesEn !== 'string') return [];
  const en = sentencesEn.split('\n');
  return sentencesJa.split('\n').map((ja, index) => ({ ja, en: en[index] ?? ja }));
}
