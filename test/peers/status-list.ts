import { encodeStatusList, secureWithDataIntegrity, signingKeyOf } from '#sim/proof';
import { entries, listUrl } from './credential.ts';
import { type IssuerForm, issuerIdOf, type Keys, methodOf, publishedBy, school } from './school.ts';
import type { Members } from './tampering.ts';

/** Secures a document by somebody's key, in the name of that key or of another. */
export async function secure(document: Members, form: IssuerForm, by: Keys = school, named: Keys = by) {
  const options = { verificationMethod: methodOf(form, named), created: '2026-04-01T00:00:00Z' };
  const { secured, way } = await secureWithDataIntegrity(document, signingKeyOf(by.EdDSA), options);
  return { secured: secured as Members, way };
}

/** The school's list, not signed yet. */
export function statusListFrom(form: IssuerForm, set: readonly number[] = [entries.revoked]): Members {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: listUrl,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: issuerIdOf(form),
    validFrom: '2020-04-01T00:00:00Z',
    credentialSubject: {
      id: `${listUrl}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: encodeStatusList(set),
    },
  };
}

/** All that the school has at its addresses: its document, its keys, and its list or what stands in its place. */
export async function publishedWithList(form: IssuerForm, list?: object): Promise<ReadonlyMap<string, object>> {
  return new Map([...publishedBy(form), [listUrl, list ?? (await secure(statusListFrom(form), form)).secured]]);
}
