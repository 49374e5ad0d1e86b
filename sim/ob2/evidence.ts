import type { Json } from '../kernel/index.ts';
import { iriOf, isObject, type JsonObject, listOf, present, textOf, texts } from './json-object.ts';

const names = ['name', 'narrative', 'description', 'genre', 'audience'].map((name) => [name, name] as const);

/** OB 2.0 evidence is an IRI, an object, or a list of these. */
export function evidenceOfOb2(evidence: Json | undefined): readonly JsonObject[] {
  return listOf(evidence).flatMap((one) => {
    const id = iriOf(isObject(one) ? one.id : one);
    const told = isObject(one) ? texts(one, names) : {};
    // One that says nothing would be an empty node.
    if (id === undefined && Object.keys(told).length === 0) return [];
    return [present({ id, type: ['Evidence'], ...told })];
  });
}

export function evidenceOfOb3(evidence: Json | undefined): readonly Json[] {
  return listOf(evidence)
    .filter(isObject)
    .map((one) => {
      const told = texts(one, names);
      const id = textOf(one.id);
      return id !== undefined && Object.keys(told).length === 0 ? id : present({ id, ...told });
    });
}
