import { Type } from 'typebox';
import { business, detail } from '../event-type.ts';

const credential = Type.String();

export const credentialEvents = {
  'school.joined': detail('issuer', { school: Type.String(), profile: Type.String(), keyId: Type.String() }),
  'school.key-rotated': business('issuer', { school: Type.String(), keyId: Type.String() }),
  'roster.imported': business('school', {
    school: Type.String(),
    roster: Type.String(),
    accepted: Type.Integer(),
    rejected: Type.Array(Type.Object({ line: Type.Integer(), column: Type.String(), code: Type.String() })),
    /** How many addresses of real domains were mapped to simulated ones. */
    mapped: Type.Integer(),
  }),
  'issuance.scheduled': business('school', { school: Type.String(), issuance: Type.String(), at: Type.String() }),
  'issuance.interrupted': business('issuer', {
    issuance: Type.String(),
    issued: Type.Integer(),
    remaining: Type.Integer(),
  }),
  'issuance.resumed': business('school', { issuance: Type.String() }),
  /** One student of a batch whom nothing was issued to; the others went on. */
  'issuance.row-failed': business('issuer', {
    issuance: Type.String(),
    studentNumber: Type.String(),
    code: Type.String(),
  }),
  'issuance.finished': business('issuer', { issuance: Type.String(), issued: Type.Integer(), skipped: Type.Integer() }),
  'credential.issued': business('issuer', {
    credential,
    school: Type.String(),
    studentNumber: Type.String(),
    period: Type.String(),
    validFrom: Type.String(),
    validUntil: Type.String(),
    /** The securing mechanism, such as `VC-JWT RS256`. */
    proof: Type.String(),
    /** How the quads were made, of a Linked Data proof. */
    way: Type.Optional(Type.Union([Type.Literal('stencil'), Type.Literal('standard')])),
    keyId: Type.String(),
  }),
  /** A credential that the school wrote itself; nothing of it is kept. */
  'credential.secured': detail('issuer', {
    school: Type.String(),
    id: Type.Optional(Type.String()),
    proof: Type.String(),
    keyId: Type.String(),
  }),
  'credential.notified': business('issuer', {
    credential,
    message: Type.String(),
    cause: Type.Union([Type.Literal('issue'), Type.Literal('remind'), Type.Literal('reissue')]),
  }),
  'credential.claimed': business('issuer', { credential }),
  /** It was secured once more for the key of a holder; `holder` is the key's RFC 7638 thumbprint. */
  'credential.bound': business('issuer', {
    credential,
    method: Type.Union([Type.Literal('did:key'), Type.Literal('did:jwk')]),
    holder: Type.String(),
  }),
  'credential.superseded': business('issuer', { credential, by: Type.String() }),
  'credential.revoked': business('issuer', { credential, reason: Type.String() }),
  'credential.suspended': business('issuer', { credential, reason: Type.String() }),
  'credential.reinstated': business('issuer', { credential }),
  'credential.expired': business('issuer', {
    credential,
    cause: Type.Union([Type.Literal('claim-window'), Type.Literal('validity')]),
  }),
  'credential.reissued': business('school', { credential, mode: Type.String(), into: Type.String() }),
};
