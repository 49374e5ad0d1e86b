/** Verifiable Credentials Data Model 2.0, or 1.1, which is only read. */
export type DataModel = 'vcdm2' | 'vcdm1';

export const baseContexts: Readonly<Record<DataModel, string>> = {
  vcdm2: 'https://www.w3.org/ns/credentials/v2',
  vcdm1: 'https://www.w3.org/2018/credentials/v1',
};

/** By the first context, which the data models name. */
export function dataModelOf(document: { readonly [name: string]: unknown }): DataModel {
  const context = document['@context'];
  const first: unknown = Array.isArray(context) ? context[0] : context;
  return first === baseContexts.vcdm1 ? 'vcdm1' : 'vcdm2';
}
