import type { Json } from '../kernel/index.ts';
import { imageOfOb2, imageOfOb3 } from './image.ts';
import { iriOf, isObject, type JsonObject, listOf, present, textOf, texts } from './json-object.ts';

const targets = ['targetName', 'targetUrl', 'targetDescription', 'targetFramework', 'targetCode'].map(
  (name) => [name, name] as const,
);

/** The languages that the schema of OB 3.0 takes. */
const language = /^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/;

/** An Achievement of a BadgeClass. Its endorsements stay out: without a proof they would make the whole invalid. */
export function achievementOf(badge: JsonObject): JsonObject {
  return present({
    id: iriOf(badge.id),
    type: ['Achievement'],
    name: textOf(badge.name),
    description: textOf(badge.description),
    criteria: criteriaOfOb2(badge.criteria),
    image: imageOfOb2(badge.image),
    tag: listOf(badge.tags).filter((tag) => typeof tag === 'string'),
    alignment: listOf(badge.alignment).flatMap(alignmentOf),
    inLanguage: languageOf(badge['@language']),
    version: textOf(badge.version),
    related: listOf(badge.related).flatMap(relatedOf),
  });
}

/** A BadgeClass of an Achievement, without its issuer. */
export function badgeClassOf(achievement: JsonObject): JsonObject {
  return present({
    id: achievement.id,
    type: 'BadgeClass',
    name: textOf(achievement.name),
    description: textOf(achievement.description),
    criteria: criteriaOfOb3(achievement.criteria),
    image: imageOfOb3(achievement.image),
    tags: listOf(achievement.tag),
    alignment: listOf(achievement.alignment)
      .filter(isObject)
      .map((one) => texts(one, targets)),
    '@language': textOf(achievement.inLanguage),
    version: textOf(achievement.version),
    related: listOf(achievement.related)
      .filter(isObject)
      .map((one) => present({ id: one.id, '@language': one.inLanguage, version: one.version })),
  });
}

/** Criteria may say nothing in OB 3.0, and must be there. */
function criteriaOfOb2(criteria: Json | undefined): JsonObject {
  if (!isObject(criteria)) return present({ id: iriOf(criteria) });
  return present({ id: iriOf(criteria.id), narrative: textOf(criteria.narrative) });
}

function criteriaOfOb3(criteria: Json | undefined): Json | undefined {
  if (!isObject(criteria)) return undefined;
  const { id, narrative } = criteria;
  return narrative === undefined ? textOf(id) : present({ id, narrative });
}

function alignmentOf(alignment: Json): readonly JsonObject[] {
  if (!isObject(alignment) || textOf(alignment.targetName) === undefined) return [];
  return iriOf(alignment.targetUrl) === undefined ? [] : [{ type: ['Alignment'], ...texts(alignment, targets) }];
}

function relatedOf(related: Json): readonly JsonObject[] {
  if (!isObject(related)) return [];
  const id = iriOf(related.id);
  const { version } = related;
  if (id === undefined) return [];
  return [present({ id, type: ['Related'], inLanguage: languageOf(related['@language']), version: textOf(version) })];
}

function languageOf(value: Json | undefined): string | undefined {
  const text = textOf(value);
  return text !== undefined && language.test(text) ? text : undefined;
}
