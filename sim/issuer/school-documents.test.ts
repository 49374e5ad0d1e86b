import { describe, expect, it } from 'vitest';
import { createKeyResolver, multikeyOf, securingMechanisms, signingKeyOf } from '../proof/index.ts';
import { addSchool, rotateKey, schoolDidDocument, schoolJwk, schoolProfile } from './index.ts';
import { issuerWorld } from './issuer-fixture.ts';
import { keysOf } from './school-key.ts';

const url = 'https://issuer.openbadge.test/schools/other';
const did = 'did:web:issuer.openbadge.test:schools:other';

describe.each(securingMechanisms)('the keys of a school that secures by %s', (mechanism) => {
  it('are found by every name that its documents give them, retired ones too', async () => {
    const { world } = await issuerWorld();
    await world.perform(addSchool, { slug: 'other', name: { ja: '別大学', en: 'Other' }, mechanism });
    await world.perform(rotateKey, { school: 'other' });
    const resolve = createKeyResolver({
      async fetch(asked) {
        const kid = asked.split('/keys/')[1];
        const documents: Readonly<Record<string, object>> = {
          [url]: schoolProfile(world, 'other'),
          [`${url}/did.json`]: schoolDidDocument(world, 'other'),
          ...(kid !== undefined && { [asked]: schoolJwk(world, 'other', kid) }),
        };
        const body = Buffer.from(JSON.stringify(documents[asked]));
        return { status: 200, headers: {}, body, json: <Body>() => JSON.parse(body.toString()) as Body };
      },
    });
    const pairs = keysOf(world, 'other');
    expect(pairs).toHaveLength(2);
    for (const { publicKey, privateKey } of pairs) {
      const { kid } = signingKeyOf({ publicKey, privateKey });
      const names = [`${url}#${kid}`, `${did}#${kid}`, `${url}/keys/${kid}`];
      if (publicKey.asymmetricKeyType !== 'rsa')
        names.push(`${url}#${multikeyOf(publicKey)}`, `${did}#${multikeyOf(publicKey)}`);
      for (const name of names) expect((await resolve(name)).publicKey.equals(publicKey), name).toBe(true);
    }
    expect(schoolDidDocument(world, 'other')).toMatchObject({ id: did, alsoKnownAs: [url] });
    const published = [schoolProfile(world, 'other'), schoolDidDocument(world, 'other')];
    expect(JSON.stringify(published)).not.toMatch(/"(d|p|q)":/);
    expect(() => schoolJwk(world, 'other', 'none')).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
});
