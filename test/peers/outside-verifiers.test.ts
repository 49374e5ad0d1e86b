import { describe, expect, it } from 'vitest';
import { type CredentialKind, credentialKinds, issuerFormFor, outsideVerifiers, type VerifierName } from './cells.ts';

const names = Object.keys(outsideVerifiers) as VerifierName[];

function askedOf({ without }: CredentialKind): readonly VerifierName[] {
  return names.filter((name) => without[name] === undefined);
}

describe.each(credentialKinds.map((kind) => [kind.name, kind] as const))('%s', (_, kind) => {
  it.each(askedOf(kind))('is accepted by %s, and each tampered copy refused', async (name) => {
    const verifier = outsideVerifiers[name];
    const { genuine, tampered } = await kind.specimen(issuerFormFor(name));
    expect([...tampered.keys()]).toEqual(kind.tamperings);
    expect(await verifier.accepts(genuine)).toBe(true);
    const taken: string[] = [];
    for (const [tampering, handed] of tampered) if (await verifier.accepts(handed)) taken.push(tampering);
    expect(taken).toEqual([]);
  });

  it('has two outsiders at least', () => {
    expect(askedOf(kind).length).toBeGreaterThanOrEqual(2);
  });
});
