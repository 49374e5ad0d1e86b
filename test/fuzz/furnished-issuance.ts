import { exportJWK, SignJWT } from 'jose';
import { importRoster, scheduleIssuance } from '#sim/issuer';
import type { FurnishedWorld } from './furnished-world.ts';
import { bearer, type Furnishing, sendForJson } from './furnishing.ts';

const school = 'mihon-university';
const at = (name: string) => ['issuer', 'POST', `/schools/${school}/openid4vci/${name}`] as const;
const grantType = 'urn:ietf:params:oauth:grant-type:pre-authorized_code';

interface Offer {
  readonly credentialOfferUri: string;
  readonly txCode: string;
}

/**
 * Student IDs on every step of OpenID4VCI: an offer with its number, an access token that has got nothing, one whose
 * student ID is deferred and due, and one that has got its own.
 */
export async function furnishIssuance(furnished: FurnishedWorld): Promise<Furnishing> {
  const { world } = furnished;
  const [first = '', second = '', third = '', fourth = ''] = await issued(world);
  const [fresh, deferred, done] = [
    await access(furnished, first),
    await access(furnished, second),
    await access(furnished, third),
  ];
  const { transaction_id: transaction } = await requested(furnished, deferred);
  const later = await requested(furnished, done);
  // Of `deferredMs` of the furnished world.
  await world.advance(60_000);
  const taken = { transaction_id: later.transaction_id };
  await sendForJson(furnished, at('deferred'), { authorization: bearer(done), json: taken });
  const { notification_id: notification } = await requested(furnished, done);
  const offer = await offerOf(furnished, fourth);
  const details = {
    type: 'openid_credential',
    credential_configuration_id: await configurationOf(furnished),
  };
  const [key, otherKey] = [await proofsOf(furnished), await proofsOf(furnished, 'another')];
  return {
    known: new Map<string, readonly unknown[]>([
      ['offer', [offer.code, furnished.tokens.receive]],
      ['requestAccessToken.grant_type', [grantType]],
      ['requestAccessToken.authorization_details', [JSON.stringify([details])]],
      ['pre-authorized_code', [offer.code]],
      ['tx_code', [offer.number]],
      ...['requestAccessToken', 'requestCredential', 'requestDeferredCredential', 'notifyIssuer'].map(
        (id): [string, unknown[]] => [`${id}.school`, [school]],
      ),
      ['proofs', [key, key, otherKey]],
      ['credential_configuration_id', [await configurationOf(furnished)]],
      ['credential_identifier', ['x']],
      ['transaction_id', [transaction]],
      ['notification_id', [notification]],
    ]),
    credentials: {
      openid4vciAccess: {
        right: [fresh, deferred, done].map(bearer),
        wrong: [offer.code, furnished.tokens.session].map(bearer),
      },
    },
  };
}

async function issued(world: FurnishedWorld['world']): Promise<string[]> {
  const before = new Set(credentialsIn(world));
  const numbers = ['VCI-1', 'VCI-2', 'VCI-3', 'VCI-4'];
  const rows = numbers.map((number, index) => `${number},見本 受取,vci${index}@gmail.com`);
  const bytes = new TextEncoder().encode(`学籍番号,氏名,メールアドレス\r\n${rows.join('\r\n')}\r\n`);
  await importRoster(world, { school, bytes });
  await world.perform(scheduleIssuance, { school, period: null, at: null, studentNumbers: numbers });
  await world.advance(60_000);
  return credentialsIn(world).filter((credential) => !before.has(credential));
}

function credentialsIn({ store }: FurnishedWorld['world']): string[] {
  const rows = store.all<{ id: string }>('SELECT credential AS id FROM issuer_credential ORDER BY credential');
  return rows.map(({ id }) => id);
}

async function offerOf(furnished: FurnishedWorld, credential: string) {
  const authorization = bearer(furnished.world.keys.secret(`school/${school}`));
  const path = `/schools/${school}/credentials/${credential}/offers`;
  const offer = await sendForJson<Offer>(furnished, ['issuer', 'POST', path], { authorization });
  return { code: offer.credentialOfferUri.split('/').at(-1) ?? '', number: offer.txCode };
}

async function access(furnished: FurnishedWorld, credential: string): Promise<string> {
  const { code, number } = await offerOf(furnished, credential);
  const form = { grant_type: grantType, 'pre-authorized_code': code, tx_code: number };
  return (await sendForJson<{ access_token: string }>(furnished, at('token'), { form })).access_token;
}

async function requested(furnished: FurnishedWorld, token: string) {
  const json = { credential_configuration_id: await configurationOf(furnished), proofs: await proofsOf(furnished) };
  const asked = { authorization: bearer(token), json };
  return sendForJson<{ transaction_id: string; notification_id: string }>(furnished, at('credential'), asked);
}

async function configurationOf(furnished: FurnishedWorld): Promise<string> {
  const path = `/.well-known/openid-credential-issuer/schools/${school}`;
  const metadata = await sendForJson<{ credential_configurations_supported: object }>(furnished, [
    'issuer',
    'GET',
    path,
  ]);
  return Object.keys(metadata.credential_configurations_supported)[0] ?? '';
}

/** https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0.html#appendix-F.1 */
async function proofsOf(furnished: FurnishedWorld, name = 'wallet'): Promise<{ readonly jwt: readonly string[] }> {
  const { keys, origins, clock } = furnished.world;
  const pair = keys.ed25519(`handset/${name}`);
  const { c_nonce: nonce } = await sendForJson<{ c_nonce: string }>(furnished, at('nonce'));
  const jwt = await new SignJWT({
    aud: `${origins.issuer}/schools/${school}`,
    iat: Math.floor(clock.now() / 1_000),
    nonce,
  })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'openid4vci-proof+jwt', jwk: await exportJWK(pair.publicKey) })
    .sign(pair.privateKey);
  return { jwt: [jwt] };
}
