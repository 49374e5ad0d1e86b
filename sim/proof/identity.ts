import { hash } from 'node:crypto';
import type { IdentityObject } from './credential-schema.ts';

type PlainType = Exclude<IdentityObject['identityType'], 'emailAddress'>;

export function plainIdentity(identityType: PlainType, value: string): IdentityObject {
  return { type: 'IdentityObject', hashed: false, identityHash: value, identityType };
}

/** An address that only who knows it finds again: `sha256$` + hex(SHA-256(address ‖ salt)), OB 3.0 "IdentityHash". */
export function hashedAddress(address: string, salt: string): IdentityObject {
  return {
    type: 'IdentityObject',
    hashed: true,
    identityHash: `sha256$${hash('sha256', address + salt, 'hex')}`,
    identityType: 'emailAddress',
    salt,
  };
}

/** Whether the identity is this address, spelt as it was when it was hashed: the specification has no normal form. */
export function isIdentityOf(identity: IdentityObject, address: string): boolean {
  if (identity.identityType !== 'emailAddress') return false;
  return identity.identityHash === hashedAddress(address, identity.salt).identityHash;
}
