import type { RequestHandler } from 'express';
import { Type } from 'typebox';
import { projectOutcomes } from '#reports/projections';
import { Written } from '#sim/api';
import { ServiceError } from '#sim/errors';
import { eventsAfter, type RunEvent } from '#sim/events';
import { type HarnessContext, harnessOperation, harnessToken, requireToken } from './harness-context.ts';

const ndjson = 'application/x-ndjson';
export const eventsPath = '/todoku/v1/events';
const streamsMax = 100;
/** A reader that takes nothing is let go of, not kept for. */
const waitingBytesMax = 8 * 1_024 ** 2;

const listEvents = harnessOperation({
  id: 'listEvents',
  method: 'get',
  path: eventsPath,
  tag: 'Events',
  summary: {
    ja: '出来事の記録（docs/run-event.schema.json）。Accept: text/event-stream なら続けて流れる',
    en: 'The log, as docs/run-event.schema.json says; with Accept: text/event-stream it goes on',
  },
  security: harnessToken,
  query: Type.Object(
    { after: Type.Optional(Type.String({ pattern: '^[0-9]{1,15}$' })) },
    { additionalProperties: false },
  ),
  answers: {
    200: {
      description: 'A line each, in order. Of a world that has run for long only the newest are there.',
      content: { [ndjson]: Type.String(), 'text/event-stream': Type.String() },
    },
  },
  handle({ world }, { query: { after = '0' } }) {
    const lines = eventsAfter(world, Number(after)).map((event) => `${JSON.stringify(event)}\n`);
    return { status: 200, mediaType: ndjson, body: new Written(lines.join('')) };
  },
});

const listOutcomes = harnessOperation({
  id: 'listOutcomes',
  method: 'get',
  path: '/todoku/v1/outcomes',
  tag: 'Events',
  summary: {
    ja: 'メールごとの結果と、その理由',
    en: 'What became of each message at each address, and why: what `todoku mail why` tells',
  },
  security: harnessToken,
  query: Type.Object(
    {
      message: Type.Optional(Type.String({ maxLength: 254 })),
      address: Type.Optional(Type.String({ maxLength: 254 })),
    },
    { additionalProperties: false },
  ),
  answers: {
    200: {
      description: 'In the order of sending.',
      content: {
        'application/json': Type.Object(
          { outcomes: Type.Array(Type.Object({ message: Type.String(), address: Type.String() })) },
          { additionalProperties: false },
        ),
      },
    },
  },
  handle({ world }, { query: { message, address } }) {
    const outcomes = projectOutcomes(eventsAfter(world, 0)).filter(
      (one) => (message ?? one.message) === one.message && (address ?? one.address) === one.address,
    );
    return { status: 200, body: { outcomes } };
  },
});

/**
 * The same log as a stream that does not end: https://html.spec.whatwg.org/#server-sent-events . Who comes back with
 * Last-Event-ID goes on after it.
 */
export function eventStream(context: HarnessContext): RequestHandler {
  let streams = 0;
  return (request, response, next) => {
    if (request.accepts([ndjson, 'text/event-stream']) !== 'text/event-stream') return next();
    requireToken(context, request.headers.authorization);
    if (streams >= streamsMax) throw new ServiceError('rate-limited');
    // A browser that comes back asks at the same address: what it has seen since counts.
    const given = request.get('last-event-id') ?? new URLSearchParams(request.originalUrl.split('?')[1]).get('after');
    let seen = /^\d{1,15}$/.test(String(given)) ? Number(given) : 0;
    const say = (event: RunEvent): void => {
      response.write(`id: ${event.seq}\ndata: ${JSON.stringify(event)}\n\n`);
    };
    const tellNew = (): void => {
      const events = eventsAfter(context.world, seen);
      seen = events.at(-1)?.seq ?? seen;
      events.forEach(say);
      if (response.writableLength > waitingBytesMax) response.destroy();
    };
    streams += 1;
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.flushHeaders();
    tellNew();
    const watching = context.world.watch(tellNew);
    response.once('close', () => {
      streams -= 1;
      watching[Symbol.dispose]();
    });
  };
}

export const eventOperations = [listEvents, listOutcomes];
