import { type Request, type Response, Router } from 'express';
import { arrivalCount } from '../mailbox/index.ts';
import { answer, type Facade, goError } from './facade.ts';
import { goJson } from './go-string.ts';
import { inviteJim, jimOf, readJim, sendJimAway } from './jim.ts';
import { type Kind, listMessages, type Range, searchMessages } from './mailhog-list.ts';
import { type MailhogMessage, messageJson } from './mailhog-message.ts';

const json = 'application/json';

/** https://github.com/mailhog/MailHog-Server/blob/master/api/v2.go */
export function apiV2(facade: Facade): Router {
  const { world, hostname } = facade;
  const router = Router({ caseSensitive: true, strict: true });
  const list = async (range: Range, total: number, messages: readonly MailhogMessage[]): Promise<string> => {
    const items = await Promise.all(messages.map((one) => facade.finish(messageJson(one), dataOf(one))));
    return goJson({ total, count: items.length, start: range.start, items });
  };

  router.get('/messages', async (request, response) => {
    const range = rangeOf(request);
    const messages = listMessages(world, range, hostname);
    answer(response, 200, 'text/json', await list(range, arrivalCount(world), messages));
  });

  router.get('/search', async (request, response) => {
    const range = rangeOf(request);
    const kind = textOf(request, 'kind');
    const query = textOf(request, 'query');
    if (!isKind(kind) || query === '') return answer(response, 400);
    const { total, items } = searchMessages(world, { ...range, kind, query }, hostname);
    answer(response, 200, json, await list(range, total, items));
  });

  router.get('/jim', (_request, response) => {
    const jim = jimOf(world);
    if (jim === undefined) return answer(response, 404);
    answer(response, 200, json, goJson(jim));
  });
  router.post('/jim', async (request: Request, response: Response) => {
    if (jimOf(world) !== undefined) return answer(response, 400);
    const jim = readJim(String(request.body));
    await world.perform(inviteJim, jim === undefined ? {} : { jim });
    answer(response, 201);
  });
  router.put('/jim', async (request: Request, response: Response) => {
    if (jimOf(world) === undefined) return answer(response, 404);
    const jim = readJim(String(request.body));
    if (jim === undefined) return answer(response, 400);
    await world.perform(inviteJim, { jim });
    answer(response, 200);
  });
  router.delete('/jim', async (_request, response) => {
    if (jimOf(world) === undefined) return answer(response, 404);
    await world.perform(sendJimAway, {});
    answer(response, 200);
  });

  router.get('/outgoing-smtp', (_request, response) => {
    answer(response, 200, json, goJson(Object.fromEntries(facade.release.servers)));
  });
  // Who comes by an upgrade never gets here.
  router.get('/websocket', (_request, response) => goError(response, 400, 'Bad Request'));
  for (const path of ['/messages', '/search', '/jim', '/outgoing-smtp']) {
    router.options(path, (_request, response) => answer(response, 200));
  }
  return router;
}

/** The bytes as they came in. */
export function dataOf({ data }: MailhogMessage): Buffer {
  return Buffer.from(`${data}\r\n`, 'latin1');
}

/** https://github.com/mailhog/MailHog-Server/blob/master/api/v2.go : getStartLimit */
function rangeOf(request: Request): Range {
  const number = (name: string): number => {
    const text = textOf(request, name);
    return /^[+-]?\d{1,18}$/.test(text) ? Number(text) : 0;
  };
  const limit = number('limit');
  return { start: Math.max(number('start'), 0), limit: limit > 0 ? Math.min(limit, 250) : 50 };
}

/** The first of that name. */
function textOf(request: Request, name: string): string {
  return new URL(request.originalUrl, 'http://localhost').searchParams.get(name) ?? '';
}

function isKind(kind: string): kind is Kind {
  return kind === 'from' || kind === 'to' || kind === 'containing';
}
