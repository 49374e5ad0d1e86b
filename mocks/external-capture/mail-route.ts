import { createEgress } from '#sim/egress';
import { ServiceError } from '#sim/errors';
import { type OutgoingMessage, sendThrough } from '../mailhog/index.ts';
import { type CaptureServer, smtpAddress, sourceThrough } from './capture-server.ts';
import { messageIdOf } from './message-id.ts';
import { endingAfter, nextLook } from './poll.ts';
import { serverAddress } from './server-address.ts';

/** A mail on its way: envelope and bytes. */
export type CarriedMail = Pick<OutgoingMessage, 'reversePath' | 'forwardPath' | 'data'>;

/** A way that mails take through a server outside of the world. */
export interface MailRoute {
  /**
   * Hands a mail over by SMTP and waits until the server's API shows it; returns the bytes that it has then. Throws
   * ServiceError `mail-not-taken`, `mail-not-returned`, and what {@link captureSource} throws.
   */
  carry(mail: CarriedMail): Promise<Buffer>;
}

/** A server on the same machine shows a mail at once; a busy one in a moment. */
const returnMsDefault = 15_000;

/** In by SMTP at `smtp` (`host:port`; port 1025 of the API's host when absent), out by the API. Throws ServiceError `server-url-invalid`. */
export function mailRoute(
  server: CaptureServer,
  { smtp, returnMs = returnMsDefault }: { readonly smtp?: string | undefined; readonly returnMs?: number } = {},
): MailRoute {
  const { host: apiHost, base } = serverAddress(server.url);
  const { host, port } = smtpAddress(server, smtp);
  const egress = createEgress({ hosts: [apiHost, host] });
  const source = sourceThrough(server, egress);
  const sendOut = sendThrough(egress);
  return {
    async carry(mail) {
      const messageId = messageIdOf(mail.data);
      if (messageId === undefined) throw new TypeError('a mail without a Message-ID would not be found again');
      // The same mail of an earlier run may lie there still: the one that is new is ours.
      const before = new Set((await source.withMessageId(messageId)).map(({ id }) => id));
      await sendOut({ ...mail, host, port }).catch((error: Error) => {
        throw notTaken(error, `${host}:${port}`);
      });
      const end = endingAfter(returnMs, new AbortController().signal);
      for (;;) {
        const found = (await source.withMessageId(messageId)).find(({ id }) => !before.has(id));
        if (found !== undefined) return found.bytes();
        if (end.aborted) throw new ServiceError('mail-not-returned', { server: base, seconds: returnMs / 1000 });
        await nextLook(end);
      }
    },
  };
}

/** A host that is refused stays one; everything else is about this server's SMTP. */
function notTaken(error: Error, server: string): ServiceError {
  const isServiceError = error instanceof ServiceError;
  if (isServiceError && error.code !== 'egress-failed') return error;
  const reason = isServiceError ? String(error.parameters.reason) : error.message.trim();
  return new ServiceError('mail-not-taken', { server, reason }, { cause: error });
}
