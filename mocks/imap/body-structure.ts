import type { BodyPart } from './body-part.ts';
import { envelopeOf } from './envelope.ts';
import { imapString, nstring } from './imap-string.ts';
import { type ParameterisedField, parseParameterised } from './parameterised-field.ts';
import { rawValue } from './raw-header.ts';

/** https://www.rfc-editor.org/rfc/rfc9051#section-7.5.2 : BODY, or with its extension data BODYSTRUCTURE. */
export function bodyStructureOf(part: BodyPart, isExtended: boolean): string {
  const [type = '', subtype = ''] = part.mediaType.toUpperCase().split('/');
  if (part.parts.length > 0) {
    const inner = part.parts.map((one) => bodyStructureOf(one, isExtended)).join('');
    const extension = isExtended ? ` ${parameterList(part.parameters)} ${placing(part)}` : '';
    return `(${inner} ${imapString(subtype)}${extension})`;
  }
  const field = (name: string): string => nstring(rawValue(part.fields, name));
  const encoding = rawValue(part.fields, 'content-transfer-encoding') ?? '';
  const basic = [
    imapString(type),
    imapString(subtype),
    parameterList(part.parameters),
    field('content-id'),
    field('content-description'),
    imapString(encoding === '' ? '7BIT' : encoding.toUpperCase()),
    String(part.body.length),
  ];
  if (part.message !== undefined) {
    basic.push(envelopeOf(part.message.fields), bodyStructureOf(part.message, isExtended), String(linesIn(part.body)));
  } else if (type === 'TEXT') basic.push(String(linesIn(part.body)));
  if (isExtended) basic.push(field('content-md5'), placing(part));
  return `(${basic.join(' ')})`;
}

/** Disposition, language and location: the extension data that every part has. */
function placing({ fields }: BodyPart): string {
  const disposition = parseParameterised(rawValue(fields, 'content-disposition') ?? '');
  const languages = (rawValue(fields, 'content-language') ?? '')
    .split(',')
    .map((language) => language.trim())
    .filter(Boolean);
  return [
    disposition.value === '' ? 'NIL' : `(${imapString(disposition.value)} ${parameterList(disposition.parameters)})`,
    languages.length === 0 ? 'NIL' : `(${languages.map(imapString).join(' ')})`,
    nstring(rawValue(fields, 'content-location')),
  ].join(' ');
}

function parameterList(parameters: ParameterisedField['parameters']): string {
  if (parameters.length === 0) return 'NIL';
  return `(${parameters.map(([name, value]) => `${imapString(name)} ${imapString(value)}`).join(' ')})`;
}

function linesIn(body: Buffer): number {
  let lines = 0;
  for (let at = body.indexOf(0x0a); at !== -1; at = body.indexOf(0x0a, at + 1)) lines += 1;
  return lines;
}
