import { type Request, type Response, Router } from 'express';
import { arrivals } from '../mailbox/index.ts';
import { dataOf } from './api-v2.ts';
import type { Content } from './content.ts';
import { answer, type Facade, notFound } from './facade.ts';
import { goJson } from './go-string.ts';
import { listMessages, loadMessage } from './mailhog-list.ts';
import { type MailhogMessage, messageJson, writtenOut } from './mailhog-message.ts';
import { deleteMessages } from './mailhog-module.ts';
import { messageOf } from './message-id.ts';

const textJson = 'text/json';

/** https://github.com/mailhog/MailHog-Server/blob/master/api/v1.go */
export function apiV1(facade: Facade): Router {
  const { world, hostname } = facade;
  const router = Router({ caseSensitive: true, strict: true });
  const finished = (message: MailhogMessage) => facade.finish(messageJson(message), dataOf(message));

  router.get('/messages', async (_request, response) => {
    const messages = listMessages(world, { start: 0, limit: 1_000 }, hostname);
    answer(response, 200, textJson, goJson(await Promise.all(messages.map(finished))));
  });
  router.delete('/messages', async (_request, response) => {
    const messages = arrivals(world, { offset: 0, limit: -1 }).map(({ message }) => message);
    if (messages.length > 0) await world.perform(deleteMessages, { messages });
    answer(response, 200, textJson);
  });
  router.get('/messages/:id', async (request, response) => {
    const message = loadMessage(world, request.params.id, hostname);
    answer(response, 200, textJson, goJson(message === undefined ? null : await finished(message)));
  });
  router.delete('/messages/:id', async (request, response) => {
    const message = messageOf(world, request.params.id, hostname);
    const deleted = message === undefined ? 0 : await world.perform(deleteMessages, { messages: [message] });
    answer(response, deleted === 1 ? 200 : 500, textJson);
  });
  router.get('/messages/:id/download', (request, response) => {
    const message = loadMessage(world, request.params.id, hostname);
    // MailHog ends with a panic here, and the connection with it.
    if (message === undefined) return notFound(request, response);
    response.setHeader('Content-Disposition', `attachment; filename="${message.id}.eml"`);
    answer(response, 200, 'message/rfc822', writtenOut(message.content));
  });
  router.get('/messages/:id/mime/part/:part/download', (request, response) => {
    const { id, part } = request.params;
    const message = loadMessage(world, id, hostname);
    // strconv.Atoi makes 0 of what is no number.
    const found = message?.mime?.[/^[+-]?\d{1,9}$/.test(part) ? Number(part) : 0];
    if (message === undefined || found === undefined) return notFound(request, response);
    sendPart(response, found, `${message.id}-part-${part.replace(/[^\w+-]/g, '')}`);
  });
  router.post('/messages/:id/release', async (request: Request<{ id: string }>, response: Response) => {
    const message = loadMessage(world, request.params.id, hostname);
    if (message === undefined) return notFound(request, response);
    const { status, body } = await facade.release.send(String(request.body), message);
    answer(response, status, textJson, body);
  });
  for (const path of [
    '/messages',
    '/messages/:id',
    '/messages/:id/download',
    '/messages/:id/mime/part/:part/download',
    '/messages/:id/release',
    '/events',
  ]) {
    router.options(path, (_request, response) => answer(response, 200));
  }
  return router;
}

/** Fields of the part that would speak of the HTTP message instead. */
const ofTheMessage = new Set([
  'content-length',
  'transfer-encoding',
  'connection',
  'content-security-policy',
  'set-cookie',
]);

function sendPart(response: Response, { headers, body }: Content, name: string): void {
  response.setHeader('Content-Disposition', `attachment; filename="${name}"`);
  let encoding = '';
  for (const [field, [value = '']] of headers) {
    const lower = field.toLowerCase();
    if (lower === 'content-transfer-encoding' && encoding === '') encoding = value;
    if (!ofTheMessage.has(lower)) setHeader(response, field, value);
  }
  // MailHog runs the mail's HTML in its own origin; this does not.
  response.setHeader('Content-Security-Policy', 'sandbox');
  response.end(Buffer.from(body, encoding.toLowerCase() === 'base64' ? 'base64' : 'latin1'));
}

/** Leaves out what no HTTP header can carry. */
function setHeader(response: Response, field: string, value: string): void {
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(field)) return;
  try {
    response.setHeader(field, value);
  } catch {
    return;
  }
}
