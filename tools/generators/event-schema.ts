import { runEventSchema } from '#sim/events';
import type { Generator } from './generator.ts';

export const eventSchema: Generator = {
  file: 'docs/run-event.schema.json',
  make: () => {
    const schema = { $schema: 'https://json-schema.org/draft/2020-12/schema', ...runEventSchema() };
    return `${JSON.stringify(schema, null, 2)}\n`;
  },
};
