import { encodeStatusList } from '#sim/proof';
import { studentIdFrom } from './credential.ts';
import { secure, withFlippedBit } from './data-integrity-specimen.ts';
import type { Handed } from './outside-verifier.ts';
import { type IssuerForm, issuerIdOf, publishedBy, school, stranger } from './school.ts';
import type { Members, Specimen, Tampering } from './tampering.ts';

const listUrl = 'https://issuer.openbadge.test/schools/mihon/status/1';
const revoked = 4_711;

function listOf(form: IssuerForm, set: readonly number[]): Members {
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

function entryOf(form: IssuerForm, index: number): Members {
  const credentialStatus = {
    id: `${listUrl}#${index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: String(index),
    statusListCredential: listUrl,
  };
  return { ...studentIdFrom(form), credentialStatus };
}

/** A student ID that names a list. Each tampering is one of the list. */
export async function statusListSpecimen(form: IssuerForm): Promise<Specimen> {
  const hand = (secured: object, list: object): Handed => ({
    secured,
    publicKey: school.EdDSA.publicKey,
    published: new Map([...publishedBy(form), [listUrl, list]]),
  });
  const list = listOf(form, [revoked]);
  const { secured } = await secure(list, form);
  const [valid, gone] = [await secure(entryOf(form, revoked + 1), form), await secure(entryOf(form, revoked), form)];
  const subject = list.credentialSubject as Members;
  const cleared = { ...subject, encodedList: encodeStatusList([]) };
  const blank = listOf(form, []);
  // Whatever the list says of the entry, only what was done to it can be why it is refused.
  const tampered: [Tampering, Handed][] = [
    ['revoked', hand(gone.secured, secured)],
    ['cleared', hand(gone.secured, { ...secured, credentialSubject: cleared })],
    ['issuer', hand(valid.secured, { ...secured, issuer: 'https://issuer.openbadge.test/schools/other' })],
    ['purpose', hand(valid.secured, { ...secured, credentialSubject: { ...subject, statusPurpose: 'suspension' } })],
    ['signature', hand(valid.secured, withFlippedBit(secured))],
    ['foreign-key', hand(gone.secured, (await secure(blank, form, stranger, school)).secured)],
    ['own-key', hand(gone.secured, (await secure(blank, form, stranger)).secured)],
  ];
  return { genuine: hand(valid.secured, secured), tampered: new Map(tampered) };
}
