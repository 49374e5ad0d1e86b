/** A field such as Content-Type: a value and its parameters. */
export interface ParameterisedField {
  readonly value: string;
  /** In their order; names as they are written, `filename*0` too. */
  readonly parameters: readonly (readonly [name: string, value: string])[];
}

/** https://www.rfc-editor.org/rfc/rfc2045#section-5.1 ; what does not fit is left out. Comments are passed over. */
export function parseParameterised(text: string): ParameterisedField {
  const [value = '', ...rest] = sections(text);
  const parameters = rest.flatMap((section): (readonly [string, string])[] => {
    const equals = section.indexOf('=');
    const name = section.slice(0, Math.max(equals, 0)).trim();
    return name === '' ? [] : [[name, unquoted(section.slice(equals + 1).trim())]];
  });
  return { value: value.trim(), parameters };
}

/** The pieces between semicolons that stand in no string, without comments. */
function sections(text: string): string[] {
  const found = [''];
  let inside: 'text' | 'string' = 'text';
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    const isEscape = character === '\\' && (inside === 'string' || depth > 0);
    const piece = isEscape ? text.slice(at, at + 2) : character;
    if (isEscape) at += 1;
    if (inside === 'text' && piece === '(') depth += 1;
    else if (inside === 'text' && depth > 0) depth -= piece === ')' ? 1 : 0;
    else if (inside === 'text' && piece === ';') found.push('');
    else {
      if (piece === '"') inside = inside === 'text' ? 'string' : 'text';
      found[found.length - 1] += piece;
    }
  }
  return found;
}

function unquoted(text: string): string {
  return text.startsWith('"') ? text.replace(/^"|"$/g, '').replace(/\\(.)/g, '$1') : text;
}
