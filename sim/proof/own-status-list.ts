import { shapeOf } from './document-shape.ts';

/** Spelt as `shapeOf` does: only texts and the time to live are left open. */
const shape =
  /^\{@context:\["https:\/\/www\.w3\.org\/ns\/credentials\/v2"\],id:\$,type:\["VerifiableCredential","BitstringStatusListCredential"\],issuer:\$,validFrom:\$,validUntil:\$,credentialSubject:\{id:\$,type:"BitstringStatusList",statusPurpose:"(?:revocation|suspension)",encodedList:\$,ttl:\d{1,15},\},\}$/;

/** Whether a document has the shape of the status lists that our issuer signs, member by member. */
export function isOwnStatusList(document: object): boolean {
  return shape.test(shapeOf(document)?.key ?? '');
}
