import type { RunningWorld } from '../kernel/index.ts';
import type { JsonObject } from '../proof/index.ts';
import { askAuthorized, type Over } from './access.ts';
import { type BadgeConnectPorts, jsonOf } from './ask-host.ts';
import { scopes } from './scope.ts';

const lengthMax = 1024 * 1024;

/** The student's profile at the host: https://www.imsglobal.org/spec/ob/v3p0/#getprofile . Undefined when there is none. */
export async function getProfile(
  world: RunningWorld,
  ports: BadgeConnectPorts,
  over: Over,
): Promise<JsonObject | undefined> {
  const request = { headers: { accept: 'application/json' } };
  const answer = await askAuthorized(world, ports, over, {
    scope: scopes.readProfile,
    path: '/profile',
    request,
    statuses: [200, 404],
  });
  return answer.status === 404 ? undefined : jsonOf(answer, answer.url, lengthMax);
}

/**
 * Replaces the profile at the host: https://www.imsglobal.org/spec/ob/v3p0/#putprofile . `applied` is false when the host
 * took it and will decide later (202), or has it already (304).
 */
export async function putProfile(
  world: RunningWorld,
  ports: BadgeConnectPorts,
  over: Over,
  profile: JsonObject,
): Promise<{ readonly applied: boolean }> {
  const { status } = await askAuthorized(world, ports, over, {
    scope: scopes.updateProfile,
    path: '/profile',
    request: {
      method: 'PUT',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(profile),
    },
    statuses: [200, 202, 304],
  });
  return { applied: status === 200 };
}
