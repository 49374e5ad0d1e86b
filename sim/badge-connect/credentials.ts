import { emit } from '../events/index.ts';
import { command, type RunningWorld } from '../kernel/index.ts';
import { objectOf, type SecuredCredential } from '../proof/index.ts';
import { askAuthorized, type Over, urlOf } from './access.ts';
import { type BadgeConnectPorts, jsonOf, unfit } from './ask-host.ts';
import { clientOf } from './client.ts';
import { openConnection } from './connection.ts';
import { nextPage } from './link-header.ts';
import { scopes } from './scope.ts';

const pageSize = 100;
const pagesMax = 200;
const credentialsMax = 5_000;

/** A credential as a host hands it out: a compact JWS, or the text of a JSON document. */
export type HostedCredential = SecuredCredential;

/**
 * Sends a credential to the host: https://www.imsglobal.org/spec/ob/v3p0/#upsertcredential . A second time replaces it.
 * Returns whether the host had it already. Throws as {@link askAuthorized}.
 */
export async function upsertCredential(
  world: RunningWorld,
  ports: BadgeConnectPorts,
  over: Over,
  { credential, secured }: { readonly credential: string } & Pick<SecuredCredential, 'secured'>,
): Promise<{ readonly replaced: boolean }> {
  const isJson = secured.trimStart().startsWith('{');
  const { status } = await askAuthorized(world, ports, over, {
    scope: scopes.upsertCredential,
    path: '/credentials',
    request: {
      method: 'POST',
      headers: { 'content-type': isJson ? 'application/json' : 'text/plain', accept: 'application/json, text/plain' },
      body: secured,
    },
    // 304: the host has the very same.
    statuses: [200, 201, 304],
  });
  const replaced = status !== 201;
  await world.perform(notePushed, { connection: over.connection, credential, replaced });
  return { replaced };
}

/** Nothing but the event: a push that is not noted, as the process ended, is safely done again. */
export const notePushed = command<{ connection: string; credential: string; replaced: boolean }, void>(
  'badgeConnect.notePushed',
  (world, pushed) => emit(world, 'badge-host.pushed', pushed),
);

/**
 * All credentials that the host has of the student: https://www.imsglobal.org/spec/ob/v3p0/#getcredentials , page by page
 * (https://www.imsglobal.org/spec/ob/v3p0/#paging). Throws ServiceError `badge-host-unfit` for a list that leads elsewhere or
 * never ends, and as {@link askAuthorized}.
 */
export async function getCredentials(
  world: RunningWorld,
  ports: BadgeConnectPorts,
  over: Over,
  { since }: { readonly since?: string } = {},
): Promise<readonly HostedCredential[]> {
  const client = clientOf(world, openConnection(world, over.subject, over.connection).client);
  const first = new URL(urlOf(client, '/credentials'));
  first.searchParams.set('limit', String(pageSize));
  first.searchParams.set('offset', '0');
  if (since !== undefined) first.searchParams.set('since', since);
  const found: HostedCredential[] = [];
  const asked = new Set<string>();
  for (let url: string | undefined = first.href; url !== undefined; ) {
    asked.add(url);
    const request = { headers: { accept: 'application/json' } };
    const answer = await askAuthorized(world, ports, over, {
      scope: scopes.readCredentials,
      path: url,
      request,
      statuses: [200],
    });
    found.push(...credentialsOf(jsonOf(answer, url), url));
    const next = nextPage(answer.headers.link, url);
    if (next === 'outside') throw unfit(url, 'the next page is elsewhere');
    const isEndless = next !== undefined && (asked.has(next) || asked.size >= pagesMax);
    if (isEndless || found.length > credentialsMax) throw unfit(url, 'the list does not end');
    url = next;
  }
  return found;
}

/** https://www.imsglobal.org/spec/ob/v3p0/#getopenbadgecredentialsresponse ; its example writes `compactJwsStrings`. */
function credentialsOf(body: { readonly [name: string]: unknown }, url: string): HostedCredential[] {
  const documents = membersOf(body, ['credential']).map((one): HostedCredential => {
    if (objectOf(one) === undefined) throw unfit(url, 'a credential is no object');
    return { secured: JSON.stringify(one), mediaType: 'application/vc+ld+json' };
  });
  const tokens = membersOf(body, ['compactJwsString', 'compactJwsStrings']).map((one): HostedCredential => {
    if (typeof one !== 'string') throw unfit(url, 'a compact JWS is no text');
    return { secured: one, mediaType: 'text/plain' };
  });
  return [...documents, ...tokens];
}

function membersOf(body: { readonly [name: string]: unknown }, names: readonly string[]): unknown[] {
  return names.flatMap((name) => {
    const value = body[name] ?? [];
    return Array.isArray(value) ? value : [value];
  });
}
