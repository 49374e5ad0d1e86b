import { type Check, fails, holds } from '../../check.ts';
import type { JsonObject } from '../../json-object.ts';
import { baseContexts, type DataModel } from '../../schema/data-model.ts';

const name = { id: 'context', clause: 'https://www.w3.org/TR/vc-data-model-2.0/#contexts' };

/**
 * `@context` is a list that begins with the data model's and goes on with that of Open Badges. The official schema lets
 * a single text pass for the list.
 */
export function checkContext(credential: JsonObject, model: DataModel): Check {
  const contexts = credential['@context'];
  const [first, second]: readonly unknown[] = Array.isArray(contexts) ? contexts : [contexts];
  const isOpenBadges =
    typeof second === 'string' &&
    /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(-3\.\d\.\d)*\.json$/.test(second);
  if (first === baseContexts[model] && isOpenBadges) {
    const version = model === 'vcdm1' ? '1.1' : '2.0';
    return holds(name, {
      ja: `Open Badges 3.0（データモデル ${version}）の語彙を使っています。`,
      en: `It uses the terms of Open Badges 3.0, data model ${version}.`,
    });
  }
  return fails(name, 'context-order', {
    ja: '@context の 1 番目は W3C、2 番目は Open Badges 3.0 のものでなければなりません。発行元に修正を依頼してください。',
    en: 'The first @context must be that of the W3C, the second that of Open Badges 3.0. Ask the issuer to mend it.',
  });
}
