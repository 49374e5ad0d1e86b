import { generateKeyPairSync, hash, randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { clientAuthenticationAnonymous } from '@openid4vc/oauth2';
import { Openid4vciClient } from '@openid4vc/openid4vci';
import { exportJWK, SignJWT } from 'jose';
import { afterEach, describe, expect, it } from 'vitest';
import { createServices } from '#sim/api';
import type { Transmission } from '#sim/events';
import { faultModule } from '#sim/faults';
import { addSchool, credentialsOf, importRoster, issuerModule, scheduleIssuance } from '#sim/issuer';
import { createWorld, defaultLimits, type Json, parseInstant, type RunningWorld } from '#sim/kernel';
import { mailModule } from '#sim/mail';
import { openid4vciModule } from '#sim/openid4vci';
import { createKeyResolver, type SecuringMechanism } from '#sim/proof';
import { verifyOpenBadge } from '#sim/verify/open-badge';
import { walletModule } from '#sim/wallet';

const school = 'mihon-university';
const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

interface Stage {
  readonly world: RunningWorld;
  readonly services: ReturnType<typeof createServices>;
  /** What left the mail host, decoded. */
  readonly mails: readonly string[];
  /** Carries a request to the world's origins over a socket of loopback. */
  readonly fetch: typeof globalThis.fetch;
  readonly client: Openid4vciClient;
  readonly signer: { readonly method: 'jwk'; readonly alg: string; readonly publicJwk: { readonly kty: string } };
}

async function stage(mechanism: SecuringMechanism, parameters: { readonly [name: string]: Json } = {}): Promise<Stage> {
  const mails: string[] = [];
  const deliver = (_: unknown, { data }: Transmission) => {
    const [, body = ''] = /base64\r\n\r\n([A-Za-z0-9+/=\r\n]+)/.exec(data.toString('latin1')) ?? [];
    mails.push(Buffer.from(body, 'base64').toString('utf8'));
    return { replyCode: 250, text: 'Ok' };
  };
  const startsAt = parseInstant('2026-04-01T09:00:00+09:00') ?? 0;
  const origin = { seed: 11, startsAt, limits: defaultLimits, parameters: { openid4vci: parameters } };
  const modules = [mailModule({ deliver }), faultModule, issuerModule, openid4vciModule, walletModule];
  const world = createWorld(origin, modules);
  await world.perform(addSchool, { slug: school, name: { ja: '見本大学', en: 'Mihon University' }, mechanism });
  const rows = '学籍番号,氏名,メールアドレス\r\nA1,見本 花子,hanako@docomo.ne.jp';
  await importRoster(world, { school, bytes: new TextEncoder().encode(rows) });
  await world.perform(scheduleIssuance, { school, period: null, at: null, studentNumbers: null });
  await world.advance(60_000);
  const services = createServices(world);
  const fetch = await socketsOf(services, world);
  return { world, services, mails, fetch, ...(await walletOf(fetch)) };
}

/** Behind a real socket each, whatever the services call themselves. */
async function socketsOf({ applications }: Stage['services'], { origins }: RunningWorld): Promise<typeof fetch> {
  const bases = new Map<string, string>();
  for (const name of ['issuer', 'wallet'] as const) {
    const server = createServer(applications[name]);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    bases.set(origins[name], `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  }
  return (input, init) => {
    const { origin, pathname, search } = new URL(String(input));
    const base = bases.get(origin);
    if (base === undefined) throw new TypeError(`nothing answers at ${origin}`);
    return globalThis.fetch(base + pathname + search, init);
  };
}

/** The wallet of someone else: the client of `@openid4vc`, with a P-256 key of its own. */
async function walletOf(fetch: typeof globalThis.fetch): Promise<Pick<Stage, 'client' | 'signer'>> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const publicJwk = (await exportJWK(publicKey)) as { kty: string };
  const client = new Openid4vciClient({
    callbacks: {
      fetch,
      hash: (data, alg) => hash(alg.replace('-', ''), data, 'buffer'),
      generateRandom: (length) => randomBytes(length),
      clientAuthentication: clientAuthenticationAnonymous(),
      async signJwt(_signer, { header, payload }) {
        const jwt = await new SignJWT(payload as never).setProtectedHeader(header as never).sign(privateKey);
        return { jwt, signerJwk: publicJwk as never };
      },
    },
  });
  return { client, signer: { method: 'jwk', alg: 'ES256', publicJwk } };
}

/** From an offer to a credential, or to the time when it will be there. */
async function received({ client, signer, world }: Stage, offerLink: string, txCode: string) {
  const credentialOffer = await client.resolveCredentialOffer(offerLink);
  const issuerMetadata = await client.resolveIssuerMetadata(credentialOffer.credential_issuer);
  const { accessTokenResponse } = await client.retrievePreAuthorizedCodeAccessTokenFromOffer({
    credentialOffer,
    issuerMetadata,
    txCode,
  });
  const accessToken = accessTokenResponse.access_token;
  const { c_nonce: nonce } = await client.requestNonce({ issuerMetadata });
  const [credentialConfigurationId = ''] = credentialOffer.credential_configuration_ids;
  const { jwt } = await client.createCredentialRequestJwtProof({
    signer: signer as never,
    nonce,
    issuedAt: new Date(world.clock.now()),
    issuerMetadata,
    credentialConfigurationId,
  });
  const { credentialResponse } = await client.retrieveCredentials({
    issuerMetadata,
    accessToken,
    credentialConfigurationId,
    proofs: { jwt: [jwt] },
  });
  return { issuerMetadata, accessToken, credentialResponse };
}

/** What a clerk shows at the counter, and tells. */
async function offered({ world, services }: Stage): Promise<{ credentialOffer: string; txCode: string }> {
  const [listed] = credentialsOf(world, school, undefined);
  const url = `${world.origins.issuer}/schools/${school}/credentials/${listed?.credential}/offers`;
  const authorization = `Bearer ${world.keys.secret(`school/${school}`)}`;
  return (await services.fetch(url, { method: 'POST', headers: { authorization } })).json();
}

async function verdictOn({ world, services }: Stage, credential: unknown) {
  const text = typeof credential === 'string' ? credential : JSON.stringify(credential);
  const { verdict, checks } = await verifyOpenBadge(
    new TextEncoder().encode(text),
    { fetch: services.fetch, resolveKey: createKeyResolver({ fetch: services.fetch }) },
    { now: world.clock.now() },
  );
  return { verdict, failed: checks.filter((check) => 'valid' in check && !check.valid).map(({ id }) => id) };
}

describe('a wallet of someone else', () => {
  it.each(['VC-JWT RS256', 'VC-JWT ES256', 'eddsa-rdfc-2022'] as const)(
    'receives a student ID by %s, and tells that it did',
    async (mechanism) => {
      const on = await stage(mechanism);
      const { credentialOffer, txCode } = await offered(on);
      const { issuerMetadata, accessToken, credentialResponse } = await received(on, credentialOffer, txCode);
      const [{ credential } = {}] = credentialResponse.credentials as { credential: unknown }[];
      expect(await verdictOn(on, credential)).toMatchObject({ verdict: 'accepted' });
      await on.client.sendNotification({
        issuerMetadata,
        accessToken,
        notification: { notificationId: credentialResponse.notification_id ?? '', event: 'credential_accepted' },
      });
      expect(credentialsOf(on.world, school, undefined)).toMatchObject([{ state: 'claimed' }]);
    },
  );

  it('begins with the link of the mail, and has the number mailed', async () => {
    const on = await stage('VC-JWT RS256');
    const [link = ''] = /https:\S+\/receive\/\S+/.exec(on.mails[0] ?? '') ?? [];
    expect(new URL(link).searchParams.get('iuv')).toBe('1');
    const headers = { accept: 'application/json', 'user-agent': 'okhttp/4.12.0' };
    const { protocols } = (await (await on.fetch(link, { headers })).json()) as { protocols: { OID4VCI: string } };
    const offerUrl = new URL(protocols.OID4VCI).searchParams.get('credential_offer_uri') ?? '';
    await on.fetch(`${offerUrl}/number`, { method: 'POST' });
    await on.world.advance(10_000);
    const [, txCode = ''] = /受け取り番号: (\d{6})/.exec(on.mails.at(-1) ?? '') ?? [];
    const { credentialResponse } = await received(on, protocols.OID4VCI, txCode);
    const [{ credential } = {}] = credentialResponse.credentials as { credential: unknown }[];
    expect(await verdictOn(on, credential)).toMatchObject({ verdict: 'accepted' });
  });

  it('waits when it must', async () => {
    const on = await stage('VC-JWT RS256', { deferredMs: 60_000 });
    const { credentialOffer, txCode } = await offered(on);
    const { issuerMetadata, accessToken, credentialResponse } = await received(on, credentialOffer, txCode);
    expect(credentialResponse).toMatchObject({ interval: 5 });
    const transactionId = credentialResponse.transaction_id ?? '';
    const ask = () => on.client.retrieveDeferredCredentials({ issuerMetadata, accessToken, transactionId });
    expect((await ask()).deferredCredentialResponse).toMatchObject({ interval: 5 });
    await on.world.advance(60_000);
    const { deferredCredentialResponse } = await ask();
    expect(deferredCredentialResponse?.credentials).toHaveLength(1);
  });

  it('is told in the words of the standard when the number is wrong', async () => {
    const on = await stage('VC-JWT RS256');
    const { credentialOffer, txCode } = await offered(on);
    const wrong = txCode === '000000' ? '000001' : '000000';
    await expect(received(on, credentialOffer, wrong)).rejects.toMatchObject({
      errorResponse: { error: 'invalid_grant' },
    });
  });
});
