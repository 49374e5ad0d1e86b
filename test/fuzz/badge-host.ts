import type { Fetch, Response } from '#sim/kernel';

/** Hosts of badges elsewhere, at whatever origin: they take every client and every token, and remember nothing. */
export const badgeHosts: Fetch = async (url, { body } = {}) => {
  const { origin, pathname } = new URL(url);
  switch (pathname) {
    case '/ims/ob/v3p0/discovery':
      return answer(200, serviceDescription(origin));
    case '/.well-known/oauth-authorization-server':
      return answer(200, { issuer: origin, revocation_endpoint: `${origin}/oauth/revoke` });
    case '/oauth/register':
      return answer(201, { ...JSON.parse(String(body)), client_id: 'todoku', client_secret: 'secret' });
    case '/oauth/token': {
      const scope = new URLSearchParams(String(body)).get('scope') ?? scopes;
      const tokens = { access_token: 'access', refresh_token: 'refresh', token_type: 'Bearer', expires_in: 3_600 };
      return answer(200, { ...tokens, scope });
    }
    case '/ims/ob/v3p0/credentials':
      return body === undefined ? answer(200, { credential: [], compactJwsString: [] }) : answer(201, body);
    default:
      return answer(pathname.startsWith('/oauth/') ? 200 : 404, {});
  }
};

const scope = (name: string): string => `https://purl.imsglobal.org/spec/ob/v3p0/scope/${name}`;
const scopes = `${scope('credential.readonly')} ${scope('credential.upsert')} ${scope('profile.readonly')} offline_access`;

function serviceDescription(origin: string): object {
  const flow = {
    authorizationUrl: `${origin}/oauth/authorize`,
    tokenUrl: `${origin}/oauth/token`,
    refreshUrl: `${origin}/oauth/token`,
    scopes: Object.fromEntries(scopes.split(' ').map((name) => [name, name])),
  };
  return {
    openapi: '3.0.1',
    info: {
      title: 'Badges of others',
      termsOfService: `${origin}/terms`,
      version: '1',
      'x-imssf-privacyPolicyUrl': `${origin}/privacy`,
    },
    components: {
      securitySchemes: {
        OAuth2ACG: {
          type: 'oauth2',
          'x-imssf-registrationUrl': `${origin}/oauth/register`,
          flows: { authorizationCode: flow },
        },
      },
    },
  };
}

function answer(status: number, given: unknown): Response {
  const body = Buffer.from(typeof given === 'string' || given instanceof Uint8Array ? given : JSON.stringify(given));
  const headers = { 'content-type': 'application/json' };
  return { status, headers, body, json: <Body>() => JSON.parse(body.toString('utf8')) as Body };
}
