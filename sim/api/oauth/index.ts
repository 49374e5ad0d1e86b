import type { Operation } from '../operation/index.ts';
import type { ServiceContext } from '../service-context.ts';
import { decideAuthorization, showAuthorization } from './authorization.ts';
import { endGrant, listGrants } from './grants.ts';
import { registerOAuthClient } from './registration.ts';
import { revokeOAuthToken } from './revocation.ts';
import { showServerMetadata } from './server-metadata.ts';
import { issueToken } from './token.ts';

export { oauthPaths } from './addresses.ts';
export { oauthAccess } from './oauth-access.ts';
export { type BadgeScope, badgeScopes } from './scopes.ts';

/** The authorization server of the Open Badges API, at the wallet's origin. */
export const oauthOperations: readonly Operation<ServiceContext>[] = [
  showServerMetadata,
  registerOAuthClient,
  showAuthorization,
  decideAuthorization,
  issueToken,
  revokeOAuthToken,
  listGrants,
  endGrant,
];
