/** RDF terms and quads as jsonld and rdf-canonize have them: https://rdf.js.org/data-model-spec/ */
export type Term = Resource | Literal;

export interface Resource {
  readonly termType: 'NamedNode' | 'BlankNode' | 'DefaultGraph';
  readonly value: string;
}

export interface Literal {
  readonly termType: 'Literal';
  readonly value: string;
  readonly datatype: { readonly termType: 'NamedNode'; readonly value: string };
  readonly language?: string;
}

export interface Quad {
  readonly subject: Resource;
  readonly predicate: Resource;
  readonly object: Term;
  readonly graph: Resource;
}
