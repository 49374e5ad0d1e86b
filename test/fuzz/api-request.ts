import { gzipSync } from 'node:zlib';
import type { ServiceName } from '#sim/api';
import { credentialsOf, otherCredentials } from './api-credentials.ts';
import type { Content, Operation } from './api-document.ts';
import type { Dice } from './dice.ts';
import { phone } from './furnished-world.ts';
import type { FuzzedWorld } from './fuzzed-world.ts';
import { hostilePathParts, hostileTexts } from './hostile-text.ts';
import { changed, type Known, valueFor } from './schema-value.ts';

/** A request as it goes over the wire. */
export interface ApiRequest {
  readonly service: ServiceName;
  readonly method: string;
  /** With the query; escaped as it shall be sent. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
}

/** How far from what the document says: as it says, one step off, or whatever. */
type Manner = 'valid' | 'nearly' | 'hostile';

interface Draw {
  readonly operation: Operation;
  readonly dice: Dice;
  readonly known: Known;
  readonly furnished: FuzzedWorld;
}

export function requestFor(given: Draw): ApiRequest {
  const { operation, dice } = given;
  const draw = { ...given, known: ownFirst(given.known, operation.id) };
  const manner = (): Manner => dice.one(['valid', 'valid', 'valid', 'valid', 'nearly', 'hostile']);
  const body = bodyFor(draw, dice.one(['valid', 'valid', 'valid', 'nearly', 'nearly', 'hostile']));
  const path = pathFor(draw, manner()) + queryFor(draw, manner());
  return {
    service: operation.service,
    method: dice.chance(1, 30) ? dice.one(otherMethods) : operation.method,
    path,
    headers: { ...generalHeaders(dice), ...authorization(draw, path), ...body.headers },
    body: body.bytes,
  };
}

/** `putProfile.name` is what that operation alone means by `name`. */
function ownFirst(known: Known, id: string): Known {
  const own = new Map(known);
  for (const [name, values] of known) {
    if (name.startsWith(`${id}.`)) own.set(name.slice(id.length + 1), values);
  }
  return own;
}

const otherMethods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'TRACE'];

function pathFor({ operation, dice, known }: Draw, manner: Manner): string {
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const seen = known.get(name)?.filter((value) => typeof value === 'string') ?? [];
    if (manner === 'hostile' || seen.length === 0) return dice.one(hostilePathParts);
    const value = dice.one(seen);
    if (manner === 'valid') return encodeURIComponent(wellFormed(value));
    return dice.one([
      () => encodeURIComponent(`${wellFormed(value)}x`),
      () => encodeURIComponent(wellFormed(value).slice(0, -1)) || '%20',
      () => encodeURIComponent(wellFormed(value).toUpperCase()),
      () => encodeURIComponent(wellFormed(dice.one(hostileTexts))) || '%00',
      () => encodeURIComponent(wellFormed(dice.one([...known.values()].flat().filter(isText)))),
    ])();
  });
  if (manner === 'valid') return path;
  return dice.chance(1, 10) ? dice.one([`${path}/`, `/${path}`, `${path}/..`, `${path}%2f`, path.toUpperCase()]) : path;
}

