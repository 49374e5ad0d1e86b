import { expect, it } from 'vitest';
import { type Profile, profiles } from '#mocks/providers';
import type { SmtpReply } from '#sim/events';
import { reasonOf } from '#sim/mail';

/** Every refusal that a profile holds, wherever it stands, as it is said about some address. */
function refusalsOf(profile: Profile): SmtpReply[] {
  const found: SmtpReply[] = [];
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('replyCode' in value && 'text' in value) found.push(value as SmtpReply);
    for (const inside of Object.values(value)) look(inside);
  };
  look(profile);
  return found.map((reply) => ({
    ...reply,
    text: reply.text.replaceAll('{address}', 'a@b.test').replaceAll('{domain}', 'openbadge.net'),
  }));
}

it.each(profiles.map((profile) => [profile.provider, profile] as const))(
  'a sender can tell the reason of whatever %s refuses',
  (_, profile) => {
    const refusals = refusalsOf(profile);
    expect(refusals.length).toBeGreaterThan(0);
    expect(refusals.filter((reply) => reasonOf(reply) === 'undefined')).toEqual([]);
  },
);
