import type { HeaderField } from './header-field.ts';

/** A message before it is signed; header and body are ASCII with CRLF line ends. */
export interface MimeMessage {
  readonly fields: readonly HeaderField[];
  readonly body: string;
}

/**
 * A message of two forms of one content, the plainest first (RFC 2046 §5.1.4). Nothing in it is made up here: the
 * boundary is given, and may not occur in base64, which a `_` in it makes sure of.
 */
export function alternativeMessage(
  fields: readonly HeaderField[],
  content: { readonly boundary: string; readonly text: string; readonly html: string },
): MimeMessage {
  const { boundary, text, html } = content;
  if (!/^[A-Za-z0-9_.=-]{1,70}$/.test(boundary) || !boundary.includes('_')) {
    throw new TypeError(`${boundary} is no boundary`);
  }
  return {
    fields: [
      ...fields,
      { name: 'MIME-Version', value: '1.0' },
      { name: 'Content-Type', value: `multipart/alternative;\r\n boundary="${boundary}"` },
    ],
    body: `${bodyPart(boundary, 'text/plain', text)}${bodyPart(boundary, 'text/html', html)}--${boundary}--\r\n`,
  };
}

/** The message as bytes. */
export function messageBytes(message: MimeMessage): Buffer {
  let header = '';
  for (const { name, value } of message.fields) header += `${name}: ${value}\r\n`;
  return Buffer.from(`${header}\r\n${message.body}`, 'latin1');
}

function bodyPart(boundary: string, mediaType: string, text: string): string {
  return `--${boundary}\r\nContent-Type: ${mediaType}; charset=UTF-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64Lines(text)}\r\n`;
}

/** https://www.rfc-editor.org/rfc/rfc2045#section-6.8 : lines of at most 76 characters; text has CRLF line ends there. */
export function base64Lines(text: string): string {
  const encoded = Buffer.from(text.replace(/\r?\n/g, '\r\n'), 'utf8').toString('base64');
  let lines = '';
  for (let at = 0; at < encoded.length; at += 76) lines += `${encoded.slice(at, at + 76)}\r\n`;
  return lines;
}
