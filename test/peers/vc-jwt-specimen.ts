import { createHmac, sign } from 'node:crypto';
import { type AchievementCredential, issueVcJwt, signingKeyOf } from '#sim/proof';
import { studentIdFrom } from './credential.ts';
import type { Handed } from './outside-verifier.ts';
import { type Algorithm, school, stranger } from './school.ts';
import { edits, flipped, type Members, type Specimen, type Tampering } from './tampering.ts';

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
const decoded = (part: string): Members => JSON.parse(Buffer.from(part, 'base64url').toString()) as Members;

export async function vcJwtSpecimen(algorithm: Algorithm): Promise<Specimen> {
  const issue = (credential: Members, keys = school): Promise<string> =>
    issueVcJwt(credential as unknown as AchievementCredential, signingKeyOf(keys[algorithm]));
  const credential = studentIdFrom('https');
  const jwt = await issue(credential);
  const [header = '', payload = '', signature = ''] = jwt.split('.');
  const { publicKey } = school[algorithm];
  const hand = (secured: string): Handed => ({ secured, publicKey, published: new Map() });
  const edited = (edit: (payload: Members) => Members): string =>
    `${header}.${encoded(edit(decoded(payload)))}.${signature}`;
  const foreign = sign(algorithm === 'EdDSA' ? null : 'sha256', Buffer.from(`${header}.${payload}`), {
    key: stranger[algorithm].privateKey,
    dsaEncoding: 'ieee-p1363',
  });
  const other = await issue({ ...credential, id: 'urn:uuid:6a5f1a94-9c52-4c3c-8a0b-0f8fca23e009' });
  const bits = Buffer.from(flipped(Buffer.from(signature, 'base64url')));
  const tampered: [Tampering, string][] = [
    ['name', edited(edits.name)],
    ['issuer', edited((claims) => ({ ...edits.issuer(claims), iss: 'https://issuer.openbadge.test/schools/other' }))],
    ['identifier', edited(edits.identifier)],
    ['signature', `${header}.${payload}.${bits.toString('base64url')}`],
    ['foreign-key', `${header}.${payload}.${foreign.toString('base64url')}`],
    ['own-key', await issue(credential, stranger)],
    ['foreign-proof', `${header}.${payload}.${other.split('.')[2]}`],
    ['unsigned', `${encoded({ alg: 'none', typ: 'JWT' })}.${payload}.`],
    ['shared-secret', asSharedSecret(payload, publicKey.export({ type: 'spki', format: 'pem' }).toString())],
  ];
  return { genuine: hand(jwt), tampered: new Map(tampered.map(([name, secured]) => [name, hand(secured)])) };
}

/** https://www.rfc-editor.org/rfc/rfc8725#section-2.1 : who lets the header choose takes the public key for a secret. */
function asSharedSecret(payload: string, secret: string): string {
  const input = `${encoded({ alg: 'HS256', typ: 'JWT' })}.${payload}`;
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
}
