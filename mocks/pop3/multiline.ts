/**
 * Bytes as a response of many lines: a dot more before every dot that begins a line, and a lone one at the end. What does
 * not end with a line end gets one. https://www.rfc-editor.org/rfc/rfc1939#section-3
 */
export function multiline(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1');
  const stuffed = text.replace(/(^|\r\n)\./g, '$1..');
  const end = text === '' || text.endsWith('\r\n') ? '' : '\r\n';
  return Buffer.from(`${stuffed}${end}.\r\n`, 'latin1');
}

/** The header and so many lines of the body: https://www.rfc-editor.org/rfc/rfc1939#page-11 */
export function topOf(bytes: Buffer, bodyStart: number, lines: number): Buffer {
  let end = bodyStart;
  for (let line = 0; line < lines && end < bytes.length; line += 1) {
    const next = bytes.indexOf('\r\n', end);
    end = next === -1 ? bytes.length : next + 2;
  }
  return bytes.subarray(0, end);
}
