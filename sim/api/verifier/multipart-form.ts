import { ServiceError } from '../../errors/index.ts';

const partsMax = 8;

/**
 * The parts of a form that a browser sends with files in it, by name; of several of one name the first that is not
 * empty. https://www.rfc-editor.org/rfc/rfc7578#section-4 . Throws ServiceError `request-invalid`.
 */
export function partsOfForm(body: Uint8Array, contentType: string): ReadonlyMap<string, Buffer> {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) throw refused('boundary');
  const bytes = Buffer.from(body);
  const delimiter = Buffer.from(`\r\n--${boundary}`, 'latin1');
  const parts = new Map<string, Buffer>();
  // The first delimiter needs no line before it: https://www.rfc-editor.org/rfc/rfc2046#section-5.1.1
  let at = bytes.indexOf(delimiter.subarray(2));
  for (let count = 0; at >= 0; count += 1) {
    const start = bytes.indexOf('\r\n', at + 1);
    const end = start < 0 ? -1 : bytes.indexOf(delimiter, start);
    if (end < 0) break;
    if (count >= partsMax) throw refused(`more than ${partsMax} parts`);
    const part = bytes.subarray(start, end);
    const head = part.indexOf('\r\n\r\n');
    const [, name] = /;\s*name="([^"\r\n]{1,100})"/i.exec(part.subarray(0, Math.max(head, 0)).toString('utf8')) ?? [];
    const content = part.subarray(head + 4);
    if (head >= 0 && name !== undefined && (parts.get(name)?.length ?? 0) === 0) parts.set(name, content);
    at = end + 2;
  }
  if (parts.size === 0) throw refused('no parts');
  return parts;
}

function refused(reason: string): ServiceError {
  return new ServiceError('request-invalid', { pointer: '/', reason: `multipart/form-data: ${reason}` });
}
