import type { HttpHandler, HttpResponseResolver } from 'msw';
import { operationTable } from '#sim/api';
import { formatInstant, parseDuration, simulatedOrigins } from '#sim/kernel';
import { answerRequest } from './answer-request.ts';
import { createMockWorld, mailsOf } from './mock-world.ts';
import type { MockedMail } from './mocked-mail.ts';
import type { OperationId, ServiceName, ServiceOrigins } from './mocked-services.ts';
import type { MocksOptions } from './mocks-options.ts';
import { handlerFor, handlersFor, type OperationHandlers } from './operation-handlers.ts';

/** Handlers over a world of their own, and what a test needs to know and do in it. */
export interface Mocks {
  /** For `setupServer(...mocks.handlers)` of `msw/node`. */
  readonly handlers: HttpHandler[];
  /** The same one by one, by service and the operation's name: `handlersByOperation.issuer.importRoster`. */
  readonly handlersByOperation: OperationHandlers;
  readonly origins: ServiceOrigins;
  /** A handler that answers one operation otherwise: `server.use(mocks.override('issuer', 'importRoster', () => …))`. */
  override<Service extends ServiceName>(
    service: Service,
    operation: OperationId<Service>,
    resolver: HttpResponseResolver,
  ): HttpHandler;
  /** The world's time, RFC 3339. It stands still unless it is moved. */
  now(): Promise<string>;
  /** Moves the world's time: `10m`, `90s`, `1d12h`. What is due on the way happens: mails leave, links and IDs expire. */
  advance(duration: string): Promise<void>;
  /** The mails that the services sent so far, the oldest first. They leave some seconds after they are caused: see {@link Mocks.advance}. */
  mails(): Promise<MockedMail[]>;
  /** The token of a school, for `Authorization: Bearer …` at the issuer. */
  token(school: string): Promise<string>;
  /** Something goes wrong until it heals: `fault('service-down', { service: 'issuer' })`. */
  fault(fault: string, value?: { readonly [name: string]: string | number | boolean }): Promise<void>;
  heal(fault: string): Promise<void>;
  /** The world is as it was before the first request. */
  reset(): void;
}

/**
 * Mocks over a new world, which is made at the first request. Options that cannot be are told then, by a TypeError or a
 * ServiceError of the call that asked.
 */
export function createMocks(options: MocksOptions = {}): Mocks {
  const origins = { ...simulatedOrigins, ...options.origins };
  let made: ReturnType<typeof createMockWorld> | undefined;
  const mocked = () => {
    made ??= createMockWorld(options, origins);
    return made;
  };
  const resolver: HttpResponseResolver = async ({ request }) => answerRequest((await mocked()).services.fetch, request);
  const operations = operationTable();
  return {
    ...handlersFor(operations, origins, resolver),
    origins,
    override(service, id, otherwise) {
      const operation = operations.find((one) => one.service === service && one.id === id);
      if (operation === undefined) throw new TypeError(`the ${service} has no operation ${id}`);
      return handlerFor(operation, origins, otherwise);
    },
    now: async () => formatInstant((await mocked()).world.clock.now()),
    async advance(duration) {
      const durationMs = parseDuration(duration);
      if (durationMs === undefined) throw new TypeError(`no duration such as 10m: ${duration}`);
      await (await mocked()).world.advance(durationMs);
    },
    mails: async () => mailsOf(await mocked()),
    token: async (school) => (await mocked()).schoolToken(school),
    fault: async (fault, value = {}) => (await mocked()).injectFault(fault, value),
    heal: async (fault) => (await mocked()).healFault(fault),
    reset() {
      const before = made;
      made = undefined;
      // Nobody can ask the former world any more; what it is still doing may end.
      before
        ?.then((world) => world.world.look(() => undefined).then(() => world[Symbol.dispose]()))
        .catch(() => undefined);
    },
  };
}
