/** A header and what comes after it; line ends are `\n`, bytes are characters of Latin-1. */
export interface Entity {
  readonly header: readonly { readonly name: string; readonly value: string }[];
  readonly body: string;
}

/** More than any bounce has; what is beyond is not read. */
const fieldsMax = 200;
const fieldLengthMax = 2_000;
const partsMax = 20;

export function readEntity(text: string): Entity {
  // A part may have no header: its first line is the empty one.
  const end = text.startsWith('\n') ? 0 : text.indexOf('\n\n');
  const section = end === -1 ? text : text.slice(0, end);
  return {
    header: readFields(section),
    body: end === -1 ? '' : text.slice(end === 0 ? 1 : end + 2),
  };
}

/** https://www.rfc-editor.org/rfc/rfc5322#section-2.2 ; lines that are no field are left out. */
export function readFields(section: string): Entity['header'] {
  return section
    .replace(/\n(?=[ \t])/g, '')
    .split('\n', fieldsMax)
    .flatMap((line) => {
      const colon = line.indexOf(':');
      if (colon < 1 || colon > 80) return [];
      const value = line.slice(colon + 1, fieldLengthMax).trim();
      return [{ name: line.slice(0, colon).trim().toLowerCase(), value }];
    });
}

/** The first field of that name; empty when there is none. */
export function field(header: Entity['header'], name: string): string {
  return header.find((one) => one.name === name)?.value ?? '';
}

/** `multipart/report`, in lower case. https://www.rfc-editor.org/rfc/rfc2045#section-5.2 says what it is when unsaid. */
export function mediaType({ header }: Entity): string {
  return (field(header, 'content-type').split(';')[0] ?? '').trim().toLowerCase() || 'text/plain';
}

/** The parts of a multipart entity; none when it is no such thing. https://www.rfc-editor.org/rfc/rfc2046#section-5.1.1 */
export function partsOf(entity: Entity): Entity[] {
  const given = /;\s*boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(field(entity.header, 'content-type'));
  const boundary = given?.[1] ?? given?.[2];
  if (boundary === undefined) return [];
  const parts: string[][] = [];
  for (const line of entity.body.split('\n')) {
    const said = line.startsWith('--') ? line.trimEnd() : '';
    if (said === `--${boundary}--` || parts.length > partsMax) break;
    if (said === `--${boundary}`) parts.push([]);
    else parts.at(-1)?.push(line);
  }
  return parts.slice(0, partsMax).map((lines) => readEntity(lines.join('\n')));
}

/** The body with its transfer encoding undone; bytes stay characters of Latin-1. */
export function decodedBody({ header, body }: Entity): string {
  const encoding = field(header, 'content-transfer-encoding').toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('latin1');
  if (encoding !== 'quoted-printable') return body;
  return body
    .replace(/=[ \t]{0,76}\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
