import { ServiceError } from '../errors/index.ts';
import { command, type Instant, type RunningWorld, tokenHash } from '../kernel/index.ts';
import { challengeOf } from '../oauth/index.ts';
import type { BadgeConnectPorts } from './ask-host.ts';
import { type Client, clientOf, keepRegistration, registerClient, usableClient } from './client.ts';
import { type Connection, connectionOf, keepTokens, roleOf, type Subject } from './connection.ts';
import { apiBaseOf } from './host-url.ts';
import { bounded } from './host-words.ts';
import { offlineAccess, scopes } from './scope.ts';
import { seal, unseal } from './sealed-text.ts';
import { discover } from './service-description.ts';
import { exchangeCode } from './token.ts';

/** How long the student may take at the host. */
const authorizationTtlMs = 30 * 60_000;

/** What is asked for: https://www.imsglobal.org/spec/ob/v3p0/#acg-auth-request */
const askedScope = [...Object.values(scopes), offlineAccess].join(' ');

export const authorizationTable = `
  CREATE TABLE badge_connect_authorization (
    state_hash TEXT PRIMARY KEY, connection TEXT NOT NULL UNIQUE, verifier TEXT NOT NULL, expires_at INTEGER NOT NULL
  ) STRICT;`;

export interface StartedConnection {
  readonly connection: Connection;
  /** Where the student's browser must go. */
  readonly authorizationUrl: string;
}

/**
 * Begins to connect, or does so again: discovery, registration (once a host), and the URL at which the student allows it.
 * A crash between two steps leaves at most a registration that the next try uses. Throws ServiceError
 * `badge-host-invalid`, `badge-host-unreachable`, `badge-host-busy`, `badge-host-unfit`, `badge-host-refused`, and what
 * the egress throws.
 */
export async function startConnection(
  world: RunningWorld,
  ports: BadgeConnectPorts,
  { subject, host }: { readonly subject: Subject; readonly host: string },
): Promise<StartedConnection> {
  const role = roleOf(subject);
  const service = await discover(ports, apiBaseOf(host));
  const usable = usableClient(world, role, service.base);
  const registered = usable === undefined ? await registerClient(world, ports, { role, service }) : undefined;
  const client = await keepRegistration(world, {
    role,
    service,
    clientId: registered?.clientId ?? usable?.clientId ?? '',
    clientSecret: registered?.clientSecret ?? usable?.clientSecret ?? '',
    secretExpiresAt: registered === undefined ? (usable?.secretExpiresAt ?? null) : registered.secretExpiresAt,
  });
  const { connection, state, verifier } = await world.perform(beginAuthorization, { subject, client });
  return {
    connection: connectionOf(world, subject, connection),
    authorizationUrl: authorizationUrlOf(clientOf(world, client), { state, verifier }),
  };
}

type Begun = { readonly connection: string; readonly state: string; readonly verifier: string };

/** A new state of the only authorization of a connection: an older one counts no more. */
export const beginAuthorization = command<{ subject: Subject; client: string }, Begun>(
  'badgeConnect.beginAuthorization',
  (world, { subject, client }) => {
    const known = world.store.get<{ id: string; state: string }>(
      'SELECT id, state FROM badge_connect_connection WHERE subject = ? AND client = ?',
      subject,
      client,
    );
    const connection = known?.id ?? world.ids.next('connection');
    if (known === undefined) {
      world.store.run(
        `INSERT INTO badge_connect_connection (id, subject, client, state, scope, access_expires_at)
           VALUES (?, ?, ?, 'waiting', '', 0)`,
        connection,
        subject,
        client,
      );
    } else if (known.state === 'ending') {
      world.store.run(`UPDATE badge_connect_connection SET state = 'waiting' WHERE id = ?`, connection);
    }
    const state = world.random.token('badge-connect-state');
    // https://www.rfc-editor.org/rfc/rfc7636#section-4.1 : 43 characters of base64url are allowed and enough.
    const verifier = world.random.token('badge-connect-verifier');
    world.store.run('DELETE FROM badge_connect_authorization WHERE connection = ?', connection);
    world.store.run(
      'INSERT INTO badge_connect_authorization (state_hash, connection, verifier, expires_at) VALUES (?, ?, ?, ?)',
      tokenHash(state),
      connection,
      seal(world, verifier, `${connection}/verifier`),
      world.clock.now() + authorizationTtlMs,
    );
    return { connection, state, verifier };
  },
);

