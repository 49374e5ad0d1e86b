/** The part of JSON Schema that scenario files use. */
export interface ShownSchema {
  readonly type?: string | readonly string[];
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly description?: string;
  readonly properties?: { readonly [name: string]: ShownSchema };
  readonly required?: readonly string[];
  readonly anyOf?: readonly ShownSchema[];
  readonly items?: ShownSchema;
}

/** Leaves may be `$name` everywhere; saying so each time would hide what differs. */
const isName = ({ type, pattern }: ShownSchema): boolean => type === 'string' && pattern?.startsWith('^\\$') === true;

/** What fits, short: `inbox | junk`, `{ folder: string, count?: integer }`. Long lists are cut. */
export function notation(schema: ShownSchema): string {
  if (schema.const !== undefined) return String(schema.const);
  if (schema.enum !== undefined) return listed(schema.enum.map(String));
  if (schema.anyOf !== undefined) {
    const branches = schema.anyOf.filter((branch) => !isName(branch) && branch.type !== 'null').map(notation);
    return [...new Set(branches)].join(' | ');
  }
  if (schema.properties !== undefined) return members(schema.properties, schema.required ?? []);
  if (schema.type === 'array') return `[${schema.items === undefined ? '' : notation(schema.items)}, …]`;
  const type = typeof schema.type === 'string' ? schema.type : '…';
  return type === 'object' ? '{ … }' : type;
}

const mostListed = 20;

function listed(values: readonly string[]): string {
  return values.length <= mostListed ? values.join(' | ') : `${values.slice(0, 5).join(' | ')} | … (${values.length})`;
}

function members(properties: NonNullable<ShownSchema['properties']>, required: readonly string[]): string {
  const list = Object.entries(properties).map(
    ([name, schema]) => `${name}${required.includes(name) ? '' : '?'}: ${notation(schema)}`,
  );
  return list.length === 0 ? '{ }' : `{ ${list.join(', ')} }`;
}
