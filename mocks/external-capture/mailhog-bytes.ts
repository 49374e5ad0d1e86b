/** A byte that was no UTF-8 when MailHog wrote its JSON; or a character that the client cut in two. */
const lost = '\ufffd';

/** How to come by a message's bytes. */
export interface MailhogWays {
  /** `Raw.Data` of the message, from an answer that was decoded as a whole. */
  data(): Promise<string>;
  /** `/api/v1/messages/{id}/download`: every byte, behind a header that MailHog adds to and shuffles. */
  download(): Promise<Buffer>;
}

/**
 * The bytes that MailHog was given, from what it tells. Its JSON has them all unless some are not UTF-8, as in
 * Shift_JIS without an encoding: then the body is that of the download. Only when the header itself has such bytes is
 * the header too, with MailHog's trace in it. The CRLF before the final dot, which it drops, is put back.
 */
export async function mailhogBytes(listed: string, { data, download }: MailhogWays): Promise<Buffer> {
  const text = listed.includes(lost) ? await data() : listed;
  if (!text.includes(lost)) return Buffer.from(`${text}\r\n`, 'utf8');
  const whole = await download();
  const end = text.indexOf('\r\n\r\n');
  const header = text.slice(0, end === -1 ? text.length : end);
  if (end === -1 || header.includes(lost)) return Buffer.concat([whole, Buffer.from('\r\n')]);
  const body = whole.subarray(whole.indexOf('\r\n\r\n'));
  return Buffer.concat([Buffer.from(header, 'utf8'), body, Buffer.from('\r\n')]);
}
