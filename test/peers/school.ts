import { createWorld, defaultLimits, type KeyPair } from '#sim/kernel';
import { multikeyOf } from '#sim/proof';

/** The JWS algorithms that we issue with. */
export type Algorithm = 'RS256' | 'ES256' | 'EdDSA';

/** How an issuer is named: by its page, or by its key. */
export type IssuerForm = 'https' | 'did:key';

/** Somebody who signs. */
export type Keys = Readonly<Record<Algorithm, KeyPair>>;

export const school: Keys = keysOf('school');
/** Somebody who would like to be the school. */
export const stranger: Keys = keysOf('stranger');

function keysOf(name: string): Keys {
  const begin = ({ keys }: { readonly keys: { allocateRsa(name: string): KeyPair } }): void =>
    void ['school', 'stranger'].map((one) => keys.allocateRsa(one));
  const world = createWorld({ seed: 1, startsAt: 0, limits: defaultLimits, parameters: {} }, [
    { name: 'peers', tables: '', commands: [], begin },
  ]);
  return { RS256: world.keys.rsa(name), ES256: world.keys.ecP256(name), EdDSA: world.keys.ed25519(name) };
}

const addresses: Readonly<Record<IssuerForm, string>> = {
  https: 'https://issuer.openbadge.test/schools/mihon',
  'did:key': `did:key:${multikeyOf(school.EdDSA.publicKey)}`,
};

export function issuerIdOf(form: IssuerForm): string {
  return addresses[form];
}

/** `https://school#z6Mk…`, or `did:key:z6Mk…#z6Mk…`. */
export function methodOf(form: IssuerForm, keys: Keys = school): string {
  const multikey = multikeyOf(keys.EdDSA.publicKey);
  return `${form === 'https' ? addresses.https : `did:key:${multikey}`}#${multikey}`;
}

/**
 * What stands at the addresses of the school and of its keys: its document lists its own key. The stranger's key stands
 * somewhere too, so that who refuses it does so because it is not the school's.
 */
export function publishedBy(form: IssuerForm): ReadonlyMap<string, object> {
  const entries = [school, stranger].flatMap((keys): [string, object][] => {
    const method = methodOf(form, keys);
    const [controller = '', publicKeyMultibase = ''] = method.split('#');
    const assertionMethod = [methodOf(form, form === 'https' ? school : keys)];
    return [
      [controller, { '@context': 'https://www.w3.org/ns/did/v1', id: controller, assertionMethod }],
      [method, { '@context': multikeyContext, id: method, type: 'Multikey', controller, publicKeyMultibase }],
    ];
  });
  return new Map(entries);
}

const multikeyContext = 'https://w3id.org/security/multikey/v1';
