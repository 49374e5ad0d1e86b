import { ServiceError } from '../errors/index.ts';
import type { Request, RunningWorld } from '../kernel/index.ts';
import { askHost, type BadgeConnectPorts, type HostAnswer, refused } from './ask-host.ts';
import { type Client, clientOf } from './client.ts';
import { keepTokens, lapse, type OpenConnection, openConnection, type Subject } from './connection.ts';
import { knownScopes, type Scope } from './scope.ts';
import { refreshTokens } from './token.ts';

/** Which connection is spoken over, and on whose behalf. */
export interface Over {
  readonly subject: Subject;
  readonly connection: string;
}

/** A token that ends this soon is refreshed first: the request takes its time. */
const refreshBeforeMs = 30_000;

/** Refreshes under way, by connection: two at once would lose one to a host that takes a refresh token once. */
const refreshing = new WeakMap<RunningWorld, Map<string, Promise<string>>>();

export interface AuthorizedRequest {
  readonly scope: Scope;
  /** Below the base URL of the API, such as `/credentials`. Or a whole URL, which the caller knows to be the host's. */
  readonly path: string;
  readonly request?: Request;
  readonly statuses: readonly number[];
}

/** The URL of a path of the host's API. */
export function urlOf({ service }: Client, path: string): string {
  return path.startsWith('/') ? service.base + path : path;
}

/**
 * One request with the connection's token: https://www.imsglobal.org/spec/ob/v3p0/#acg-authenticating . A token that ran
 * out, or that the host refuses, is refreshed once. Throws ServiceError `not-found`, `connection-lapsed`,
 * `connection-scope-missing`, and what asking throws.
 */
export async function askAuthorized(
  world: RunningWorld,
  ports: BadgeConnectPorts,
  over: Over,
  asked: AuthorizedRequest,
): Promise<HostAnswer> {
  const opened = openConnection(world, over.subject, over.connection);
  if (opened.state !== 'connected' || opened.accessToken === undefined) throw new ServiceError('connection-lapsed');
  if (!knownScopes(opened.scope).includes(asked.scope)) {
    throw new ServiceError('connection-scope-missing', { scope: asked.scope.slice(asked.scope.lastIndexOf('/') + 1) });
  }
  const isEnding = world.clock.now() + refreshBeforeMs >= opened.accessExpiresAt;
  const token = isEnding ? await refresh(world, ports, opened) : opened.accessToken;
  const first = await send(world, ports, opened, token, asked);
  if (!first.isUnauthorized) return first;
  const second = await send(world, ports, opened, await refresh(world, ports, opened), asked);
  if (!second.isUnauthorized) return second;
  // A new token that is refused too: the host means something else by 401.
  throw refused(second, second.url);
}

function send(
  world: RunningWorld,
  ports: BadgeConnectPorts,
  { client }: OpenConnection,
  token: string,
  { path, request = {}, statuses }: AuthorizedRequest,
): Promise<HostAnswer> {
  const headers = { ...request.headers, authorization: `Bearer ${token}` };
  return askHost(ports, urlOf(clientOf(world, client), path), { request: { ...request, headers }, statuses });
}

/** A new access token; who asks meanwhile gets the same. */
function refresh(world: RunningWorld, ports: BadgeConnectPorts, opened: OpenConnection): Promise<string> {
  const underWay = refreshing.get(world) ?? new Map<string, Promise<string>>();
  refreshing.set(world, underWay);
  const known = underWay.get(opened.connection);
  if (known !== undefined) return known;
  const asked = refreshNow(world, ports, opened).finally(() => underWay.delete(opened.connection));
  underWay.set(opened.connection, asked);
  return asked;
}

async function refreshNow(
  world: RunningWorld,
  ports: BadgeConnectPorts,
  { subject, connection, client, accessToken }: OpenConnection,
): Promise<string> {
  // Somebody may have refreshed it between the first request and now.
  const current = openConnection(world, subject, connection);
  if (current.accessToken !== undefined && current.accessToken !== accessToken) return current.accessToken;
  const { refreshToken, scope } = current;
  try {
    if (refreshToken === undefined) throw new ServiceError('connection-lapsed');
    const tokens = await refreshTokens(ports, clientOf(world, client), { refreshToken, scope });
    await keepTokens(world, connection, tokens);
    return tokens.accessToken;
  } catch (error) {
    if (error instanceof ServiceError && error.code === 'connection-lapsed') await world.perform(lapse, { connection });
    throw error;
  }
}
