import { type Answer, guardTarget, type Paused, type Target } from '../../chromium/index.ts';
import type { PageFailure, PageReply, PageRequest, WindowOptions } from './app-window.ts';

/** How Chromium is told why nothing came: https://chromedevtools.github.io/devtools-protocol/tot/Network/#type-ErrorReason */
const reasons: Readonly<Record<PageFailure, string>> = {
  offline: 'InternetDisconnected',
  unreachable: 'NameNotResolved',
};

interface ToldRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly postData?: string;
  readonly postDataEntries?: readonly { readonly bytes?: string }[];
}

/** Whether the document of the window itself asks, and may not: then it stays where it is. */
export type Gate = (url: string) => boolean;

/** Answers everything that a page asks for; `passes` judges where the window itself goes. */
export function answerRequests(
  target: Target,
  answer: WindowOptions['answer'],
  passes: Gate,
  follow: (session: string) => void,
): void {
  guardTarget(target, (paused) => void reply(target, paused, answer, passes).catch(() => undefined), follow);
}

async function reply(
  target: Target,
  { requestId, session, told }: Paused,
  answer: WindowOptions['answer'],
  passes: Gate,
) {
  const request = told.request as unknown as ToldRequest;
  const ask = (method: string, more: object): Promise<Answer> =>
    target.send(`Fetch.${method}`, { requestId, ...more }, session);
  if (/^(data|blob):/.test(request.url)) return ask('continueRequest', {});
  const isNavigation = told.resourceType === 'Document';
  const isOwn = isNavigation && told.frameId === target.id;
  if (isOwn && !passes(request.url)) return ask('failRequest', { errorReason: 'Aborted' });
  const found = await answer(asked(request, isNavigation)).catch((): PageFailure => 'unreachable');
  if (typeof found === 'string') return ask('failRequest', { errorReason: reasons[found] });
  return ask('fulfillRequest', fulfilled(found));
}

function asked({ method, url, headers, postData, postDataEntries }: ToldRequest, isNavigation: boolean): PageRequest {
  const bytes = postDataEntries?.map((entry) => Buffer.from(entry.bytes ?? '', 'base64'));
  const body = bytes !== undefined ? Buffer.concat(bytes) : postData === undefined ? undefined : Buffer.from(postData);
  return { method, url: url.split('#')[0] ?? url, headers, body, isNavigation };
}

function fulfilled({ status, headers, body }: PageReply): object {
  return {
    responseCode: status,
    responseHeaders: headers.map(([name, value]) => ({ name, value })),
    body: Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('base64'),
  };
}
