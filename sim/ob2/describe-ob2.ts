import type { BadgeDocument } from './badge-document.ts';
import { isObject, type JsonObject, listOf, objectOf, present, textOf } from './json-object.ts';

/** What an OB 2.0 document says of itself. Nothing of it is checked. */
export interface Ob2Description {
  readonly kind: 'Assertion' | 'BadgeClass' | 'Issuer' | 'Endorsement';
  /** How an Assertion wants to be verified: at its address, or by the signature around it. */
  readonly form?: 'hosted' | 'signed';
  readonly id?: string;
  /** The name, or the address when that is all there is. */
  readonly badge?: string;
  readonly issuer?: string;
  readonly recipient?: { readonly type: string; readonly hashed: boolean };
  readonly issuedOn?: string;
  readonly expires?: string;
  readonly revoked: boolean;
  readonly revocationReason?: string;
}

/** Undefined for what is no document of OB 2.0. */
export function describeOb2({ document, jws }: BadgeDocument): Ob2Description | undefined {
  const types = listOf(document.type);
  if (types.includes('VerifiableCredential')) return undefined;
  const kind = (['Assertion', 'BadgeClass', 'Endorsement', 'Issuer'] as const).find((type) => types.includes(type));
  if (kind === undefined) return undefined;
  const badge = kind === 'BadgeClass' ? document : objectOf(document.badge);
  const described = present({
    kind,
    form: kind === 'Assertion' ? formOf(document, jws) : undefined,
    id: textOf(document.id),
    badge: textOf(badge?.name) ?? textOf(document.badge) ?? textOf(badge?.id),
    issuer: issuerOf(kind === 'Issuer' ? document : (badge?.issuer ?? document.issuer)),
    recipient: recipientOf(document),
    issuedOn: textOf(document.issuedOn),
    expires: textOf(document.expires),
    revoked: document.revoked === true,
    revocationReason: textOf(document.revocationReason),
  });
  return described as unknown as Ob2Description;
}

/** OB 1.0 wrote `verify`, and `SignedBadge` for `signed`. */
function formOf(document: JsonObject, jws: string | undefined): 'hosted' | 'signed' {
  if (jws !== undefined) return 'signed';
  const types = listOf(objectOf(document.verification ?? document.verify)?.type);
  return types.some((type) => /^signed/i.test(String(type))) ? 'signed' : 'hosted';
}

function issuerOf(issuer: JsonObject[string]): string | undefined {
  return isObject(issuer) ? (textOf(issuer.name) ?? textOf(issuer.id)) : textOf(issuer);
}

function recipientOf({ recipient }: JsonObject): JsonObject | undefined {
  if (!isObject(recipient)) return undefined;
  return { type: textOf(recipient.type) ?? 'unknown', hashed: recipient.hashed === true };
}
