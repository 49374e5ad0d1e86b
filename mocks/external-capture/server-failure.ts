import { asFailure } from '#sim/egress';
import { ServiceError } from '#sim/errors';

/** A server that answers, but not as a MailHog or a Mailpit does. */
export function unfitServer(server: string, reason: string): ServiceError {
  return new ServiceError('capture-server-unfit', { server, reason });
}

/** What a client threw at an answer, or an egress on the way to it, as the error it is. */
export function serverFailure(error: unknown, server: string): ServiceError {
  // Clients read an answer before they look at it.
  if (error instanceof SyntaxError || error instanceof TypeError) return unfitServer(server, 'JSON ?');
  const failure = asFailure(error, new URL(server).host);
  // Node's reader of HTTP names what it cannot read so: a port of SMTP, mostly.
  return String(failure.parameters.reason).startsWith('HPE_') ? unfitServer(server, 'HTTP ?') : failure;
}
