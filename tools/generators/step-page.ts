import { scenarioSchema } from '#scenarios/language';
import { verbs } from '#scenarios/steps';
import type { Generator } from './generator.ts';

const head = `# Steps 手順

Every step that a scenario can use: one key, \`actor.verb\`, and its value. Members with \`?\` may be left out.
\`npm run generate\` makes this page; do not edit it.`;

interface StepSchema {
  readonly type?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: { readonly [name: string]: StepSchema };
  readonly required?: readonly string[];
  readonly anyOf?: readonly StepSchema[];
  readonly items?: StepSchema;
}

/** The schemas of the steps as editors get them. */
function schemasOfSteps(): { readonly [verb: string]: StepSchema } {
  const schema = scenarioSchema(verbs) as { properties?: { steps?: { items?: { properties?: object } } } };
  return (schema.properties?.steps?.items?.properties ?? {}) as { readonly [verb: string]: StepSchema };
}

/** Leaves may be `$name` everywhere; saying so each time would hide what differs. */
const isName = ({ type, pattern }: StepSchema): boolean => type === 'string' && pattern?.startsWith('^\\$') === true;

function notation(schema: StepSchema): string {
  if (schema.const !== undefined) return String(schema.const);
  if (schema.enum !== undefined) return schema.enum.join(' | ');
  if (schema.anyOf !== undefined) {
    const branches = schema.anyOf.filter((branch) => !isName(branch) && branch.type !== 'null').map(notation);
    return [...new Set(branches)].join(' | ');
  }
  if (schema.properties !== undefined) return members(schema.properties, schema.required ?? []);
  if (schema.type === 'array') return `[${schema.items === undefined ? '' : notation(schema.items)}, …]`;
  return schema.type === 'object' ? '{ … }' : (schema.type ?? '…');
}

function members(properties: NonNullable<StepSchema['properties']>, required: readonly string[]): string {
  const list = Object.entries(properties).map(
    ([name, schema]) => `${name}${required.includes(name) ? '' : '?'}: ${notation(schema)}`,
  );
  return list.length === 0 ? '{ }' : `{ ${list.join(', ')} }`;
}

export const stepPage: Generator = {
  file: 'docs/steps.md',
  make() {
    const schemas = schemasOfSteps();
    const sections = verbs.map(({ verb, description }) => {
      const value = notation(schemas[verb] ?? {});
      return `## ${verb}\n\n${description.ja}\n\n${description.en}\n\n\`${value}\``;
    });
    return `${[head, ...sections].join('\n\n')}\n`;
  },
};
