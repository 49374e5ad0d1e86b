import { type Fetch, type Response, simulatedOrigins, type World } from '../kernel/index.ts';

/** For tests: how the next exchange breaks; `before` the issuer acted, or `after`, when only its answer is lost. */
export type Break = 'before' | 'after';

interface Offer {
  readonly credential: string;
  readonly address: string;
  state: string;
  status: string;
  account?: string;
  readonly school: typeof school;
}

interface Link {
  readonly credential: string;
  state: 'live' | 'used' | 'superseded' | 'expired';
}

/** An issuer for the wallet's tests: the offers API over plain maps, with connections that break on demand. */
export interface FakeIssuer {
  readonly fetch: Fetch;
  readonly offers: ReadonlyMap<string, Offer>;
  readonly links: ReadonlyMap<string, Link>;
  /** The paths asked for, in order. */
  readonly asked: string[];
  /** Issues a student ID; returns the token of its mail link. The name is the school's. */
  issue(credential: string, address: string, name?: string): string;
  /** Another link to the same credential, as a reminder sends it. */
  remind(credential: string): string;
  /** Breaks the next exchange whose path ends so. */
  breakNext(pathEnd: string, when: Break): void;
  /** Breaks all of them, until it is called with false. */
  shutDown(isDown: boolean): void;
}

const school = { slug: 'mihon-university', name: { ja: '見本大学', en: 'Mihon University' } };
const achievement = { name: { ja: '学生証', en: 'Student ID' } };
const expiresAt = '2026-09-28T23:59:59.000+09:00';

export function createFakeIssuer(world: World): FakeIssuer {
  const offers = new Map<string, Offer>();
  const links = new Map<string, Link>();
  const asked: string[] = [];
  const breaks: { readonly pathEnd: string; readonly when: Break }[] = [];
  let isDown = false;
  const link = (credential: string): string => {
    const token = `link-${links.size + 1}-of-${credential}-`.padEnd(43, 'x');
    links.set(token, { credential, state: 'live' });
    return token;
  };
  return {
    offers,
    links,
    asked,
    issue(credential, address, name = '') {
      const issuedBy = name === '' ? school : { ...school, name: { ja: name, en: name } };
      offers.set(credential, { credential, address, state: 'notified', status: 'active', school: issuedBy });
      return link(credential);
    },
    remind: link,
    breakNext: (pathEnd, when) => void breaks.push({ pathEnd, when }),
    shutDown(down) {
      isDown = down;
    },
    async fetch(url, request = {}) {
      const path = url.slice(simulatedOrigins.issuer.length);
      asked.push(path);
      const at = breaks.findIndex(({ pathEnd }) => path.endsWith(pathEnd));
      const [broken] = at < 0 ? [] : breaks.splice(at, 1);
      if (isDown || broken?.when === 'before') throw new TypeError('fetch failed');
      const isOpen =
        path.endsWith('/status') || request.headers?.authorization === `Bearer ${world.keys.secret('wallet')}`;
      const body = JSON.parse(String(request.body ?? '{}')) as { [name: string]: unknown };
      const answer = isOpen ? act(offers, links, path, body) : refuse(401, 'unauthorized');
      if (broken?.when === 'after') throw new TypeError('fetch failed');
      return answer;
    },
  };
}

function act(
  offers: Map<string, Offer>,
  links: Map<string, Link>,
  path: string,
  body: { readonly [name: string]: unknown },
): Response {
  const [, credential = ''] = /^\/(?:offers|credentials)\/([^/]+)\//.exec(path) ?? [];
  if (path === '/offers/list') {
    const addresses = body.addresses as string[];
    const listed = [...offers.values()].filter(({ address }) => addresses.includes(address));
    return json(200, { offers: listed.map(listedOffer) });
  }
  if (path.endsWith('/claim')) return claim(offers.get(credential), body as { account: string; addresses: string[] });
  if (path.endsWith('/status')) return json(200, { credential, status: offers.get(credential)?.status });
  const link = links.get(String(body.token));
  const offer = offers.get(link?.credential ?? '');
  if (link === undefined || offer === undefined) return refuse(404, 'link-unknown');
  if (path === '/offers/find') {
    return json(200, { ...offer, state: link.state, achievement, expiresAt });
  }
  if (link.state !== 'live') return refuse(link.state === 'used' ? 409 : 410, `link-${link.state}`);
  for (const other of links.values()) if (other.credential === offer.credential) other.state = 'used';
  return json(200, { credential: offer.credential, address: offer.address });
}

function listedOffer({ credential, state, address, school }: Offer): object {
  const [issuedAt, validUntil] = ['2026-04-01T09:00:00.000+09:00', '2027-04-01T00:00:00.000+09:00'];
  return { credential, state, address, school, achievement, issuedAt, validUntil };
}

function claim(offer: Offer | undefined, { account, addresses }: { account: string; addresses: string[] }): Response {
  if (offer === undefined) return refuse(404, 'not-found');
  if (!addresses.includes(offer.address)) return refuse(403, 'offer-of-another-address');
  if (offer.status === 'revoked') return refuse(410, 'credential-revoked');
  if (offer.account !== undefined && offer.account !== account) return refuse(409, 'already-claimed');
  offer.account = account;
  offer.state = 'claimed';
  return json(200, { credential: offer.credential, secured: jwtOf(offer.credential), mediaType: 'text/plain' });
}

/** The parts of a student ID that the wallet reads; nothing here checks the signature. */
export function jwtOf(credential: string): string {
  const payload = {
    id: `urn:uuid:${credential}`,
    issuer: { id: `${simulatedOrigins.issuer}/schools/mihon-university`, name: '見本大学' },
    credentialSubject: {
      identifier: [
        { identityType: 'name', identityHash: '見本 花子' },
        { identityType: 'sisSourcedId', identityHash: '0012345' },
      ],
      achievement: {},
      term: '2026',
    },
    validFrom: '2026-04-01T00:00:00+09:00',
    validUntil: '2027-04-01T00:00:00+09:00',
  };
  return `e30.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.c2ln`;
}

function refuse(status: number, code: string): Response {
  return json(status, { type: `urn:todoku:error:${code}`, status, code, params: {} });
}

function json(status: number, value: unknown): Response {
  const body = Buffer.from(JSON.stringify(value));
  return { status, headers: {}, body, json: <Body>() => JSON.parse(body.toString('utf8')) as Body };
}
