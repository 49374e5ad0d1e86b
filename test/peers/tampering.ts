import type { Bilingual } from '#sim/errors';
import type { Handed } from './outside-verifier.ts';

/** What somebody did to a credential, by name. */
export const tamperings = {
  name: { ja: '名前を書き換えた', en: 'a changed name' },
  issuer: { ja: '発行元を別の学校に書き換えた', en: 'another school as its issuer' },
  identifier: { ja: '学籍番号を消した', en: 'the student number removed' },
  signature: { ja: '署名の1ビットを変えた', en: 'one bit of the signature flipped' },
  'foreign-key': { ja: '別の鍵で署名し、発行元の鍵と称した', en: 'signed by another key in the name of the issuer’s' },
  'own-key': { ja: '別の鍵で署名し、その鍵を名乗った', en: 'signed by another key, which it names' },
  'foreign-proof': { ja: '別の証明書の証明を付けた', en: 'the proof of another credential' },
  unsigned: { ja: '署名なし（alg: none）にした', en: 'unsigned (`alg: none`)' },
  'shared-secret': { ja: '公開鍵を共有鍵として使った（HS256）', en: 'the public key used as a shared secret (HS256)' },
  cleared: { ja: '失効リストから失効の印を消した', en: 'the revocation wiped out of the list' },
  purpose: { ja: '失効リストの目的を書き換えた', en: 'another purpose of the list' },
  revoked: { ja: '（改ざんではなく）失効している', en: '(no tampering) revoked' },
} as const satisfies Record<string, Bilingual>;

export type Tampering = keyof typeof tamperings;

export type Members = Readonly<Record<string, unknown>>;

/** Changes of what a credential says. */
export const edits = {
  name: (credential: Members): Members => ({ ...credential, name: '偽学生証' }),
  issuer: (credential: Members): Members => ({
    ...credential,
    issuer: { ...(credential.issuer as Members), id: 'https://issuer.openbadge.test/schools/other' },
  }),
  identifier(credential: Members): Members {
    const subject = credential.credentialSubject as Members;
    return { ...credential, credentialSubject: { ...subject, identifier: (subject.identifier as unknown[]).slice(1) } };
  },
} as const satisfies Partial<Record<Tampering, (credential: Members) => Members>>;

/** A credential with what outsiders must make of it: the one is genuine, the others are not. */
export interface Specimen {
  readonly genuine: Handed;
  readonly tampered: ReadonlyMap<Tampering, Handed>;
}

/** The same bytes with the lowest bit of the first one flipped. */
export function flipped(signature: Uint8Array): Uint8Array {
  return Uint8Array.from(signature, (byte, index) => (index === 0 ? byte ^ 1 : byte));
}
