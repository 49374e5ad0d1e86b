export type { Over } from './access.ts';
export type { BadgeConnectPorts } from './ask-host.ts';
export {
  type AuthorizationAnswer,
  codeIn,
  finishConnection,
  type StartedConnection,
  startConnection,
} from './connect.ts';
export { type Connection, type ConnectionState, connectionOf, connectionsOf, type Subject } from './connection.ts';
export { getCredentials, type HostedCredential, upsertCredential } from './credentials.ts';
export { endConnection } from './disconnect.ts';
export { badgeConnectModule } from './module.ts';
export { getProfile, putProfile } from './profile.ts';
export { type Scope, scopes } from './scope.ts';
