import type { FurnishedWorld } from './furnished-world.ts';
import { bearer, type Furnishing, send, sendForJson } from './furnishing.ts';

interface Started {
  readonly connection: { readonly connection: string };
  readonly authorizationUrl: string;
}

/** Of a student and of a school: a connection that stands, and one that waits for who allows it. */
export async function furnishConnections(furnished: FurnishedWorld): Promise<Furnishing> {
  const { tokens, world } = furnished;
  const asSchool = bearer(world.keys.secret('school/mihon-university'));
  const known = new Map<string, readonly unknown[]>([['host', hosts]]);
  const parties = [
    ['wallet', '/connections', bearer(tokens.session)],
    ['issuer', '/schools/mihon-university/connections', asSchool],
  ] as const;
  const started: string[] = [];
  const states: (string | null)[] = [];
  for (const [service, path, authorization] of parties) {
    for (const host of hosts) {
      const begun = await sendForJson<Started>(furnished, [service, 'POST', path], { authorization, json: { host } });
      const state = new URL(begun.authorizationUrl).searchParams.get('state');
      started.push(begun.connection.connection);
      states.push(state);
      if (host !== hosts[0]) continue;
      await send(furnished, [service, 'POST', `${path}/answers`], { authorization, json: { state, code: 'x' } });
    }
  }
  return {
    known: known.set('connection', started).set('pushCredential.connection', started.slice(0, 1)).set('state', states),
    credentials: {},
  };
}

const hosts = ['https://badges.example', 'https://more.example'];
