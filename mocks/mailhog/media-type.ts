/** RFC 2045 §5.1: what a token is made of. */
const token = String.raw`[^()<>@,;:\\"/[\]?=\s\x80-\xff]+`;
const special = String.raw`[()<>@,;:\\"/[\]?=]`;
const mediaType = new RegExp(`^${token}/${token}$`);
/** A backslash quotes a special character and stands for itself before any other. */
const quoted = String.raw`"((?:\\${special}|\\(?!${special})|[^"\\\r\n])*)"`;
const parameter = new RegExp(String.raw`^\s*;\s*(${token})\s*=\s*(?:(${token})|${quoted})`);

/**
 * The boundary of a Content-Type as Go's mime.ParseMediaType finds it; empty when it takes the value for malformed or
 * has none. https://pkg.go.dev/mime#ParseMediaType
 */
export function boundaryOf(contentType: string): string {
  const semicolon = contentType.indexOf(';');
  const base = semicolon === -1 ? contentType : contentType.slice(0, semicolon);
  if (!mediaType.test(base.trim())) return '';
  const parameters = new Map<string, string>();
  let rest = semicolon === -1 ? '' : contentType.slice(semicolon);
  while (rest.trimStart() !== '') {
    const found = parameter.exec(rest);
    if (found === null) return rest.trim() === ';' ? (parameters.get('boundary') ?? '') : '';
    const [whole, name = '', plain, inQuotes = ''] = found;
    const key = name.toLowerCase();
    const value = plain ?? inQuotes.replace(/\\([()<>@,;:\\"/[\]?=])/g, '$1');
    if (parameters.has(key) && parameters.get(key) !== value) return '';
    parameters.set(key, value);
    rest = rest.slice(whole.length);
  }
  return parameters.get('boundary') ?? '';
}
