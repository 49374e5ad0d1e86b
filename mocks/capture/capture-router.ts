import { type Request, Router } from 'express';
import { ServiceError } from '#sim/errors';
import type { RunningWorld } from '#sim/kernel';
import {
  bytesOf,
  type CaptureQuery,
  captureRecord,
  findCaptures,
  type MailboxOverview,
  mailboxList,
  mailboxOf,
  search,
} from '../mailbox/index.ts';
import { answerProblem } from './answer-problem.ts';
import { decodedMessage, summaryOf } from './decoded-message.ts';
import { waitForCapture } from './wait.ts';

const limitDefault = 50;
const limitMax = 1_000;
const timeoutMsDefault = 30_000;
const timeoutMsMax = 300_000;

/**
 * What was captured, decoded, for the eyes of who sees everything. Reading changes nothing: no message becomes read.
 *
 *     GET /mailboxes                          → { mailboxes: MailboxOverview[] }
 *     GET /mailboxes/:mailbox                 → MailboxOverview; the id or the address
 *     GET /mailboxes/:mailbox/messages        → { messages }; ?folder=, ?search= looks where the provider's app looks
 *     GET /messages                           → { messages }; ?to= ?from= ?subject= ?search= ?after= ?limit=
 *     GET /messages/wait                      → DecodedMessage, or 204 when ?timeoutMs= is over; the same questions
 *     GET /messages/:captured                 → DecodedMessage
 *     GET /messages/:captured/raw             → the bytes that came in, message/rfc822
 */
export function createCaptureRouter(world: RunningWorld): Router {
  const router = Router({ caseSensitive: true });
  router.get('/mailboxes', (_request, response) => {
    response.json({ mailboxes: mailboxList(world) });
  });
  router.get('/mailboxes/:mailbox', (request, response) => {
    response.json(requireOverview(world, request.params.mailbox));
  });
  router.get('/mailboxes/:mailbox/messages', (request, response) => {
    const { mailbox } = requireOverview(world, request.params.mailbox);
    const { folder, search: text } = questionsOf(request, ['folder', 'search']);
    const shown =
      text === undefined ? undefined : new Set(search(world, mailbox, text).map(({ captured }) => captured));
    const messages = findCaptures(world, { after: 0, mailbox }, Number.POSITIVE_INFINITY)
      .filter((record) => record.folder !== null && (folder === undefined || record.folder === folder))
      .filter(({ captured }) => shown === undefined || shown.has(captured));
    response.json({ messages: messages.map(summaryOf) });
  });
  router.get('/messages', (request, response) => {
    const { limit, ...questions } = questionsOf(request, [...queryNames, 'limit']);
    const records = findCaptures(world, queryOf(questions), numberOf('limit', limit, limitDefault, limitMax));
    response.json({ messages: records.map(summaryOf) });
  });
  router.get('/messages/wait', async (request, response) => {
    const { timeoutMs, ...questions } = questionsOf(request, [...queryNames, 'timeoutMs']);
    const hangUp = new AbortController();
    response.once('close', () => hangUp.abort());
    const found = await waitForCapture(world, queryOf(questions), {
      timeoutMs: numberOf('timeoutMs', timeoutMs, timeoutMsDefault, timeoutMsMax),
      signal: hangUp.signal,
    });
    if (found === undefined) return void response.status(204).end();
    response.json(await decodedMessage(world, found.captured));
  });
  router.get('/messages/:captured', async (request, response) => {
    response.json(await decodedMessage(world, request.params.captured));
  });
  router.get('/messages/:captured/raw', (request, response) => {
    const { captured } = captureRecord(world, request.params.captured);
    response.setHeader('Content-Type', 'message/rfc822');
    response.setHeader('Content-Disposition', `attachment; filename="${captured}.eml"`);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.end(bytesOf(world, captured));
  });
  router.use((_request, _response, next) => next(new ServiceError('not-found')));
  router.use(answerProblem);
  return router;
}

const queryNames = ['to', 'from', 'subject', 'search', 'after'] as const;

/** Throws ServiceError `request-invalid` for a question that nobody knows, or that is asked twice. */
function questionsOf<Name extends string>(
  request: Request<never> | Request<{ mailbox: string }> | Request,
  known: readonly Name[],
): { readonly [name in Name]?: string } {
  const questions: { [name: string]: string } = {};
  for (const [name, value] of new URL(request.originalUrl, 'http://localhost').searchParams) {
    if (!known.includes(name as Name) || Object.hasOwn(questions, name)) {
      throw new ServiceError('request-invalid', { pointer: `?${name}`, reason: `one of: ${known.join(', ')}, once` });
    }
    questions[name] = value;
  }
  return questions as { readonly [name in Name]?: string };
}

function queryOf({
  search: text,
  after,
  ...rest
}: { readonly [name in (typeof queryNames)[number]]?: string }): CaptureQuery {
  return {
    ...rest,
    ...(text !== undefined && { text }),
    after: numberOf('after', after, 0, Number.MAX_SAFE_INTEGER),
  };
}

function numberOf(name: string, text: string | undefined, byDefault: number, max: number): number {
  if (text === undefined) return byDefault;
  const number = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (!(number <= max)) throw new ServiceError('request-invalid', { pointer: `?${name}`, reason: `0 … ${max}` });
  return number;
}

/** Throws ServiceError `mailbox-unknown`. */
function requireOverview(world: RunningWorld, mailboxOrAddress: string): MailboxOverview {
  const id = mailboxOrAddress.includes('@') ? mailboxOf(world, mailboxOrAddress)?.mailbox : mailboxOrAddress;
  const found = mailboxList(world).find(({ mailbox }) => mailbox === id);
  if (found === undefined) throw new ServiceError('mailbox-unknown');
  return found;
}
