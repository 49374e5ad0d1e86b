import { ServiceError } from '../errors/index.ts';
import { assertionOf, credentialOf, ob2Context, ob3Contexts, versionOf } from './assertion.ts';
import { type BadgeDocument, objectIn } from './badge-document.ts';
import { embedded, type ResolvePort } from './embedded.ts';
import { type JsonObject, objectOf, present, textOf } from './json-object.ts';
import { remainderOf, restored } from './remainder.ts';

/** In an OB 3.0 credential: what of its OB 2.0 badge has no home there. A JSON literal, so that JSON-LD keeps it whole. */
const remainderContext = { ob2: { '@id': 'urn:todoku:ob2:remainder', '@type': '@json' } } as const;

/** In an OB 2.0 badge, an extension of it: https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html#Extensions */
const extension = 'extensions:openBadges3';
const extensionContext = { remainder: 'urn:todoku:ob3:remainder' } as const;

/**
 * An OB 2.0 badge as an OB 3.0 credential without proof. What has no home there stays with it, and `exportOb2` gives
 * the very badge back, down to the form: embedded, by reference, signed. One that `exportOb2` made of a credential
 * becomes that credential again. Throws ServiceError `ob2-unfit`, `ob2-unresolved`.
 */
export async function importOb2(badge: BadgeDocument, ports: ResolvePort): Promise<BadgeDocument> {
  const { document } = badge;
  if (versionOf(document) !== 'ob2') throw new ServiceError('ob2-unfit', { pointer: '/type' });
  if (Object.hasOwn(document, extension)) return credentialIn(document);
  const credential = credentialOf(await embedded(document, ports));
  return {
    document: {
      ...credential,
      '@context': [...ob3Contexts, remainderContext],
      ob2: remainderOf(badge, assertionOf(credential)),
    },
  };
}

/**
 * An OB 3.0 credential as an OB 2.0 Assertion with its BadgeClass and Issuer embedded; an imported one as the badge
 * that it was. It is for display: OB 2.0 cannot verify the proof, which comes back with `importOb2`. `image` is the
 * IRI of a picture for an achievement that has none: OB 2.0 asks for one. Throws ServiceError `ob3-unfit`.
 */
export function exportOb2(credential: BadgeDocument, { image }: { readonly image?: string }): BadgeDocument {
  const { document } = credential;
  if (versionOf(document) !== 'ob3') throw new ServiceError('ob3-unfit', { pointer: '/type' });
  const assertion = assertionOf(document);
  const imported = objectOf(document.ob2);
  if (imported !== undefined) {
    const badge = restored(assertion, imported);
    if (badge === undefined) throw new ServiceError('ob3-unfit', { pointer: '/ob2' });
    return badge;
  }
  const whole = withImage(assertion, image);
  for (const [member, pointer] of needed) {
    if (member(whole) === undefined) throw new ServiceError('ob3-unfit', { pointer });
  }
  const remainder = JSON.stringify(remainderOf(credential, wayBackOf(whole)));
  const carried = { '@context': extensionContext, type: ['Extension', extension], remainder };
  return { document: { ...whole, '@context': ob2Context, [extension]: carried } };
}

/** What OB 2.0 requires, and where a credential has it. */
const needed: readonly (readonly [(assertion: JsonObject) => unknown, string])[] = [
  [({ id }) => id, '/id'],
  [({ issuedOn }) => issuedOn, '/validFrom'],
  [({ recipient }) => recipient, '/credentialSubject'],
  [({ badge }) => objectOf(badge), '/credentialSubject/achievement'],
  [({ badge }) => objectOf(badge)?.name, '/credentialSubject/achievement/name'],
  [({ badge }) => objectOf(badge)?.issuer, '/issuer'],
];

/** The credential that an exported one was. Throws ServiceError `ob2-unfit`. */
function credentialIn(document: JsonObject): BadgeDocument {
  const { [extension]: carried, ...assertion } = document;
  const remainder = objectIn(textOf(objectOf(carried)?.remainder) ?? '');
  const credential = remainder && restored(wayBackOf(assertion), remainder);
  if (credential === undefined) throw new ServiceError('ob2-unfit', { pointer: `/${extension}` });
  return credential;
}

/** What an exported assertion says by itself; nothing when that is no credential. */
function wayBackOf(assertion: JsonObject): JsonObject {
  try {
    return credentialOf(assertion);
  } catch (error) {
    if (error instanceof ServiceError) return {};
    throw error;
  }
}

function withImage(assertion: JsonObject, image: string | undefined): JsonObject {
  const badge = objectOf(assertion.badge);
  return badge === undefined ? assertion : { ...assertion, badge: present({ image, ...badge }) };
}
