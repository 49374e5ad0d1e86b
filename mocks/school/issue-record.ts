import { type Fetch, type Instant, parseInstant, type World } from '#sim/kernel';

interface SentMail {
  readonly kind: string;
  readonly state: string;
  readonly replyCode?: number;
  readonly queuedAt: string;
}

interface IssuedCredential {
  readonly credential: string;
  readonly state: string;
  readonly address: string;
  readonly issuedAt: string;
  readonly suspendedSince?: string;
  readonly mails: readonly SentMail[];
}

/** What the issuer's records say of a student, as a clerk may tell it on. */
export interface IssueRecord {
  /** Masked: `h***@docomo.ne.jp.test`. */
  readonly address: string;
  /** The issuer's word for it, or `suspended`. */
  readonly state: string;
  /** The newest issue notice. */
  readonly mail?: { readonly queuedAt: Instant | undefined; readonly state: string; readonly replyCode?: number };
}

const dead: ReadonlySet<string> = new Set(['superseded', 'revoked']);

/** The newest credential that stands, else the newest that was revoked; undefined when there is neither, or `unreachable`. */
export async function lookUpIssue(
  world: World,
  fetch: Fetch,
  { school, studentNumber }: { readonly school: string; readonly studentNumber: string },
): Promise<IssueRecord | undefined | 'unreachable'> {
  const query = new URLSearchParams({ studentNumber });
  const found = await request(world, fetch, school, `/schools/${school}/credentials?${query}`);
  if (found === undefined) return 'unreachable';
  const inOrder = [...found].sort((a, b) => timeOf(a.issuedAt) - timeOf(b.issuedAt));
  const newest =
    inOrder.findLast(({ state }) => !dead.has(state)) ?? inOrder.findLast(({ state }) => state === 'revoked');
  if (newest === undefined) return undefined;
  const notice = newest.mails
    .filter(({ kind }) => kind === 'issue-notice')
    .sort((a, b) => timeOf(a.queuedAt) - timeOf(b.queuedAt))
    .at(-1);
  return {
    address: masked(newest.address),
    state: newest.suspendedSince === undefined ? newest.state : 'suspended',
    ...(notice === undefined
      ? {}
      : {
          mail: {
            queuedAt: parseInstant(notice.queuedAt),
            state: notice.state,
            ...(notice.replyCode === undefined ? {} : { replyCode: notice.replyCode }),
          },
        }),
  };
}

async function request(
  world: World,
  fetch: Fetch,
  school: string,
  path: string,
): Promise<readonly IssuedCredential[] | undefined> {
  try {
    const response = await fetch(world.origins.issuer + path, {
      headers: { authorization: `Bearer ${world.keys.secret(`school/${school}`)}`, accept: 'application/json' },
    });
    if (response.status !== 200) return undefined;
    return response.json<{ credentials: readonly IssuedCredential[] }>().credentials;
  } catch (error) {
    // https://fetch.spec.whatwg.org/#fetch-method
    if (error instanceof TypeError && error.message.startsWith('fetch failed')) return undefined;
    throw error;
  }
}

function timeOf(dateTime: string): Instant {
  return parseInstant(dateTime) ?? 0;
}

/** Tells its owner which mailbox is meant, and nobody else what stands before the @. */
function masked(address: string): string {
  const at = address.lastIndexOf('@');
  return `${[...address][0] ?? ''}***${address.slice(at)}`;
}
