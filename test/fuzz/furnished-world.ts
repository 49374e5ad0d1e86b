import { createHash } from 'node:crypto';
import { folder, linksOf, mailboxOf } from '#mocks/mailbox';
import { parseScenario } from '#scenarios/language';
import { resolveCast } from '#scenarios/library/cast';
import { modules, originOf, planCells, setStage } from '#scenarios/runner';
import { type Play, stepOf, verbs } from '#scenarios/steps';
import { createWorld, type RunningWorld } from '#sim/kernel';

export const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1';
export const password = 'Mihon2026!';

/** A world in which everything there is stands: two schools, and students at every stage of the journey. */
export interface FurnishedWorld {
  readonly world: RunningWorld;
  readonly play: Play;
  /** Live tokens, by what they open. */
  readonly tokens: {
    /** Of a student who has not begun. */
    readonly receive: string;
    readonly activation: string;
    readonly reset: string;
    readonly address: string;
    /** Of hanako, who has received, and of jiro, who has an account and nothing more. */
    readonly session: string;
    readonly otherSession: string;
    /** Of a session that was logged out. */
    readonly endedSession: string;
  };
  readonly addresses: {
    readonly hanako: string;
    readonly taro: string;
    readonly yoshino: string;
    readonly jiro: string;
  };
}

const scenario = `
id: X-1
title: { ja: 一式, en: Everything }
seed: 11
cast:
  school:  { use: mihon-university }
  partner: { role: school, use: kasumi-college }
  hanako:  { role: student, use: hanako, school: school, provider: gmail, handset: iphone-17, otherMailboxes: [{ provider: m365 }] }
  taro:    { role: student, use: taro, school: school, provider: docomo, handset: android-13 }
  jiro:    { role: student, use: jiro, school: school, provider: yahoo-jp, handset: android-13 }
  yoshino: { role: student, use: yoshino, school: partner, provider: icloud, handset: iphone-13 }
steps:
  - school.issues: { who: school }
  - school.issues: { who: partner }
  - student.completesReceipt: { who: hanako, password: ${password} }
  - student.completesReceipt: { who: jiro, password: ${password} }
  - student.opensLink: { of: issue-notice, who: yoshino }
  - student.agrees: { who: yoshino }
  - student.registers: { who: yoshino, password: ${password} }
`;

/** Wallets elsewhere get their student ID a moment later, so that deferred ones are there too. */
const parameters = { openid4vci: { deferredMs: 60_000 } };

export async function furnishedWorld(): Promise<FurnishedWorld> {
  const [cell] = planCells([parseScenario(scenario, 'furnished.yaml', verbs)]);
  if (cell === undefined) throw new TypeError('no cell');
  const world = createWorld({ ...originOf(cell), parameters }, modules);
  const play = await setStage(world, resolveCast(cell.scenario, cell.row));
  for (const { verb, value } of cell.scenario.steps) {
    await stepOf(verb).run(play, value);
    await world.advance(10_000);
  }
  const { hanako, taro, yoshino, jiro } = Object.fromEntries(play.students.map((student) => [student.key, student]));
  if (!hanako || !taro || !yoshino || !jiro) throw new TypeError('the cast is not whole');
  const other = hanako.addressAt('m365');
  const session = sessionOn(world, hanako.handset().id);
  await ask(play, 'POST', '/password-resets', { address: hanako.address });
  await ask(play, 'POST', '/addresses', { address: other }, session);
  const endedSession = await logInAgain(play, jiro.address);
  await ask(play, 'DELETE', '/sessions/current', undefined, endedSession);
  await world.advance(60_000);
  return {
    world,
    play,
    tokens: {
      receive: mailedToken(world, taro.address, 'receive'),
      activation: mailedToken(world, yoshino.address, 'activate'),
      reset: mailedToken(world, hanako.address, 'reset'),
      address: mailedToken(world, other, 'addresses'),
      session,
      otherSession: sessionOn(world, jiro.handset().id),
      endedSession,
    },
    addresses: { hanako: hanako.address, taro: taro.address, yoshino: yoshino.address, jiro: jiro.address },
  };
}

function sessionOn(world: RunningWorld, handset: string): string {
  const row = world.store.get<{ session: string }>('SELECT session FROM handset_session WHERE handset = ?', handset);
  if (row === undefined) throw new TypeError(`nobody is logged in on ${handset}`);
  return row.session;
}

/** The token of the newest link of that path which was mailed to an address. */
export function mailedToken(world: RunningWorld, address: string, path: string): string {
  const mailbox = mailboxOf(world, address)?.mailbox ?? '';
  for (const { captured } of folder(world, mailbox, 'inbox')
    .toReversed()
    .sort((a, b) => b.receivedAt - a.receivedAt)) {
    for (const link of linksOf(world, captured)) {
      const [, first, token] = URL.parse(link)?.pathname.split('/') ?? [];
      if (link.startsWith(world.origins.wallet) && first === path && token !== undefined) return token;
    }
  }
  throw new TypeError(`no link /${path}/ was mailed to ${address}`);
}

/** Of a device that is no handset of the cast. */
export const publicKey = {
  kty: 'OKP',
  crv: 'Ed25519',
  x: createHash('sha256').update('another device').digest('base64url'),
};

async function logInAgain(play: Play, address: string): Promise<string> {
  const device = { name: 'Another phone', publicKey };
  return (await ask<{ session: string }>(play, 'POST', '/sessions', { address, password, device })).session;
}

/** Asks the wallet as a phone does. Throws TypeError when it refuses. */
export async function ask<Body>(
  play: Pick<Play, 'world' | 'fetch'>,
  method: string,
  path: string,
  body?: object,
  session?: string,
): Promise<Body> {
  const response = await play.fetch(play.world.origins.wallet + path, {
    method,
    headers: {
      'user-agent': phone,
      ...(session !== undefined && { authorization: `Bearer ${session}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (response.status >= 400) throw new TypeError(`${method} ${path}: ${response.status} ${response.body}`);
  return response.json<Body>();
}
