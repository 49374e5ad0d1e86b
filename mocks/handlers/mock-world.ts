import { createServiceWorld, type ServiceWorld } from '#sim/api';
import { type Origins, parseInstant } from '#sim/kernel';
import { readMessage } from '../mailbox/index.ts';
import type { MockedMail } from './mocked-mail.ts';
import { type MockedSchool, type MocksOptions, sampleSchool } from './mocks-options.ts';

/** By then the notices of a few thousand students have left. */
const issuingMs = 10 * 60_000;

/** The world behind mocks, with its schools in it and what they issued sent. Throws TypeError for options that cannot be. */
export async function createMockWorld(
  { seed = 1, startsAt = '2026-04-01T09:00:00+09:00', schools = [sampleSchool] }: MocksOptions,
  origins: Origins,
): Promise<ServiceWorld> {
  const instant = parseInstant(startsAt);
  if (instant === undefined) throw new TypeError(`startsAt is no RFC 3339 time: ${startsAt}`);
  const mocked = createServiceWorld({ seed, startsAt: instant, origins });
  try {
    for (const school of schools) {
      await mocked.addSchool(school);
      if (school.students !== undefined && school.students.length > 0) await issue(mocked, school, origins);
    }
    return mocked;
  } catch (error) {
    mocked[Symbol.dispose]();
    throw error;
  }
}

/** As a school does it: it uploads its roster and asks for the IDs. */
async function issue(mocked: ServiceWorld, { slug, students = [] }: MockedSchool, origins: Origins): Promise<void> {
  const { fetch } = mocked.services;
  const ask = async <Body>(path: string, type: string, body: string): Promise<Body> => {
    const response = await fetch(`${origins.issuer}/schools/${slug}/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${mocked.schoolToken(slug)}`, 'content-type': type },
      body,
    });
    if (response.status >= 300) throw new TypeError(`the school ${slug} could not issue: ${response.body.toString()}`);
    return response.json();
  };
  const cells = students.map(({ studentNumber, name, address }) => [studentNumber, name, address]);
  const roster = [['学籍番号', '氏名', 'メールアドレス'], ...cells].map((row) => row.map(quoted).join(',')).join('\n');
  const { rejected } = await ask<{ rejected: readonly unknown[] }>('rosters', 'text/csv', `${roster}\n`);
  if (rejected.length > 0) throw new TypeError(`the roster of ${slug} is not good: ${JSON.stringify(rejected)}`);
  await ask('issuances', 'application/json', '{}');
  await mocked.world.advance(issuingMs);
}

/** https://www.rfc-editor.org/rfc/rfc4180#section-2 */
function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

/** The mails that left so far, the oldest first. */
export function mailsOf({ sent }: ServiceWorld): Promise<MockedMail[]> {
  return Promise.all(
    sent.map(async ({ kind, forwardPath, data }) => {
      const { subject, text, html, links } = await readMessage(data);
      return { kind, to: forwardPath, subject, text, html, links, raw: Uint8Array.from(data) };
    }),
  );
}
