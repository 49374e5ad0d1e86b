import { multikeyOf, secureWithDataIntegrity } from '#sim/proof';
import { holdingOf } from '#sim/wallet';
import type { FurnishedWorld } from './furnished-world.ts';
import { bearer, type Furnishing, send, sendForJson } from './furnishing.ts';

const school = 'mihon-university';

/** Badges as files, pictures and documents, and one that a school may sign. */
export async function furnishBadges(furnished: FurnishedWorld): Promise<Furnishing> {
  const { tokens, world } = furnished;
  const authorization = bearer(tokens.session);
  const unsigned = unsignedFor(`${world.origins.issuer}/schools/${school}`);
  const issuing = ['issuer', 'POST', `/schools/${school}/credentials/issue`] as const;
  const { verifiableCredential } = await sendForJson<{ verifiableCredential: object }>(furnished, issuing, {
    authorization: bearer(world.keys.secret(`school/${school}`)),
    json: { credential: unsigned },
  });
  const listing = ['wallet', 'GET', '/credentials'] as const;
  const { received } = await sendForJson<{ received: { credential: string }[] }>(furnished, listing, { authorization });
  const held = holdingOf(world, received[0]?.credential ?? '');
  if (held === undefined) throw new TypeError('hanako holds no badge');
  const picture = async (name: string): Promise<Buffer> =>
    (await send(furnished, ['wallet', 'GET', `/credentials/${held.credential}/${name}`], { authorization })).body;
  const presentation = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiablePresentation'],
    verifiableCredential: [verifiableCredential],
  };
  const elsewhere = await badgeFromElsewhere(world);
  return {
    known: new Map<string, readonly unknown[]>([
      ['credential', [unsigned]],
      ['pushCredential.credential', [held.credential]],
      ['pushSchoolCredential.credential', [held.credential]],
      ['credentialId', [held.credential]],
      ['verifiableCredential', [verifiableCredential]],
      ['presentation', [presentation]],
      ['putProfile.wholeBody', [{ id: 'https://partner.example/u/1', type: ['Profile'], name: '見本 花子' }]],
      ['badge', [elsewhere, unsigned]],
      ['upsertCredential.wholeBody', [elsewhere]],
      ['text/plain', [held.secured]],
      ['application/vc+jwt', [held.secured]],
      ['image/png', [await picture('badge.png')]],
      ['image/svg+xml', [await picture('badge.svg')]],
    ]),
    credentials: {},
  };
}

/** Of an issuer that is its own key, so that nobody has to be asked. */
async function badgeFromElsewhere({ keys }: FurnishedWorld['world']): Promise<object> {
  const pair = keys.ed25519('elsewhere');
  const key = multikeyOf(pair.publicKey);
  const { secured } = await secureWithDataIntegrity(unsignedFor(`did:key:${key}`), pair, {
    verificationMethod: `did:key:${key}#${key}`,
    created: '2026-02-01T00:00:00Z',
  });
  return secured;
}

function unsignedFor(issuer: string): object {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id: 'urn:uuid:5a7b7f36-9f5e-4c62-8c3c-21f1f0a6d001',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: '図書館ガイダンス修了',
    issuer: { id: issuer, type: ['Profile'], name: '見本大学' },
    validFrom: '2026-04-01T08:00:00+09:00',
    credentialSubject: {
      type: ['AchievementSubject'],
      id: 'did:example:hanako',
      achievement: {
        id: 'https://badges.mihon.example/achievements/library',
        type: ['Achievement'],
        name: '図書館ガイダンス',
        description: '図書館の使い方を学びました。',
        criteria: { narrative: '参加すること。' },
      },
    },
  };
}
