import { type KeyPair, remembered, type World } from '../kernel/index.ts';
import { type SecuringMechanism, signingKeyOf } from '../proof/index.ts';

type Kind = 'rsa' | 'p256' | 'ed25519';

const kinds: Readonly<Record<SecuringMechanism, Kind>> = {
  'VC-JWT RS256': 'rsa',
  'VC-JWT ES256': 'p256',
  'VC-JWT EdDSA': 'ed25519',
  'eddsa-rdfc-2022': 'ed25519',
};

/** Gives the school a new key of the kind that the mechanism signs with; returns its id. Only inside a command. */
export function addKey(world: World, school: string, mechanism: SecuringMechanism): string {
  const generation = keysOf(world, school).length + 1;
  const name = `school/${school}/${generation}`;
  const kind = kinds[mechanism];
  const { kid } = signingKeyOf(kind === 'rsa' ? world.keys.allocateRsa(name) : pairOf(world, kind, name));
  world.store.run(
    'INSERT INTO issuer_key (name, school, key_id, generation, kind) VALUES (?, ?, ?, ?, ?)',
    name,
    school,
    kid,
    generation,
    kind,
  );
  return kid;
}

function pairOf({ keys }: World, kind: Kind, name: string): KeyPair {
  switch (kind) {
    case 'rsa':
      return keys.rsa(name);
    case 'p256':
      return keys.ecP256(name);
    case 'ed25519':
      return keys.ed25519(name);
  }
}

/** Every key pair that the school has ever signed with, the newest first: what one has signed stays verifiable. */
export const keysOf = remembered(['issuer_key', 'rsa_key'], (world: World, school): readonly KeyPair[] =>
  world.store
    .all<{ name: string; kind: Kind }>(
      'SELECT name, kind FROM issuer_key WHERE school = ? ORDER BY generation DESC',
      school,
    )
    .map(({ name, kind }) => pairOf(world, kind, name)),
);

/**
 * The pair that signs the school's status lists: one of its own, Ed25519 whatever its credentials are signed with, so
 * that changing the mechanism does not change the lists.
 */
export function statusKey({ keys }: World, school: string): KeyPair {
  return keys.ed25519(`school/${school}/status`);
}

/** The pair that the school signs with now. */
export function currentKey(world: World, school: string): KeyPair {
  const [newest] = keysOf(world, school);
  if (newest === undefined) throw new TypeError(`the school ${school} has no key`);
  return newest;
}