/** https://www.imsglobal.org/spec/ob/v3p0/#acg-auth-request , with PKCE S256 (https://www.rfc-editor.org/rfc/rfc7636#section-4.2). */
function authorizationUrlOf(
  { service, clientId, redirectUri }: Client,
  { state, verifier }: { readonly state: string; readonly verifier: string },
): string {
  const url = new URL(service.authorizationUrl);
  const parameters = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: askedScope,
    state,
    code_challenge: challengeOf(verifier),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

/** What the host sent the browser back with, as the app hands it in: https://www.imsglobal.org/spec/ob/v3p0/#acg-auth-response */
export interface AuthorizationAnswer {
  readonly state: string;
  readonly code?: string | undefined;
  readonly scope?: string | undefined;
  readonly error?: string | undefined;
  /** https://www.rfc-editor.org/rfc/rfc9207#section-2 */
  readonly iss?: string | undefined;
}

/**
 * The student is back: the code is exchanged for tokens. A state counts once, whatever comes of it; when the exchange
 * fails, the student connects again. Throws ServiceError `connection-answer-invalid` for a state that is not awaited from
 * this subject: an answer that another student's browser brought would give this connection that student's badges
 * (https://www.rfc-editor.org/rfc/rfc6749#section-10.12). Also `connection-declined` with what the host said,
 * `connection-lapsed` for a code that it does not take, and what asking throws.
 */
export async function finishConnection(
  world: RunningWorld,
  ports: BadgeConnectPorts,
  { subject, answer }: { readonly subject: Subject; readonly answer: AuthorizationAnswer },
): Promise<Connection> {
  const { state, scope, iss } = answer;
  const taken = await world.perform(takeState, { subject, stateHash: tokenHash(state) });
  if (taken === undefined) throw new ServiceError('connection-answer-invalid');
  const { connection, verifier } = taken;
  const client = clientOf(world, taken.client);
  // Of another host than the one that was asked: https://www.rfc-editor.org/rfc/rfc9207#section-2.4
  if (client.service.issuer !== null && iss !== client.service.issuer) {
    throw new ServiceError('connection-answer-invalid');
  }
  const code = codeIn(answer);
  const granted = scope ?? askedScope;
  const tokens = await exchangeCode(ports, client, { code, verifier, scope: granted });
  await keepTokens(world, connection, tokens);
  return connectionOf(world, subject, connection);
}

/**
 * The code of an answer. Throws ServiceError `connection-declined` with what the host said when it gave none:
 * https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1
 */
export function codeIn({ code, error = '' }: Omit<AuthorizationAnswer, 'state'>): string {
  if (code !== undefined && error === '') return code;
  throw new ServiceError('connection-declined', { reason: bounded(error) || '–' });
}

type Taken = {
  readonly connection: string;
  readonly client: string;
  readonly verifier: string;
};

/**
 * Uses a state up; returns undefined when it is not awaited (any more), or from somebody else: that one stays, so that
 * nobody can spoil what another began.
 */
export const takeState = command<{ subject: Subject; stateHash: string }, Taken | undefined>(
  'badgeConnect.takeState',
  (world, { subject, stateHash }) => {
    const row = world.store.get<Taken & { expiresAt: Instant }>(
      `SELECT connection, client, verifier, expires_at AS expiresAt FROM badge_connect_authorization AS authorization
         JOIN badge_connect_connection AS connection ON connection.id = authorization.connection
         WHERE state_hash = ? AND subject = ?`,
      stateHash,
      subject,
    );
    if (row === undefined) return undefined;
    world.store.run('DELETE FROM badge_connect_authorization WHERE state_hash = ?', stateHash);
    const { connection, client, verifier, expiresAt } = row;
    if (world.clock.now() >= expiresAt) return undefined;
    return { connection, client, verifier: unseal(world, verifier, `${connection}/verifier`) };
  },
);
