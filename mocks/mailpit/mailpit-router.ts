import { type ErrorRequestHandler, type Response, Router } from 'express';
import type { RunningWorld } from '#sim/kernel';
import { arrivalCount, arrivalOf, arrivals, bytesOf, readHeader } from '../mailbox/index.ts';
import { deleteMessages } from '../mailhog/index.ts';
import { chosen, idsOrAll, info, listJson, load, search, unreadIn } from './mailpit-list.ts';
import { attachmentBytes, mailpitMessage, messageJson } from './mailpit-message.ts';
import { setRead } from './mailpit-module.ts';
import { Misused, orderOf, questionOf, rangeOf } from './mailpit-request.ts';

/** A mail's own HTML and files run and load nothing here. */
const harmlessPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/**
 * The part of Mailpit's REST API that test suites use, over what the world captured:
 *
 *     GET    /api/v1/info
 *     GET    /api/v1/messages  ?start= ?limit=         PUT  /api/v1/messages  { Read, IDs | Search }
 *     DELETE /api/v1/messages  { IDs }                 all of them without IDs
 *     GET    /api/v1/search    ?query= ?start= ?limit= DELETE /api/v1/search  ?query=
 *     GET    /api/v1/message/{id}                      which becomes read; `latest` is the newest
 *     GET    /api/v1/message/{id}/headers  /raw  /part/{partID}
 *     GET    /view/{id}.html  /view/{id}.txt
 *     GET    /api/v1/tags                              none
 *
 * Not there (404): sending, releasing, setting tags, thumbnails, checks, chaos, the web page and its events.
 */
export function createMailpitRouter(world: RunningWorld): Router {
  const router = Router({ caseSensitive: true });
  const api = Router({ caseSensitive: true });
  api.get('/info', (_request, response) => void response.json(info(world)));
  api.get('/tags', (_request, response) => void response.json([]));
  listRoutes(api, world);
  messageRoutes(api, world);
  router.use('/api/v1', api);
  viewRoutes(router, world);
  router.use((_request, response) => notFound(response));
  router.use(answerError);
  return router;
}

function listRoutes(api: Router, world: RunningWorld): void {
  api.get('/messages', async (request, response) => {
    const { start, limit } = rangeOf(request);
    const page = arrivals(world, { offset: start, limit });
    const messages = await Promise.all(page.map((arrival) => mailpitMessage(world, arrival)));
    const total = arrivalCount(world);
    response.json(listJson(world, messages, { start, count: total, unread: unreadIn(world) }));
  });
  api.get('/search', async (request, response) => {
    const { start, limit } = rangeOf(request);
    const found = await search(world, questionOf(request, 'query'));
    const unread = found.filter(({ summary }) => !summary.Read).length;
    response.json(listJson(world, found.slice(start, start + limit), { start, count: found.length, unread }));
  });
  api.put('/messages', async (request, response) => {
    const { Read = false, IDs = [], Search = '' } = orderOf(request);
    if (IDs.length > 0 && Search !== '') throw new Misused('You may specify either IDs or a search query, not both');
    const chosen = Search === '' ? idsOrAll(world, IDs) : (await search(world, Search)).map(({ message }) => message);
    await world.perform(setRead, { messages: chosen, isRead: Read });
    ok(response);
  });
  api.delete('/messages', async (request, response) => {
    await remove(world, idsOrAll(world, orderOf(request).IDs ?? []));
    ok(response);
  });
  api.delete('/search', async (request, response) => {
    const found = await search(world, questionOf(request, 'query'));
    await remove(
      world,
      found.map(({ message }) => message),
    );
    ok(response);
  });
}

function messageRoutes(api: Router, world: RunningWorld): void {
  api.get('/message/:id', async (request, response) => {
    const found = await load(world, request.params.id);
    if (found === undefined) return notFound(response);
    if (!found.summary.Read) await world.perform(setRead, { messages: [found.message], isRead: true });
    response.json(messageJson(found));
  });
  api.get('/message/:id/headers', async (request, response) => {
    const found = await load(world, request.params.id);
    if (found === undefined) return notFound(response);
    response.json(headersJson(found.data));
  });
  api.get('/message/:id/raw', (request, response) => {
    const message = chosen(world, request.params.id);
    const arrival = message === undefined ? undefined : arrivalOf(world, message);
    if (arrival === undefined) return notFound(response);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Content-Type', 'text/plain; charset=utf-8').end(bytesOf(world, arrival.captured[0] ?? ''));
  });
  api.get('/message/:id/part/:part', async (request, response) => {
    const { id, part } = request.params;
    const attachment = (await load(world, id))?.mail.attachments[/^\d{1,4}$/.test(part) ? Number(part) - 1 : -1];
    if (attachment === undefined) return notFound(response);
    response.setHeader('Content-Security-Policy', harmlessPolicy).setHeader('X-Content-Type-Options', 'nosniff');
    const isType = /^[\w.+-]+\/[\w.+-]+$/.test(attachment.mimeType);
    response.setHeader('Content-Type', isType ? attachment.mimeType : 'application/octet-stream');
    response.setHeader('Content-Disposition', `inline; filename="${encodeURIComponent(attachment.filename ?? '')}"`);
    response.end(attachmentBytes(attachment));
  });
}

function viewRoutes(router: Router, world: RunningWorld): void {
  router.get('/view/:file', async (request, response) => {
    const [, id = '', kind = ''] = /^(\w+)\.(html|txt)$/.exec(request.params.file) ?? [];
    const found = await load(world, id);
    const body = kind === 'html' ? found?.mail.html : found && (found.mail.text ?? '');
    if (body === undefined) return notFound(response);
    response.setHeader('Content-Security-Policy', harmlessPolicy).setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Content-Type', `text/${kind === 'html' ? 'html' : 'plain'}; charset=utf-8`).end(body);
  });
}

const answerError: ErrorRequestHandler = (error: unknown, _request, response: Response, next) => {
  if (response.headersSent) return next(error);
  const { status } = error as { readonly status?: unknown };
  const isTheirs = error instanceof Misused || (typeof status === 'number' && status < 500);
  response.status(isTheirs ? 400 : 500).setHeader('Content-Type', 'text/plain');
  response.end(isTheirs && error instanceof Error ? error.message : 'internal error');
};

function ok(response: Response): void {
  response.setHeader('Content-Type', 'text/plain').end('ok');
}

function notFound(response: Response): void {
  response.status(404).setHeader('Content-Type', 'text/plain').end('404 page not found');
}

/** Names as Go writes them (`Message-Id`), in the order of letters. */
function headersJson(data: Buffer): { readonly [name: string]: readonly string[] } {
  const fields = new Map<string, string[]>();
  for (const { name, value } of readHeader(data)) {
    const canonical = name.toLowerCase().replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());
    fields.set(canonical, [...(fields.get(canonical) ?? []), value]);
  }
  return Object.fromEntries([...fields].sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function remove(world: RunningWorld, messages: readonly string[]): Promise<void> {
  if (messages.length > 0) await world.perform(deleteMessages, { messages });
}
