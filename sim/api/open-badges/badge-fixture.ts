import type { RunningWorld } from '../../kernel/index.ts';
import { multikeyOf, secureWithDataIntegrity } from '../../proof/index.ts';

/** For tests: a badge of an issuer that is its own key, so that nobody has to be asked. */
export async function badgeOf(world: RunningWorld, change: object = {}, key = 'elsewhere'): Promise<string> {
  const pair = world.keys.ed25519(key);
  const did = `did:key:${multikeyOf(pair.publicKey)}`;
  const credential = {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id: 'urn:uuid:33333333-3333-4333-8333-333333333333',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: did, type: ['Profile'], name: '見本協会' },
    validFrom: '2026-02-01T00:00:00Z',
    name: '情報リテラシー',
    credentialSubject: {
      id: 'urn:uuid:22222222-2222-4222-8222-222222222222',
      type: ['AchievementSubject'],
      achievement: {
        id: 'https://badges.mihon.example/achievements/1',
        type: ['Achievement'],
        name: '情報リテラシー',
        description: '情報リテラシーの講座を修了したこと',
        criteria: { narrative: '講座を修了すること' },
      },
    },
    ...change,
  };
  const proven = await secureWithDataIntegrity(credential, pair, {
    verificationMethod: `${did}#${did.slice('did:key:'.length)}`,
    created: '2026-02-01T00:00:00Z',
  });
  return JSON.stringify(proven.secured);
}
