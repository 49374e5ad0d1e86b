import type { Credentials } from './credentials-of-scheme.ts';
import type { FuzzedWorld } from './fuzzed-world.ts';

/** `path` is that of the request: some credentials are good below one address only. */
type Maker = (furnished: FuzzedWorld, path: string) => Credentials;

const bearer = (token: string): string => `Bearer ${token}`;

function secretOf(name: string, ...others: readonly string[]): Maker {
  return ({ world: { keys } }) => ({
    right: [bearer(keys.secret(name))],
    wrong: others.map((other) => bearer(keys.secret(other))),
  });
}

/** What the interface was furnished with. */
function ofInterface(scheme: string): Maker {
  return ({ credentials }) => credentials[scheme] ?? { right: [], wrong: [] };
}

const schools: Maker = ({ world: { keys } }, path) => {
  const [own, other] = ['mihon-university', 'kasumi-college'].toSorted((a) => (path.includes(a) ? -1 : 1));
  return {
    right: [bearer(keys.secret(`school/${own}`))],
    wrong: [
      bearer(keys.secret(`school/${other}`)),
      bearer(keys.secret('school/__proto__')),
      bearer(keys.secret('wallet')),
    ],
  };
};

const sessions: Maker = ({ tokens }) => ({
  right: [bearer(tokens.session), bearer(tokens.session), bearer(tokens.otherSession)],
  wrong: [bearer(tokens.endedSession), bearer(tokens.receive), bearer(tokens.reset)],
});

/**
 * Where the credentials of each security scheme come from, by its name in the documents. A scheme that is not listed is
 * tried with all of these and with none, and told as such: add its row when its operations come.
 */
const makers: Readonly<Record<string, Maker>> = {
  school: schools,
  session: sessions,
  wallet: secretOf('wallet', 'gate', 'school/mihon-university'),
  gate: secretOf('gate', 'wallet', 'school/mihon-university'),
  verifier: secretOf('verifier', 'gate', 'wallet'),
  openid4vciAccess: ofInterface('openid4vciAccess'),
  clientSecretBasic: ofInterface('clientSecretBasic'),
  OAuth2ACG: ofInterface('OAuth2ACG'),
};

export function credentialsOf(scheme: string, furnished: FuzzedWorld, path = ''): Credentials | undefined {
  return Object.hasOwn(makers, scheme) ? makers[scheme]?.(furnished, path) : undefined;
}

/** What anyone may send, and everything that opens something somewhere. */
export function otherCredentials(furnished: FuzzedWorld): readonly string[] {
  const known = Object.values(makers).flatMap((maker) => {
    const { right, wrong } = maker(furnished, '');
    return [...right, ...wrong];
  });
  return [...known, ...malformed];
}

const malformed = [
  'Bearer',
  'Bearer ',
  'Bearer a b',
  'bearer null',
  `Bearer ${'a'.repeat(9_000)}`,
  'Bearer ../../etc/passwd',
  "Bearer ' OR '1'='1",
  'Bearer eyJhbGciOiJub25lIn0.e30.',
  'Basic',
  'Basic ===',
  'Basic Og==',
  'Basic /w==',
  `Basic ${Buffer.from('__proto__:constructor').toString('base64')}`,
  'DPoP x',
  'Digest username="x"',
  '\u00e9\u00ff',
];
