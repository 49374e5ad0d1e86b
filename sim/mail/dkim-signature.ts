import { hash, type KeyObject, sign } from 'node:crypto';
import { fold, type HeaderField } from './header-field.ts';

export interface DkimSigner {
  readonly domain: string;
  readonly selector: string;
  /** RSA. */
  readonly privateKey: KeyObject;
  /** When it is signed: seconds since the Unix epoch. */
  readonly signedAtSeconds: number;
}

/**
 * The DKIM-Signature field of a message: rsa-sha256, relaxed/relaxed.
 * https://www.rfc-editor.org/rfc/rfc6376#section-3.5
 */
export function dkimSignature(fields: readonly HeaderField[], body: string, signer: DkimSigner): HeaderField {
  const name = 'DKIM-Signature';
  // One From more than there is: a second one put in front would break the signature (RFC 6376 §8.15).
  const signed = [...fields.map((field) => field.name.toLowerCase()), 'from'];
  const tags = [
    'v=1;',
    'a=rsa-sha256;',
    'c=relaxed/relaxed;',
    `d=${signer.domain};`,
    `s=${signer.selector};`,
    `t=${signer.signedAtSeconds};`,
    ...signed.map((field, i) => `${i === 0 ? 'h=' : ''}${field}${i === signed.length - 1 ? ';' : ':'}`),
    `bh=${hash('sha256', Buffer.from(relaxedBody(body), 'latin1'), 'base64')};`,
    'b=',
  ];
  const unsigned = fold(name, tags);
  let text = '';
  for (const field of fields) text += `${relaxedField(field)}\r\n`;
  // The signature's own field comes last, its b= empty and without a line end: RFC 6376 §3.7.
  text += relaxedField({ name, value: unsigned });
  const signature = sign('sha256', Buffer.from(text, 'latin1'), signer.privateKey).toString('base64');
  let value = unsigned;
  for (let at = 0; at < signature.length; at += 72) value += `\r\n ${signature.slice(at, at + 72)}`;
  return { name, value };
}

/** https://www.rfc-editor.org/rfc/rfc6376#section-3.4.2 */
function relaxedField({ name, value }: HeaderField): string {
  return `${name.toLowerCase()}:${value
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim()}`;
}

/** https://www.rfc-editor.org/rfc/rfc6376#section-3.4.4 */
function relaxedBody(body: string): string {
  const needsWork = /[ \t]{2}|\t|[ \t]\r\n/.test(body);
  const lines = needsWork ? body.replace(/[ \t]+/g, ' ').replaceAll(' \r\n', '\r\n') : body;
  let end = lines.length;
  while (lines.endsWith('\r\n', end)) end -= 2;
  return end === 0 ? '' : `${lines.slice(0, end)}\r\n`;
}
