import { scenarioSchema } from '#scenarios/language';
import { verbs } from '#scenarios/steps';
import type { Generator } from './generator.ts';
import { notation, type ShownSchema } from './schema-notation.ts';

const head = `# 手順 Steps

シナリオで使えるすべての手順です。1つの手順は、キー \`actor.verb\` とその値です。\`?\` の付くものは省けます。
Every step that a scenario can use: one key, \`actor.verb\`, and its value. Members with \`?\` may be left out.
Screens, mail settings and devices are listed in [scenario.md](scenario.md). \`npm run generate\` makes this page; do not
edit it.`;

/** The schemas of the steps as editors get them. */
function schemasOfSteps(): { readonly [verb: string]: ShownSchema } {
  const schema = scenarioSchema(verbs) as { properties?: { steps?: { items?: { properties?: object } } } };
  return (schema.properties?.steps?.items?.properties ?? {}) as { readonly [verb: string]: ShownSchema };
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
