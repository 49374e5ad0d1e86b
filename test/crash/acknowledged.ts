import type { ServedClient } from './served-client.ts';

/** Something that a server said was done, and how a later one shows that it still is. */
export interface Fact {
  readonly what: string;
  /** What is wrong; undefined when it is there. */
  check(client: ServedClient): Promise<string | undefined>;
}

function fact(what: string, holds: (client: ServedClient) => Promise<boolean>): Fact {
  return { what, check: async (client) => ((await holds(client)) ? undefined : `${what}: acknowledged, and missing`) };
}

export function issuanceStands(issuance: string): Fact {
  return fact(`issuance ${issuance}`, async (client) => {
    const { status } = await client.asSchool('GET', `/issuances/${issuance}`);
    return status === 200;
  });
}

export function studentStands(studentNumber: string): Fact {
  return fact(`student ${studentNumber} on the roster`, async (client) => {
    // A number that is on no roster is refused.
    const { status } = await client.asSchool('POST', '/issuances', { studentNumbers: [studentNumber] });
    return status === 202;
  });
}

export function credentialIs(credential: string, state: string): Fact {
  return fact(`credential ${credential} ${state}`, async (client) => {
    const { body } = await client.ask('GET', `${client.address.issuer}/credentials/${credential}/status`, {});
    return body.status === state;
  });
}

export function mailboxStands(address: string): Fact {
  return fact(`mailbox ${address}`, async (client) => {
    const { status } = await client.asHarness('GET', `/mailboxes/${address}`);
    return status === 200;
  });
}

export function schoolStands(slug: string): Fact {
  return fact(`school ${slug}`, async (client) => {
    const { body } = await client.asHarness('GET', '/schools');
    return (body.schools as { slug: string }[]).some((school) => school.slug === slug);
  });
}

/** A one-time link was used up: it must not open anything a second time. */
export function linkIsUsed(path: string, body: object): Fact {
  return fact(`POST ${path} with its link`, async (client) => {
    const { body: answer } = await client.asStudent('POST', path, body);
    return String(answer.code).endsWith('-used');
  });
}

export function sessionStands(session: string): Fact {
  return fact('session', async (client) => {
    const { status } = await client.asStudent('GET', '/devices', undefined, session);
    return status === 200;
  });
}

export function isReceived(session: string, credential: string): Fact {
  return fact(`receipt of ${credential}`, async (client) => {
    const { status } = await client.asStudent('GET', `/credentials/${credential}`, undefined, session);
    return status === 200;
  });
}

export function clockReached(now: string): Fact {
  return fact(`the clock at ${now}`, async (client) => {
    const { body } = await client.asHarness('GET', '/clock');
    return Date.parse(String(body.now)) >= Date.parse(now);
  });
}
