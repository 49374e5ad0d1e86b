import { createHash, createSign } from 'node:crypto';
import {
  createWorld,
  defaultLimits,
  type Json,
  type Module,
  parseInstant,
  type RunningWorld,
  type World,
} from '#sim/kernel';
import { dnsModule, type SigningKey } from './index.ts';

const keyName = 'fixture/dkim';

/** Stands for the sending side, which makes the key. */
const sender: Module = {
  name: 'fixture',
  tables: '',
  commands: [],
  begin: (world) => world.keys.allocateRsa(keyName),
};

export function signingKey(world: World): SigningKey {
  const key = world.keys.rsa(keyName).publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  return { name: 'todoku._domainkey.openbadge.net', txt: `v=DKIM1; k=rsa; p=${key}` };
}

/** A world with nothing but a zone: for the tests of this folder. */
export function dnsWorld(parameters: { readonly [name: string]: Json } = {}): RunningWorld {
  const startsAt = parseInstant('2026-04-01T09:00:00+09:00') ?? 0;
  return createWorld({ seed: 5, startsAt, limits: defaultLimits, parameters: { dns: parameters } }, [
    sender,
    dnsModule({ signingKey }),
  ]);
}

/** A small mail that openbadge.net signed, simple/simple: https://www.rfc-editor.org/rfc/rfc6376#section-3.7 */
export function signedMail(world: World): string {
  const body = 'https://wallet.openbadge.test/receive/t0ken\r\n';
  const fields = 'From: <service@openbadge.net>\r\nSubject: badge\r\n';
  const bodyHash = createHash('sha256').update(body).digest('base64');
  const unsigned = `DKIM-Signature: v=1; a=rsa-sha256; c=simple/simple; d=openbadge.net; s=todoku; h=from:subject; bh=${bodyHash}; b=`;
  const signature = createSign('sha256')
    .update(`${fields}${unsigned}`)
    .sign(world.keys.rsa(keyName).privateKey, 'base64');
  return `${unsigned}${signature}\r\n${fields}\r\n${body}`;
}
