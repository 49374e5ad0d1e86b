import { generateKeyPairSync } from 'node:crypto';
import {
  clockReached,
  credentialIs,
  type Fact,
  isReceived,
  issuanceStands,
  linkIsUsed,
  mailboxStands,
  schoolStands,
  sessionStands,
  studentStands,
} from './acknowledged.ts';
import type { Answer, ServedClient } from './served-client.ts';

const password = 'Mihon2026!';
const consent = { terms: '2026-04-01', privacyPolicy: '2026-04-01' };

export interface Notebook {
  /** Notes what the server has just said is done. */
  note(fact: Fact): void;
}

/** A student who has arrived. */
export interface Arrived {
  readonly address: string;
  readonly session: string;
  readonly credential: string;
}

/**
 * A student's whole way, and what a school and a tester do beside it: every answer that says "done" is noted. Throws
 * Gone when the server is, and Error when it refuses what it should do.
 */
export async function travel(client: ServedClient, name: string, notebook: Notebook): Promise<void> {
  const { credential } = await arrive(client, name, notebook);
  done(await client.asHarness('POST', '/schools', { slug: `school-${name}`, name: { ja: '例大学', en: 'Rei' } }));
  notebook.note(schoolStands(`school-${name}`));
  done(await client.asSchool('POST', `/credentials/${credential}/revoke`, { reason: 'withdrew' }));
  notebook.note(credentialIs(credential, 'revoked'));
}

/** From the roster to the received badge. Throws as {@link travel} does. */
export async function arrive(client: ServedClient, name: string, notebook: Notebook): Promise<Arrived> {
  const address = `${name}@main.todoku.test`;
  const studentNumber = name.toUpperCase();
  done(await client.asHarness('POST', '/mailboxes', { address }));
  notebook.note(mailboxStands(address));
  done(
    await client.asSchool('POST', '/rosters', `学籍番号,氏名,メールアドレス\n${studentNumber},見本 花子,${address}\n`),
  );
  const { issuance } = done(await client.asSchool('POST', '/issuances', { studentNumbers: [studentNumber] }));
  notebook.note(studentStands(studentNumber));
  notebook.note(issuanceStands(String(issuance)));
  const token = await mailedToken(client, address, 'receive', notebook);
  const form = { token, ...consent, name: '見本 花子', password };
  done(await client.asStudent('POST', '/registrations', form));
  notebook.note(linkIsUsed('/registrations', form));
  const activation = { token: await mailedToken(client, address, 'activate', notebook) };
  done(await client.asStudent('POST', '/activations', activation));
  notebook.note(linkIsUsed('/activations', activation));
  const { session } = done(await client.asStudent('POST', '/sessions', { address, password, device: newDevice() }));
  notebook.note(sessionStands(String(session)));
  const [credential = ''] = await credentialsOf(client, studentNumber);
  done(await client.asStudent('POST', `/credentials/${credential}/receive`, undefined, String(session)));
  notebook.note(isReceived(String(session), credential));
  return { address, session: String(session), credential };
}

function done({ status, body }: Answer): Answer['body'] {
  if (status >= 200 && status < 300) return body;
  throw new Error(`refused with ${status}: ${JSON.stringify(body)}`);
}

async function credentialsOf(client: ServedClient, studentNumber: string): Promise<string[]> {
  const { credentials } = done(await client.asSchool('GET', `/credentials?studentNumber=${studentNumber}`));
  return (credentials as { credential: string }[]).map(({ credential }) => credential);
}

/** Lets time pass until the mail is there, and takes its link. */
async function mailedToken(client: ServedClient, address: string, kind: string, notebook: Notebook): Promise<string> {
  for (let turn = 0; turn < 20; turn += 1) {
    const { now } = done(await client.asHarness('POST', '/clock', { advance: '1m' }));
    notebook.note(clockReached(String(now)));
    const { messages } = done(await client.asHarness('GET', `/messages?to=${address}`));
    for (const { captured } of messages as { captured: string }[]) {
      const mail = JSON.stringify(done(await client.asHarness('GET', `/messages/${captured}`)));
      const [, token] = new RegExp(`/${kind}/([\\w-]{43})`).exec(mail) ?? [];
      if (token !== undefined) return token;
    }
  }
  throw new Error(`no mail with a link to ${kind} came to ${address}`);
}

function newDevice(): object {
  const { kty, crv, x } = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' });
  return { name: 'iPhone', publicKey: { kty, crv, x } };
}
