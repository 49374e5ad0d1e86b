import { command, type Instant, type RunningWorld, type World } from '../kernel/index.ts';
import { askHost, type BadgeConnectPorts, jsonOf, unfit } from './ask-host.ts';
import { offlineAccess, scopes } from './scope.ts';
import { seal, unseal } from './sealed-text.ts';
import type { HostService } from './service-description.ts';

/** Which of our services a host knows as its client: the wallet of the students, or the issuer of the schools. */
export type Role = 'wallet' | 'issuer';

/** Our registration at a host; one for all who use it. */
export type Client = {
  readonly client: string;
  readonly role: Role;
  readonly service: HostService;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly secretExpiresAt: Instant | null;
  readonly redirectUri: string;
};

/** What registration gave. */
type Registered = {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly secretExpiresAt: Instant | null;
};

export const clientTable = `
  CREATE TABLE badge_connect_client (
    id TEXT PRIMARY KEY, role TEXT NOT NULL, base TEXT NOT NULL, service TEXT NOT NULL, client_id TEXT NOT NULL,
    secret TEXT NOT NULL, secret_expires_at INTEGER, redirect_uri TEXT NOT NULL, UNIQUE (role, base)
  ) STRICT;`;

interface Row {
  readonly client: string;
  readonly role: Role;
  readonly service: string;
  readonly clientId: string;
  readonly secret: string;
  readonly secretExpiresAt: Instant | null;
  readonly redirectUri: string;
}

const columns = `SELECT id AS client, role, service, client_id AS clientId, secret,
  secret_expires_at AS secretExpiresAt, redirect_uri AS redirectUri FROM badge_connect_client`;

export function clientOf(world: World, client: string): Client {
  const row = world.store.get<Row>(`${columns} WHERE id = ?`, client);
  if (row === undefined) throw new TypeError(`no client ${client} is kept`);
  return clientFrom(world, row);
}

/** The registration that can be used at a host now; undefined when there is none, or it ran out, or we moved. */
export function usableClient(world: World, role: Role, base: string): Client | undefined {
  const row = world.store.get<Row>(`${columns} WHERE role = ? AND base = ?`, role, base);
  if (row === undefined || row.redirectUri !== redirectUriOf(world, role)) return undefined;
  if (row.secretExpiresAt !== null && world.clock.now() >= row.secretExpiresAt) return undefined;
  return clientFrom(world, row);
}

function clientFrom(world: World, { service, secret, ...row }: Row): Client {
  const read = JSON.parse(service) as HostService;
  const clientSecret = unseal(world, secret, placeOf(row.role, read.base));
  return { ...row, service: read, clientSecret };
}

function placeOf(role: Role, base: string): string {
  return `${role} ${base}`;
}

function redirectUriOf({ origins }: Pick<World, 'origins'>, role: Role): string {
  return `${origins[role]}/connections/callback`;
}

/** What is kept of a registration, and of where the host's endpoints are now. */
type Kept = { readonly role: Role; readonly service: HostService } & Registered;

/** Keeps it; returns the client. */
export function keepRegistration(world: RunningWorld, { clientSecret, ...kept }: Kept): Promise<string> {
  return world.perform(keepClient, {
    ...kept,
    secret: seal(world, clientSecret, placeOf(kept.role, kept.service.base)),
  });
}

export const keepClient = command<Omit<Kept, 'clientSecret'> & { readonly secret: string }, string>(
  'badgeConnect.keepClient',
  (world, { role, service, clientId, secret, secretExpiresAt }) => {
    const known = world.store.get<{ id: string }>(
      'SELECT id FROM badge_connect_client WHERE role = ? AND base = ?',
      role,
      service.base,
    );
    const id = known?.id ?? world.ids.next('client');
    world.store.run(
      `INSERT INTO badge_connect_client (id, role, base, service, client_id, secret, secret_expires_at, redirect_uri)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET service = excluded.service,
         client_id = excluded.client_id, secret = excluded.secret, secret_expires_at = excluded.secret_expires_at,
         redirect_uri = excluded.redirect_uri`,
      id,
      role,
      service.base,
      JSON.stringify(service),
      clientId,
      secret,
      secretExpiresAt,
      redirectUriOf(world, role),
    );
    return id;
  },
);

/** What a host is told of us: https://www.imsglobal.org/spec/ob/v3p0/#dynamic-registration . All URLs are on one name. */
function clientMetadata(world: Pick<World, 'origins'>, role: Role) {
  const origin = world.origins[role];
  return {
    client_name: `todoku ${role} (simulation)`,
    client_uri: `${origin}/`,
    logo_uri: `${origin}/logo.png`,
    tos_uri: `${origin}/terms-of-service`,
    policy_uri: `${origin}/privacy-policy`,
    software_id: `todoku-${role}`,
    software_version: '1',
    redirect_uris: [redirectUriOf(world, role)],
    token_endpoint_auth_method: 'client_secret_basic',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    scope: [...Object.values(scopes), offlineAccess].join(' '),
  };
}

/**
 * Registers us at a host: https://www.rfc-editor.org/rfc/rfc7591#section-3 . Throws ServiceError `badge-host-unfit` for an
 * answer without id or secret, and what asking throws.
 */
export async function registerClient(
  world: World,
  ports: BadgeConnectPorts,
  { role, service }: { readonly role: Role; readonly service: HostService },
): Promise<Registered> {
  const url = service.registrationUrl;
  const request = {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(clientMetadata(world, role)),
  };
  // The standard says 201; there are hosts that say 200.
  const told = jsonOf(await askHost(ports, url, { request, statuses: [201, 200] }), url, 65_536);
  const clientId = secretText(told.client_id);
  const clientSecret = secretText(told.client_secret);
  if (clientId === undefined || clientSecret === undefined) throw unfit(url, 'no client_id or client_secret');
  const expires = told.client_secret_expires_at;
  const isBounded = typeof expires === 'number' && Number.isSafeInteger(expires) && expires > 0;
  return { clientId, clientSecret, secretExpiresAt: isBounded ? expires * 1_000 : null };
}

/** https://www.rfc-editor.org/rfc/rfc6749#appendix-A : printable ASCII. */
function secretText(value: unknown): string | undefined {
  return typeof value === 'string' && /^[\x20-\x7e]{1,2048}$/.test(value) ? value : undefined;
}
