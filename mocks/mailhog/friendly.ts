import { type Attachment, decodeWords } from 'postal-mime';
import { parseMail } from '../mailbox/index.ts';
import type { ContentJson, MessageJson } from './mailhog-message.ts';

/**
 * The same message for clients that know neither ISO-2022-JP nor words cut in the middle of a character, such as the npm
 * client: each header value with Japanese in it is one UTF-8 encoded-word, and the bodies and attachments lie flat
 * behind each other, text first, in UTF-8. `Raw` stays as it came in.
 */
export async function friendly(message: MessageJson, data: Buffer): Promise<MessageJson> {
  const email = await parseMail(data);
  const headers = Object.fromEntries(
    Object.entries(message.Content.Headers).map(([name, values]) => [name, values.map(oneWord)]),
  );
  const parts = [
    ...(email.text === undefined ? [] : [textPart('text/plain', email.text)]),
    ...(email.html === undefined ? [] : [textPart('text/html', email.html)]),
    ...email.attachments.map(attachmentPart),
  ];
  const [first] = parts;
  const isOneText = parts.length === 1 && first !== undefined && email.attachments.length === 0;
  const content: ContentJson = isOneText
    ? { ...message.Content, Headers: { ...headers, ...first.Headers }, Body: first.Body }
    : { ...message.Content, Headers: headers };
  return { ...message, Content: content, MIME: isOneText || parts.length === 0 ? message.MIME : { Parts: parts } };
}

/** Raw UTF-8 and encoded-words alike; what is plain ASCII stays as it is. */
function oneWord(value: string): string {
  const text = decodeWords(value);
  return /^[\x20-\x7e\t\r\n]*$/.test(text) ? value : `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;
}

function textPart(type: 'text/plain' | 'text/html', text: string): ContentJson {
  return part({ 'Content-Type': `${type}; charset=utf-8` }, Buffer.from(text));
}

function attachmentPart({ filename, mimeType, content }: Attachment): ContentJson {
  const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(new Uint8Array(content));
  const name = (filename ?? 'attachment').replace(/["\r\n]/g, '');
  return part({ 'Content-Type': mimeType, 'Content-Disposition': `attachment; filename="${name}"` }, bytes);
}

function part(headers: { readonly [name: string]: string }, bytes: Buffer): ContentJson {
  const body = bytes.toString('base64').replace(/.{76}(?=.)/g, '$&\r\n');
  return {
    Headers: {
      ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
      'Content-Transfer-Encoding': ['base64'],
    },
    Body: body,
    Size: body.length,
    MIME: null,
  };
}
