import type { DeliveryReport } from './delivery-report.ts';
import { decodedBody, type Entity, field, readEntity } from './mime-reader.ts';
import { saidOf, stageOf } from './notice-words.ts';
import { oneLine } from './one-line.ts';

/** Whoever returns mail at au: https://github.com/sisimai/p5-sisimai/blob/master/lib/Sisimai/Lhost/EZweb.pm */
const postmaster = /\bpostmaster@(ezweb\.ne\.jp|au\.com)(\.test)?\b/i;
const subject = 'Mail System Error - Returned Mail';

/** Whether a message is a bounce of au that has no report for machines. */
export function isPlainReturn(message: Entity): boolean {
  const { header } = message;
  return (
    !field(header, 'content-type').toLowerCase().startsWith('multipart/') &&
    field(header, 'subject') === subject &&
    postmaster.test(field(header, 'from'))
  );
}

/** The address, the reason, a line of dashes, the header of the mail. */
export function readPlainReturn(message: Entity): DeliveryReport | undefined {
  const body = decodedBody(message);
  const line = /\n-{40,}\n/.exec(body);
  const text = oneLine(line === null ? body : body.slice(0, line.index));
  const finalRecipient = /<([^<>\s@]{1,64}@[^<>\s@]{1,255})>/.exec(text)?.[1];
  if (finalRecipient === undefined) return undefined;
  const returned = line === null ? '' : body.slice(line.index + line[0].length);
  const messageId = field(readEntity(returned).header, 'message-id');
  const stage = stageOf(text, finalRecipient);
  const rejected = /Each of the following recipients was rejected by a remote mail server/i.exec(text)?.[0];
  const said = saidOf(text, finalRecipient) ?? { replyCode: 550, text: rejected ?? '' };
  return {
    reportingHost: postmaster.exec(field(message.header, 'from'))?.[1]?.toLowerCase() ?? '',
    ...(messageId !== '' && { messageId }),
    recipients: [
      { finalRecipient, action: 'failed', status: '5.0.0', reply: { ...said, ...(stage !== undefined && { stage }) } },
    ],
  };
}
