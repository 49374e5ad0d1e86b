import type { ServiceName } from '#sim/api';
import type { Response } from '#sim/kernel';
import type { Credentials } from './credentials-of-scheme.ts';
import type { FurnishedWorld } from './furnished-world.ts';
import type { Known } from './schema-value.ts';

/** What an interface adds to a world that is furnished: values by the name they go under, and credentials by scheme. */
export interface Furnishing {
  readonly known: Known;
  readonly credentials: Readonly<Record<string, Credentials>>;
}

export interface Sent {
  readonly authorization?: string;
  readonly json?: unknown;
  readonly form?: Readonly<Record<string, string>>;
}

export const bearer = (token: string): string => `Bearer ${token}`;

/** Asks a service of the world. Throws TypeError when it refuses: then the world was not furnished. */
export async function send(
  { play, world }: FurnishedWorld,
  [service, method, path]: readonly [ServiceName, string, string],
  { authorization, json, form }: Sent = {},
): Promise<Response> {
  const body = json === undefined ? form && new URLSearchParams(form).toString() : JSON.stringify(json);
  const type = json === undefined ? 'application/x-www-form-urlencoded' : 'application/json';
  const response = await play.fetch(world.origins[service] + path, {
    method,
    headers: {
      ...(authorization !== undefined && { authorization }),
      ...(body !== undefined && { 'content-type': type }),
    },
    ...(body !== undefined && { body }),
  });
  if (response.status >= 400) throw new TypeError(`${method} ${path}: ${response.status} ${response.body}`);
  return response;
}

export async function sendForJson<Body>(
  furnished: FurnishedWorld,
  to: readonly [ServiceName, string, string],
  sent: Sent = {},
): Promise<Body> {
  return (await send(furnished, to, sent)).json<Body>();
}