function queryFor({ operation, dice, known }: Draw, manner: Manner): string {
  const parts: string[] = [];
  for (const { name, required, schema } of operation.query) {
    if (!required && dice.chance(1, 2)) continue;
    const value = valueFor(schema, dice, known, name);
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    const said = manner === 'valid' ? text : dice.one([text, dice.one(hostileTexts), String(changed(text, dice))]);
    parts.push(`${encodeURIComponent(name)}=${encodeURIComponent(wellFormed(said))}`);
    if (manner !== 'valid' && dice.chance(1, 4)) parts.push(parts.at(-1) ?? '');
  }
  if (manner === 'hostile') parts.push(dice.one(oddQueries));
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

const oddQueries = [
  '',
  '&&',
  '=',
  '%',
  '__proto__=1',
  'a[b]=c',
  '__proto__[polluted]=1',
  'constructor[prototype][polluted]=1',
  'x=%ff',
  'lang=%00',
  `q=${'a'.repeat(6_000)}`,
];

interface DrawnBody {
  readonly bytes: Buffer | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

function bodyFor({ operation: { body }, dice, known }: Draw, manner: Manner): DrawnBody {
  if (body === undefined) {
    return dice.chance(1, 15)
      ? { bytes: Buffer.from('{}'), headers: { 'content-type': 'application/json' } }
      : { bytes: undefined, headers: {} };
  }
  if (!body.required && dice.chance(1, 6)) return { bytes: undefined, headers: {} };
  const mediaType = dice.one(Object.keys(body.content));
  const value = contentValue(body.content, mediaType, dice, known);
  const said = manner === 'valid' ? value : changed(value, dice);
  const bytes = written(mediaType, said, dice);
  if (manner !== 'hostile') return { bytes, headers: { 'content-type': mediaType === '*/*' ? 'text/csv' : mediaType } };
  return dice.chance(1, 2) ? oddBody(mediaType, value, dice) : oddEncoding(bytes, mediaType, dice);
}

function contentValue(content: Content, mediaType: string, dice: Dice, known: Known): unknown {
  const schema = content[mediaType]?.schema ?? {};
  // What is taken as it comes, or as any object, is a badge wherever it is.
  const name = schema.properties === undefined ? 'badge' : 'wholeBody';
  if (/json|form-urlencoded/.test(mediaType)) return valueFor(schema, dice, known, name);
  const fit = known.get(mediaType) ?? known.get('body') ?? [];
  return dice.one([...fit, dice.one(hostileTexts)]);
}

function written(mediaType: string, value: unknown, dice: Dice): Buffer {
  if (mediaType.includes('form-urlencoded') && typeof value === 'object' && value !== null) {
    const pairs = Object.entries(value).map(([name, member]) => {
      const text = typeof member === 'string' ? member : (JSON.stringify(member) ?? '');
      return `${encodeURIComponent(wellFormed(name))}=${encodeURIComponent(wellFormed(text))}`;
    });
    return Buffer.from([...pairs, ...(dice.chance(1, 10) ? pairs.slice(0, 1) : [])].join('&'));
  }
  if (value instanceof Uint8Array) return Buffer.from(value);
  const isJson = mediaType.includes('json') || typeof value === 'object';
  return Buffer.from(isJson ? (JSON.stringify(value) ?? '') : String(value));
}

/** What is no value of any schema: no JSON, or JSON that readers disagree about. */
function oddBody(mediaType: string, value: unknown, dice: Dice): DrawnBody {
  const text = JSON.stringify(value) ?? '{}';
  const bytes = dice.one<() => Buffer>([
    () => Buffer.from(text.slice(0, dice.below(text.length + 1))),
    () => Buffer.from('[]'.repeat(3)),
    () => Buffer.from('['.repeat(20_000)),
    () => Buffer.from(`${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`),
    () => Buffer.from(text.replace('{', '{"__proto__":{"polluted":true},')),
    () => Buffer.from(text.replace('{', '{"constructor":{"prototype":{"polluted":true}},')),
    () => Buffer.from(text.replace(/\{("[^"]*":)/, '{$1"first",$1')),
    () => Buffer.from(`\ufeff${text}`),
    () => Buffer.from(text.replaceAll('"', "'")),
    () => Buffer.from(`${text}\0`),
    () => Buffer.from(text, 'utf16le'),
    () => Buffer.from([0xff, 0xfe, 0x00, 0xd8]),
    () => Buffer.from('"\\ud800"'),
    () => Buffer.from('null'),
    () => Buffer.from('0'),
    () => Buffer.from(`{"a":"${'x'.repeat(dice.one([20_000, 300_000, 900_000]))}"}`),
    () => Buffer.alloc(0),
  ])();
  return { bytes, headers: { 'content-type': mediaType === '*/*' ? 'text/csv' : mediaType } };
}

/** A gzip of so many zeros: a thousand times as much as it looks. */
const bomb = gzipSync(Buffer.alloc(40_000_000, 0x20));

function oddEncoding(bytes: Buffer, mediaType: string, dice: Dice): DrawnBody {
  const type = { 'content-type': mediaType };
  return dice.one<() => DrawnBody>([
    () => ({ bytes: gzipSync(bytes), headers: { ...type, 'content-encoding': 'gzip' } }),
    () => ({ bytes: bomb, headers: { ...type, 'content-encoding': 'gzip' } }),
    () => ({ bytes: bomb.subarray(0, 900), headers: { ...type, 'content-encoding': 'gzip' } }),
    () => ({
      bytes,
      headers: { ...type, 'content-encoding': dice.one(['br', 'deflate', 'gzip', 'zstd', 'x', 'gzip, gzip']) },
    }),
    () => ({ bytes, headers: { 'content-type': dice.one(oddTypes) } }),
    () => ({ bytes, headers: {} }),
    () => ({
      bytes,
      headers: {
        'content-type': `${mediaType}; charset=${dice.one(['utf-7', 'utf-16', 'x', '"', 'utf-8;charset=utf-7'])}`,
      },
    }),
  ])();
}

const oddTypes = [
  ...['text/plain', 'application/xml', 'multipart/form-data; boundary=x', 'application/octet-stream', 'a/b', '/', ';'],
  ...['application/json;', 'APPLICATION/JSON', 'application/x-www-form-urlencoded', 'application/ld+json', '*/*'],
];

function authorization(
  { operation: { scheme }, dice, furnished }: Draw,
  path: string,
): Readonly<Record<string, string>> {
  const own = scheme === undefined ? undefined : credentialsOf(scheme, furnished, path);
  const others = otherCredentials(furnished);
  const drawn = dice.below(10);
  if (drawn === 0 || (scheme === undefined && drawn < 7)) return {};
  if (own === undefined || drawn === 1) return { authorization: dice.one(others) };
  return { authorization: dice.one(drawn === 2 ? own.wrong : own.right) };
}

function generalHeaders(dice: Dice): Record<string, string> {
  return {
    'user-agent': dice.chance(9, 10)
      ? phone
      : dice.one(['curl/8', '', 'x'.repeat(2_000), 'Mozilla/5.0 (Windows NT 10.0)']),
    'accept-language': dice.one(['ja', 'en', 'en-GB,en;q=0.9', 'ja;q=0.5, en;q=0.1', '*', ';;q=x', 'zh']),
    ...(dice.chance(1, 2) && {
      accept: dice.one([
        'application/json',
        'text/html',
        '*/*',
        'image/png',
        'text/html;q=0.1,application/json',
        ';q=',
        'a',
        '',
      ]),
    }),
    ...(dice.chance(1, 20) && { 'if-none-match': dice.one(['*', '"x"', 'W/"', '\u00ff']) }),
    ...(dice.chance(1, 30) && { range: 'bytes=0-1' }),
    ...(dice.chance(1, 30) && { origin: dice.one(['null', 'https://evil.test', 'http://[']) }),
    ...(dice.chance(1, 40) && {
      'x-forwarded-for': '1.2.3.4',
      'x-http-method-override': 'DELETE',
      'x-forwarded-host': 'evil.test',
    }),
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** A lone surrogate has no place in a URL. */
function wellFormed(text: unknown): string {
  return String(text).toWellFormed();
}
