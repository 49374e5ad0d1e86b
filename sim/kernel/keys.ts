import { createECDH, createPrivateKey, createPublicKey, hash, type KeyObject } from 'node:crypto';
import { countUp } from './counter.ts';
import fixture from './fixture-rsa-keys.json' with { type: 'json' };
import { remembered } from './remembered.ts';
import type { Store } from './store.ts';

export interface KeyPair {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** The world's key material. Nothing here protects anything real: who knows the seed has every key. */
export interface Keys {
  /** An Ed25519 pair derived from the seed and the name; any number of names. */
  ed25519(name: string): KeyPair;
  /** A P-256 pair derived from the seed and the name; any number of names. */
  ecP256(name: string): KeyPair;
  /** A shared secret of two parts of the system (an API token), derived from the seed and the name: 43 characters. */
  secret(name: string): string;
  /** Gives the name the next RSA-2048 pair of the fixture pool, which the seed shuffles. Only inside a command. */
  allocateRsa(name: string): KeyPair;
  /** The pair that the name was given. Throws TypeError when it has none. */
  rsa(name: string): KeyPair;
}

export const keyTable = 'CREATE TABLE rsa_key (name TEXT PRIMARY KEY, slot INTEGER NOT NULL) STRICT, WITHOUT ROWID;';

/** DER of a PKCS #8 Ed25519 key up to its 32 bytes (RFC 8410 §7). */
const ed25519Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The order of the group P-256: https://csrc.nist.gov/pubs/sp/800/186/final §3.2.1.3 */
const p256Order = Buffer.from('ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551', 'hex');

/** The first of the hashes that is a scalar from 1 to the order less one; nearly always the very first. */
function p256Scalar(seed: number, name: string): Buffer {
  for (let attempt = 0; ; attempt += 1) {
    const scalar = hash('sha256', `todoku p256|${seed}|${attempt}|${name}`, 'buffer');
    if (scalar.compare(p256Order) < 0 && scalar.some((byte) => byte !== 0)) return scalar;
  }
}

function p256PrivateKey(scalar: Buffer): KeyObject {
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(scalar);
  const point = ecdh.getPublicKey();
  const text = (bytes: Buffer): string => bytes.toString('base64url');
  const jwk = { kty: 'EC', crv: 'P-256', x: text(point.subarray(1, 33)), y: text(point.subarray(33)), d: text(scalar) };
  return createPrivateKey({ key: jwk, format: 'jwk' });
}

function ed25519PrivateKey(seed: number, name: string): KeyObject {
  const secret = hash('sha256', `todoku ed25519|${seed}|${name}`, 'buffer');
  const der = Buffer.concat([ed25519Prefix, secret]).toString('base64');
  return createPrivateKey(`-----BEGIN PRIVATE KEY-----\n${der}\n-----END PRIVATE KEY-----\n`);
}

function pair(privateKey: KeyObject): KeyPair {
  return { privateKey, publicKey: createPublicKey(privateKey) };
}

/** The pairs of the fixture by slot, made when they are first needed: the same ones for every world. */
const pool = new Map<number, KeyPair>();

function fromPool(slot: number): KeyPair {
  let found = pool.get(slot);
  if (found === undefined) {
    found = pair(createPrivateKey(fixture.keys[slot] ?? ''));
    pool.set(slot, found);
  }
  return found;
}

const slotOf = remembered(
  ['rsa_key'],
  ({ store }: { readonly store: Store }, name) =>
    store.get<{ slot: number }>('SELECT slot FROM rsa_key WHERE name = ?', name)?.slot,
);

export function createKeys(seed: number, store: Store): Keys {
  const derived = new Map<string, KeyPair>();
  const derive = (name: string, privateKey: () => KeyObject): KeyPair => {
    const found = derived.get(name) ?? pair(privateKey());
    derived.set(name, found);
    return found;
  };
  const keys: Keys = {
    ed25519: (name) => derive(`ed25519|${name}`, () => ed25519PrivateKey(seed, name)),
    ecP256: (name) => derive(`p256|${name}`, () => p256PrivateKey(p256Scalar(seed, name))),
    secret: (name) => hash('sha256', `todoku secret|${seed}|${name}`, 'base64url'),
    allocateRsa(name) {
      const slot =
        (hash('sha256', `todoku rsa|${seed}`, 'buffer').readUInt8(0) + countUp(store, 'rsa-key')) % fixture.keys.length;
      store.run('INSERT INTO rsa_key (name, slot) VALUES (?, ?)', name, slot);
      return fromPool(slot);
    },
    rsa(name) {
      const slot = slotOf({ store }, name);
      if (slot === undefined) throw new TypeError(`no RSA key was given to ${name}`);
      return fromPool(slot);
    },
  };
  return keys;
}
