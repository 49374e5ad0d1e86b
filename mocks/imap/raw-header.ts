/** A header field as it came, one character a byte. */
export interface RawField {
  /** In lower case. */
  readonly name: string;
  /** With its name, its folds and its line end. */
  readonly raw: string;
}

/** The fields of a header section. What is no field belongs to none, and is left out. */
export function rawFields(header: Buffer): readonly RawField[] {
  const fields: { name: string; raw: string }[] = [];
  for (const line of header.toString('latin1').match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    const last = fields.at(-1);
    if (/^[ \t]/.test(line) && last !== undefined) {
      last.raw += line;
      continue;
    }
    const colon = line.indexOf(':');
    if (colon > 0) fields.push({ name: line.slice(0, colon).trimEnd().toLowerCase(), raw: line });
  }
  return fields;
}

/** The first field of that name, unfolded and without blanks around it; undefined when there is none. */
export function rawValue(fields: readonly RawField[], name: string): string | undefined {
  const field = fields.find((one) => one.name === name);
  return field?.raw
    .slice(field.raw.indexOf(':') + 1)
    .replace(/\r?\n(?=[ \t])/g, '')
    .trim();
}
