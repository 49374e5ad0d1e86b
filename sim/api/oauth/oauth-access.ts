import { ServiceError } from '../../errors/index.ts';
import { type Access, accessOf } from '../../oauth/index.ts';
import { bearerOf } from '../bearer.ts';
import type { SecurityScheme } from '../operation/index.ts';
import type { ServiceContext } from '../service-context.ts';
import { oauthPaths } from './addresses.ts';
import { type BadgeScope, badgeScopes, scopeOf } from './scopes.ts';

const document = {
  type: 'oauth2',
  description: 'Authorization code grant with PKCE; clients register themselves.',
  flows: {
    authorizationCode: {
      authorizationUrl: oauthPaths.authorize,
      tokenUrl: oauthPaths.token,
      refreshUrl: oauthPaths.token,
      scopes: Object.fromEntries(Object.entries(badgeScopes).map(([scope, { en }]) => [scope, en])),
    },
  },
};

/**
 * An access token in the Authorization header, which a student granted with that scope. Throws ServiceError
 * `unauthorized` when there is none, `access-token-invalid`, `scope-insufficient`.
 */
export function oauthAccess(scope: BadgeScope): SecurityScheme<ServiceContext, Access> {
  const needed = scopeOf(scope);
  return {
    // The name that OB 3.0 gives it: https://www.imsglobal.org/spec/ob/v3p0/#service-description-document
    name: 'OAuth2ACG',
    document,
    scopes: [needed],
    authenticate({ world }, { header }) {
      const token = bearerOf(header('authorization'));
      if (token === undefined) throw new ServiceError('unauthorized');
      const access = accessOf(world, token);
      if (!access.scopes.includes(needed)) throw new ServiceError('scope-insufficient', { scope: needed });
      return access;
    },
  };
}
