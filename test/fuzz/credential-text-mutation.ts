import { changedDocument, type Step } from './json-mutation.ts';

const pick = <Value>(values: readonly Value[], n: number): Value => values[n % values.length] as Value;

/** A member that stands twice, once with another value: each reader takes the one it likes. */
function doubled(text: string, { a, b, n }: Step): string {
  const members = [...text.matchAll(/"((?:[^"\\]|\\.)+)":("(?:[^"\\]|\\.)*"|true|false|\[|\{)/g)];
  const member = members[a % Math.max(1, members.length)];
  if (member?.[1] === undefined) return text;
  const name =
    n % 3 === 0 ? `\\u${member[1].charCodeAt(0).toString(16).padStart(4, '0')}${member[1].slice(1)}` : member[1];
  const value = pick(['"偽"', 'null', '[]', '{}', member[2]?.startsWith('"') ? member[2] : '"x"'], b);
  const twin = `"${name}":${value}`;
  const at = member.index;
  if (n % 2 === 0) return `${text.slice(0, at)}${twin},${text.slice(at)}`;
  const end = text.lastIndexOf('}');
  return b % 2 === 0 ? `${text.slice(0, end)},${twin}}` : `${text.slice(0, at)}${twin},${text.slice(at)}`;
}

const spellings: readonly ((text: string) => string)[] = [
  (text) => JSON.stringify(JSON.parse(text), null, 2),
  (text) => ` \r\n\t${text}\n`,
  (text) => `\ufeff${text}`,
  (text) => text.replace(/[^\0-\x7f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`),
  (text) => text.replaceAll('/', '\\/'),
  (text) => text.replace('"name"', '"n\\u0061me"'),
  (text) => text.replace(/"(\d+)"/, '$1'),
  (text) => text.replace(/"(\d+)"/, '$1.0'),
  (text) => text.replace(/"(\d+)"/, '1e999'),
  (text) => text.replace('false', 'False'),
  (text) => `${text}${text}`,
  (text) => `[${text}]`,
  (text) => text.replace('{', '{"a":'.repeat(30_000)),
  (text) => text.replace('{', `{"a":${'['.repeat(200_000)}`),
  (text) => text.replace('}', ',}'),
  (text) => text.replace('{', '{/* */'),
  (text) => text.slice(0, -1),
  (text) => text.replace('{', `{"x":"${'長'.repeat(300_000)}",`),
];

/** JSON with one thing changed in what it says or in how it is spelt. */
export function changedJson(text: string, step: Step, others: readonly string[]): string {
  try {
    switch (step.kind % 8) {
      case 0:
        return doubled(text, step);
      case 1:
        return pick(spellings, step.n)(text);
      default:
        return JSON.stringify(
          changedDocument(
            JSON.parse(text),
            { ...step, kind: step.kind >> 3 },
            others.map((one) => JSON.parse(one)),
          ),
        );
    }
  } catch (error) {
    // What an earlier step left is no JSON any more, or too deep for who copies it.
    if (error instanceof SyntaxError || error instanceof RangeError) return text;
    throw error;
  }
}

const encoded = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url');
const decoded = (part: string): string => Buffer.from(part, 'base64url').toString('utf8');

type Header = Record<string, unknown>;

const headerChanges: readonly ((header: Header) => unknown)[] = [
  ...[
    'none',
    'None',
    'HS256',
    'RS256',
    'RS384',
    'PS256',
    'ES256',
    'ES384',
    'EdDSA',
    'Ed25519',
    'ES256K',
    ' RS256',
    '',
  ].map((alg) => (header: Header) => ({ ...header, alg })),
  (header) => ({ ...header, typ: 'vc+jwt' }),
  (header) => ({ ...header, typ: ['JWT'] }),
  (header) => ({ ...header, crit: ['b64'], b64: false }),
  (header) => ({ ...header, jku: 'https://example.test/jwks' }),
  (header) => ({ ...header, zip: 'DEF' }),
  (header) => ({ ...header, kid: 'https://issuer.openbadge.test/schools/mihon#key-1' }),
  (header) => ({ ...header, jwk: { ...(header.jwk as Header), d: 'AQAB' } }),
  (header) => ({ ...header, jwk: { ...(header.jwk as Header), use: 'enc' } }),
  (header) => ({ ...header, jwk: [header.jwk] }),
  (header) => ({ ...header, jwk: { kty: 'oct', k: 'AQAB' } }),
  (header) => ({ typ: header.typ, jwk: header.jwk, alg: header.alg }),
  (header) => ({ alg: [header.alg], typ: 'JWT', jwk: header.jwk }),
  (header) => [header],
  () => null,
];

/** What a lax base64 decoder overlooks. */
const laxities: readonly ((part: string) => string)[] = [
  (part) => `${part}=`,
  (part) => `${part}==`,
  (part) => part.replaceAll('-', '+').replaceAll('_', '/'),
  (part) => `${part.slice(0, -1)}${nextLetter(part.at(-1) ?? 'A')}`,
  (part) => `${part.slice(0, 10)}\n${part.slice(10)}`,
  (part) => `${part} `,
  (part) => `${part}A`,
  (part) => `${part}\0`,
  (part) => part.slice(0, -1),
  (part) => `${part}é`,
  () => '',
  (part) => Buffer.from(decoded(part)).toString('base64url'),
];

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Differs in its last bit alone, which often stands for nothing. */
function nextLetter(letter: string): string {
  return letters[letters.indexOf(letter) ^ 1] ?? 'A';
}

/** A compact JWS with one thing changed. */
export function changedJws(jws: string, step: Step, others: readonly string[]): string {
  const { kind, a, n } = step;
  const parts = jws.split('.');
  const [header = '', payload = '', signature = ''] = parts;
  const at = a % 3;
  try {
    switch (kind % 7) {
      case 0:
        return [
          encoded(pick(headerChanges, n)((JSON.parse(decoded(header)) ?? {}) as Header)),
          payload,
          signature,
        ].join('.');
      case 1:
        return parts.with(at % parts.length, pick(laxities, n)(parts[at] ?? '')).join('.');
      case 2:
        return parts.with(at % parts.length, pick(others, n).split('.')[at] ?? '').join('.');
      case 3:
        return pick(
          [`${jws}.`, `.${jws}`, `${jws}.${signature}`, `${header}.${payload}`, ` ${jws}\n`, jws.replace('.', '．')],
          n,
        );
      case 4:
        return pick(
          [`"${jws}"`, `{"jws":"${jws}"}`, `Bearer ${jws}`, `${jws}~`, jws.toUpperCase(), `${jws}\n${jws}`],
          n,
        );
      default: {
        const edited = changedJson(decoded(payload), { ...step, kind: kind >> 2 }, [decoded(payload)]);
        return `${header}.${Buffer.from(edited).toString('base64url')}.${signature}`;
      }
    }
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return jws;
    throw error;
  }
}
