import { encodeStatusList } from '#sim/proof';
import { entries, studentIdFrom } from './credential.ts';
import { withFlippedBit } from './data-integrity-specimen.ts';
import type { Handed } from './outside-verifier.ts';
import { type IssuerForm, school, stranger } from './school.ts';
import { publishedWithList, secure, statusListFrom } from './status-list.ts';
import type { Members, Specimen, Tampering } from './tampering.ts';

/** A student ID that names a list. What is tampered with is the list. */
export async function statusListSpecimen(form: IssuerForm): Promise<Specimen> {
  const { secured } = await secure(statusListFrom(form), form);
  const [valid, revoked] = [
    await secure(studentIdFrom(form), form),
    await secure(studentIdFrom(form, entries.revoked), form),
  ];
  const hand = async (credential: object, list: object): Promise<Handed> => ({
    secured: credential,
    publicKey: school.EdDSA.publicKey,
    published: await publishedWithList(form, list),
  });
  const subject = secured.credentialSubject as Members;
  const cleared = { ...subject, encodedList: encodeStatusList([]) };
  const blank = statusListFrom(form, []);
  // Whatever the list says of the entry, only what was done to it can be why it is refused.
  const tampered: [Tampering, Handed][] = [
    ['revoked', await hand(revoked.secured, secured)],
    ['cleared', await hand(revoked.secured, { ...secured, credentialSubject: cleared })],
    ['issuer', await hand(valid.secured, { ...secured, issuer: 'https://issuer.openbadge.test/schools/other' })],
    [
      'purpose',
      await hand(valid.secured, { ...secured, credentialSubject: { ...subject, statusPurpose: 'suspension' } }),
    ],
    ['signature', await hand(valid.secured, withFlippedBit(secured))],
    ['foreign-key', await hand(revoked.secured, (await secure(blank, form, stranger, school)).secured)],
    ['own-key', await hand(revoked.secured, (await secure(blank, form, stranger)).secured)],
  ];
  return { genuine: await hand(valid.secured, secured), tampered: new Map(tampered) };
}
