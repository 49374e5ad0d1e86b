declare module 'rdf-canonize' {
  interface Term {
    readonly termType: string;
    readonly value: string;
  }
  export function canonize(
    dataset: readonly {
      readonly subject: Term;
      readonly predicate: Term;
      readonly object: Term;
      readonly graph: Term;
    }[],
    options: {
      readonly algorithm: 'RDFC-1.0';
      readonly maxWorkFactor?: number;
      /** Read every few permutations; true ends the work with an error. */
      readonly signal?: { readonly aborted: boolean; readonly reason: string };
      readonly createMessageDigest?: () => { update(text: string): void; digest(): string };
    },
  ): Promise<string>;
}
