import { type CaptureServer, captureSource, type MailRoute, mailRoute } from '#mocks/external-capture';
import { ServiceError } from '#sim/errors';
import { captureServerKinds as kinds } from './capture-server-options.ts';
import type { Options } from './command.ts';

/** The server that was named; undefined when none was. Throws ServiceError `options-exclude`, `option-value`. */
export function captureServerOf(options: Options): CaptureServer | undefined {
  const named = kinds.filter((kind) => options.has(kind));
  if (named.length > 1) throw new ServiceError('options-exclude', { one: '--mailhog', other: '--mailpit' });
  const [kind] = named;
  if (kind === undefined) return undefined;
  const server = { kind, url: options.text(kind) ?? '' };
  inOption(kind, server.url, 'http://HOST:PORT', () => captureSource(server));
  return server;
}

/** The way through the server that was named; undefined when none was. Throws as {@link captureServerOf}, and `argument-missing`. */
export function mailRouteOf(options: Options): MailRoute | undefined {
  const server = captureServerOf(options);
  for (const kind of kinds) {
    if (options.has(`${kind}-smtp`) && server?.kind !== kind) {
      throw new ServiceError('argument-missing', { command: `--${kind}-smtp`, expected: `--${kind} URL` });
    }
  }
  if (server === undefined) return undefined;
  const name = `${server.kind}-smtp`;
  const smtp = options.text(name);
  return inOption(name, smtp ?? '', 'HOST:PORT', () => mailRoute(server, { smtp }));
}

/** A malformed address is told by the option that it stands in. */
function inOption<Made>(name: string, given: string, expected: string, make: () => Made): Made {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof ServiceError) || error.code !== 'server-url-invalid') throw error;
    // A URL may hold a password.
    const shown = given.replace(/\/\/[^/]*@/, '//…@');
    throw new ServiceError('option-value', { option: `--${name}`, expected, given: shown }, { cause: error });
  }
}
