import { eventCatalogue, type RunEvent } from '#sim/events';

/** The members of JSON Schema that the event catalogue uses. */
interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** One event of every type, made from its schema; `text` gives the strings by their language or member. */
export function sampleEvents(text: (member: string) => string): RunEvent[] {
  return Object.entries(eventCatalogue).map(
    ([type, { data }], index) =>
      ({
        v: 1,
        seq: index + 1,
        at: '2026-04-01T09:00:00.000+09:00',
        type,
        data: sampleOf(data as Schema, '', text),
      }) as RunEvent,
  );
}

function sampleOf(schema: Schema, member: string, text: (member: string) => string): unknown {
  if ('const' in schema) return schema.const;
  if (schema.anyOf !== undefined) return sampleOf(schema.anyOf[0] ?? {}, member, text);
  switch (schema.type) {
    case 'string':
      return text(member);
    case 'integer':
    case 'number':
      return 250;
    case 'boolean':
      return true;
    case 'array':
      return [sampleOf(schema.items ?? {}, member, text)];
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, inner]) => [name, sampleOf(inner, name, text)]),
      );
    default:
      return text(member);
  }
}
