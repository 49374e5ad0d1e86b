import type { Module } from '../kernel/index.ts';
import { decide, keepRequest, requestTable } from './authorization-request.ts';
import { clientTable, keepClient } from './client.ts';
import { codeTable, exchange } from './code.ts';
import { endAll, grantTable, withdraw } from './grant.ts';
import { rotate } from './refresh.ts';
import { revoke } from './revocation.ts';
import { tokenTable } from './token.ts';

export {
  type AuthorizationQuery,
  allowRequest,
  type Begun,
  beginAuthorization,
  denyRequest,
  type OpenRequest,
  openRequest,
} from './authorization-request.ts';
export { authenticateClient, type Client, type RegisteredClient, registerClient } from './client.ts';
export { type ClientMetadata, clientMetadataSchema } from './client-metadata.ts';
export { exchangeCode } from './code.ts';
export { endGrants, type Grant, grantsOf, type ListedGrant, withdrawGrant } from './grant.ts';
export { oauthDefaults } from './parameters.ts';
export { challengeOf } from './pkce.ts';
export { refreshTokens } from './refresh.ts';
export { revokeToken } from './revocation.ts';
export { offlineAccess } from './scope.ts';
export { type Access, accessOf, type Tokens } from './token.ts';

/** An OAuth 2.0 authorization server (RFC 6749, as OB 3.0 profiles it). Whom it asks and what for is its caller's. */
export const oauthModule: Module = {
  name: 'oauth',
  tables: [clientTable, requestTable, grantTable, codeTable, tokenTable].join('\n'),
  commands: [keepClient, keepRequest, decide, exchange, rotate, revoke, withdraw, endAll],
};
