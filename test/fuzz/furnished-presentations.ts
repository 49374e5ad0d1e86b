import { type PostedResponse, receiveRequest, sendAnswer } from '#sim/openid4vp';
import { createKeyResolver } from '#sim/proof';
import { holdingOf } from '#sim/wallet';
import type { FurnishedWorld } from './furnished-world.ts';
import { bearer, type Furnishing, sendForJson } from './furnishing.ts';

interface Created {
  readonly request: string;
  readonly uri: string;
  readonly requestUri: string;
}

interface Shown {
  readonly digest: string;
  readonly asked: readonly { readonly id: string; readonly credentials: readonly string[] }[];
}

/** Presentations that are asked for and wait for an answer, with the answer that a wallet would send. */
export async function furnishPresentations(furnished: FurnishedWorld): Promise<Furnishing> {
  const { world, tokens } = furnished;
  const authorization = bearer(world.keys.secret('verifier'));
  const json = { preset: 'student-id', redirectUri: 'https://library.example/done' };
  const created = await sendForJson<Created>(furnished, ['verifier', 'POST', '/presentation-requests'], {
    authorization,
    json,
  });
  const shown = await sendForJson<Shown>(furnished, ['wallet', 'POST', '/presentations/answers'], {
    authorization: bearer(tokens.session),
    json: { uri: created.uri },
  });
  const part = shown.asked.find(({ credentials }) => credentials.length > 0);
  const [credential = ''] = part?.credentials ?? [];
  if (part === undefined) throw new TypeError('nothing is held that was asked for');
  const answer = await answerTo(furnished, created.uri, part.id, credential);
  return {
    known: new Map<string, readonly unknown[]>([
      ['request', [created.request]],
      ['uri', [created.uri]],
      ['requestUri', [created.requestUri]],
      ['digest', [shown.digest]],
      ['credentials', [{ [part.id]: credential }]],
      ['preset', ['student-id']],
      ['response_code', ['x']],
      ...['fetchRequestObject', 'fetchRequestObjectByPost'].map((id): [string, unknown[]] => [
        `${id}.token`,
        [created.requestUri.split('/').at(-1), answer.token],
      ]),
      ['answerPresentationRequest.token', [answer.token]],
      ['answerPresentationRequest.wholeBody', [answer.posted, { error: 'access_denied', state: answer.posted.state }]],
      ['error', ['access_denied']],
      ...Object.entries(answer.posted).map(([name, value]): [string, unknown[]] => [name, [value]]),
    ]),
    credentials: {},
  };
}

/** What the wallet would post, without posting it. */
async function answerTo({ world, play }: FurnishedWorld, uri: string, part: string, credential: string) {
  const { fetch } = play;
  const received = await receiveRequest(uri, {
    fetch,
    resolveKey: createKeyResolver({ fetch }),
    now: world.clock.now(),
    walletNonce: undefined,
  });
  const holding = holdingOf(world, credential);
  if (holding === undefined) throw new TypeError(`${credential} is not held`);
  let posted: PostedResponse = {};
  await sendAnswer(received, { [part]: holding }, async (_url, request) => {
    posted = Object.fromEntries(new URLSearchParams(String(request?.body ?? '')));
    const body = Buffer.from('{}');
    const headers = { 'content-type': 'application/json' };
    return { status: 200, headers, body, json: <Body>() => ({}) as Body };
  });
  return { posted, token: received.responseUri.split('/').at(-1) };
}
